import { Document, isScalar, visit } from 'yaml'
import { resolvedCell, type Experiment } from '../experiment'

/** Mappings of so few keys stand on one line. */
const SHORT = 2

/** More equal layers than these are counted instead of listed. */
const FEW_LAYERS = 16

/** The experiment as a cell with nothing left out; what has no value (no name, say) is not shown. */
export function resolvedText(experiment: Experiment): string {
  const cell = resolvedCell(experiment)
  const document = new Document({ ...cell, hidden_layers: layers(experiment.hidden_layers) })
  visit(document, {
    Pair: (_, { value }) => (value === null || (isScalar(value) && value.value === null) ? visit.REMOVE : undefined),
    Seq: (_, node) => void (node.flow = true),
    Map: (_, node, path) => void (node.flow = path.length > 1 && node.items.length <= SHORT)
  })
  return document.toString({ lineWidth: 100, flowCollectionPadding: false })
}

const layers = (units: readonly number[]): unknown =>
  units.length > FEW_LAYERS && units.every(unit => unit === units[0]) ? { depth: units.length, units: units[0] } : units
