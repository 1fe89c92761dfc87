import { DATASETS } from '../catalogue'
import { dataName, dataShape, isNamedDataset, widths, type DatasetSpec, type Experiment } from '../experiment'
import { netOf, type DataShape } from './net'
import { predict, type NotCovered, type Prediction } from './predict'
import { spreadOf } from './spread'
import { TEXTS } from './texts'

/** What theory says of a cell before anything is read or trained. */
export type CellPrediction = Prediction | NotCovered

/** Whether theory has something to say. */
export const isCovered = (predicted: CellPrediction): predicted is Prediction => 'layers' in predicted

/**
 * The prediction of a cell's net at initialisation. Where a file decides how many inputs there are, it is told only if that does not
 * matter for the hidden layers (weights are scaled by their number), and delta over the output layer's means nothing there.
 */
export function predictCell(experiment: Experiment): CellPrediction {
  const inputSquare = inputSquareOf(experiment.dataset)
  const file = dataName(experiment.dataset)
  if (inputSquare === null) return { why: TEXTS.unknownSize(file) }
  const shape = dataShape(experiment.dataset)
  const predictOf = (ends: Pick<DataShape, 'inputs' | 'outputs'>) =>
    predictNet(experiment, {
      ...ends,
      inputSquare,
      spread: spreadOf({ ...experiment.dataset, inputs: shape === null ? null : ends.inputs })
    })
  if (shape !== null) {
    const all = widths(experiment, shape)
    return predictOf({ inputs: all[0]!, outputs: all.at(-1)! })
  }
  const [few, many] = [2, 2000].map(inputs => predictOf({ inputs, outputs: 2 }))
  const alike = isCovered(few!) && isCovered(many!) && Math.abs((few.decades ?? 0) - (many.decades ?? 0)) < ALIKE
  return alike || !isCovered(few!) ? few! : { why: TEXTS.unknownInputs(file) }
}

const ALIKE = 0.05

function predictNet(experiment: Experiment, shape: DataShape): CellPrediction {
  const net = netOf(experiment, shape)
  return 'why' in net ? net : predict(net)
}

/** The mean square of the inputs as the net sees them, about; null where only a file tells. */
function inputSquareOf(dataset: DatasetSpec): number | null {
  if (dataset.standardize) return 1
  if (!isNamedDataset(dataset)) return dataset.name === 'idx' ? PIXELS : null
  const { task, inputSquare } = DATASETS[dataset.name]
  const noise = task === 'classification' && 'noise' in dataset ? dataset.noise : 0
  return inputSquare + noise * noise
}

/** Pictures in [0, 1] are mostly background: 0.1 for MNIST, 0.2 for Fashion-MNIST. */
const PIXELS = 0.15
