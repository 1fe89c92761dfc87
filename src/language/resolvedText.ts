import { Document, isScalar, visit } from 'yaml'
import { resolvedCell, type Experiment } from '../experiment'

/** Mappings of so few keys stand on one line. */
const SHORT = 2

/** The experiment as a cell with nothing left out; what has no value (no name, say) is not shown. */
export function resolvedText(experiment: Experiment): string {
  const document = new Document(resolvedCell(experiment))
  visit(document, {
    Pair: (_, { value }) => (value === null || (isScalar(value) && value.value === null) ? visit.REMOVE : undefined),
    Seq: (_, node) => void (node.flow = true),
    Map: (_, node, path) => void (node.flow = path.length > 1 && node.items.length <= SHORT)
  })
  return document.toString({ lineWidth: 100, flowCollectionPadding: false })
}
