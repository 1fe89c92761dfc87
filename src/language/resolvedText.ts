import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import { resolvedCell, type Experiment } from '../experiment'

/** The experiment as a cell with nothing left out; what has no value (no name, say) is not shown. */
export function resolvedText(experiment: Experiment): string {
  const document = new Document(resolvedCell(experiment))
  visit(document, {
    Pair: (_, { value }) => (value === null || (isScalar(value) && value.value === null) ? visit.REMOVE : undefined),
    Collection: (_, node, path) => {
      if (path.length > 1 && (isMap(node) || isSeq(node))) node.flow = true
    }
  })
  return document.toString({ lineWidth: 100, flowCollectionPadding: false })
}
