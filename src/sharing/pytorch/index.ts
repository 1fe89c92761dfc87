import { dataName, type Experiment, type Files } from '../../experiment'
import { visibleLine } from '../../text'
import type { FilesOfCells } from '../filesOfCells'
import { runOf } from '../runOf'
import type { SharedCell, SharedExperiment } from '../sharedCells'
import { NothingToShare, slug, textFile, type SharedFile } from '../sharedFile'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { firstStep } from './firstStep'
import { script } from './script'
import { tensorsFile } from './tensors'

/**
 * A PyTorch script for each experiment cell, with a file of its data and first weights, in a folder. Throws a `NothingToShare` where a
 * cell cannot run, as a folder that lacks one without a word would mislead.
 */
export function pytorchFiles(cells: readonly SharedCell[], folder: string, files: FilesOfCells): SharedFile[] {
  const experiments = cells.filter((cell): cell is SharedExperiment => cell.kind === 'experiment')
  const texts = experiments.map(({ source }) => source)
  const made = experiments.flatMap(cell => {
    const scripted = pytorchCell(cell, texts, files)
    if (scripted === null) return []
    const { name, text, tensors } = scripted
    return [textFile(`${folder}/${name}.py`, text), { path: `${folder}/${name}.safetensors`, bytes: tensors }]
  })
  if (made.length === 0) throw new NothingToShare(TEXTS.noCells('PyTorch'))
  return made
}

/** A cell as a script. */
export interface PytorchCell {
  /** of its files, without an ending */
  readonly name: string
  readonly text: string
  /** what the script loads from `name`.safetensors beside it */
  readonly tensors: Uint8Array
}

/**
 * Null for a cell that runs nothing; throws a `NothingToShare` for one that cannot run. `folder`: where a Jupyter notebook finds the
 * tensors; a script has them beside it.
 */
export function pytorchCell(
  { source, place }: SharedExperiment,
  texts: readonly string[],
  files: FilesOfCells,
  folder: string | null = null
): PytorchCell | null {
  const run = runOf(source, texts)
  if ('problem' in run) throw new NothingToShare(TEXTS.cellFails(place, run.problem))
  if (run.experiment === null) return null
  const notes = notesOn(run.experiment, run.runs)
  const title = visibleLine(run.experiment.name ?? dataName(run.experiment.dataset))
  const name = `${place}-${slug(title)}`
  const step = stepOf(run.experiment, place, files[place] ?? {})
  const inNotebook = folder !== null
  const tensors = `${inNotebook ? `${folder}/` : ''}${name}.safetensors`
  return { name, text: script(step, { title, source, notes, tensors, inNotebook }), tensors: tensorsFile(step) }
}

/** What the cell does and its script does not, a sentence each. */
const notesOn = ({ stop, precision }: Experiment, runs: number): string[] => [
  ...(runs === 1 ? [] : [TEXTS.script.firstOf(runs)]),
  ...(stop.loss_below === null && stop.after_seconds === null ? [] : [TEXTS.script.stop]),
  ...(precision === 'float32' ? [TEXTS.script.range] : [])
]

function stepOf(experiment: Experiment, place: number, files: Files | string): ReturnType<typeof firstStep> {
  if (typeof files === 'string') throw new NothingToShare(TEXTS.cellFails(place, files))
  try {
    return firstStep(experiment, files)
  } catch (error) {
    if (error instanceof RangeError) throw new NothingToShare(TEXTS.cellFails(place, error.message))
    throw error
  }
}
