import { dataName, type Experiment, type Files, type Limits } from '../../experiment'
import { visibleLine } from '../../text'
import type { FilesOfCells } from '../filesOfCells'
import { runOf, type RunOf } from '../runOf'
import { experimentsIn, type SharedCell, type SharedExperiment } from '../sharedCells'
import { NothingToShare, slug, textFile, type Shared } from '../sharedFile'
import { SHARING_TEXTS as TEXTS } from '../texts'
import { firstStep, type FirstStep } from './firstStep'
import { script } from './script'
import { tensorsFile } from './tensors'

/** What scripts are made of, beside their cells. */
export interface PytorchParts {
  /** what cells read */
  readonly files: FilesOfCells
  /** what cells may ask of the machine */
  readonly limits: Limits
}

/**
 * A PyTorch script for each experiment cell that can run, with a file of its data and first weights, in a folder; and why each of the others
 * has none. Throws a `NothingToShare` where no cell can run.
 */
export function pytorchFiles(cells: readonly SharedCell[], folder: string, parts: PytorchParts): Shared {
  const made = pytorchCells(cells, parts)
  const scripts = made.flatMap(({ result }) => (result !== null && 'text' in result ? [result] : []))
  const failures = failuresIn(made)
  if (scripts.length === 0)
    throw new NothingToShare(failures.length > 0 ? TEXTS.noneRuns(failures) : TEXTS.noCells('PyTorch'))
  const files = scripts.flatMap(({ name, text, tensors }) => [
    textFile(`${folder}/${name}.py`, text),
    { path: `${folder}/${name}.safetensors`, bytes: tensors }
  ])
  return { files, leftOut: failures.map(TEXTS.leftOut) }
}

/** A cell as a script. */
export interface PytorchCell {
  /** of its files, without an ending */
  readonly name: string
  readonly text: string
  /** what the script loads from `name`.safetensors beside it */
  readonly tensors: Uint8Array
}

/** What became of a cell: its script; null where it runs nothing; or why it cannot run. */
export interface Scripted {
  readonly place: number
  readonly result: PytorchCell | { readonly problem: string } | null
}

/** Each experiment cell as a script. `folder`: where a Jupyter notebook finds the tensors; a script has them beside it. */
export function pytorchCells(
  cells: readonly SharedCell[],
  parts: PytorchParts,
  folder: string | null = null
): Scripted[] {
  const experiments = experimentsIn(cells)
  const around = { cells: experiments.map(({ source }) => source), limits: parts.limits }
  return experiments.map(cell => ({
    place: cell.place,
    result: scripted(cell, runOf(cell.source, around), parts, folder)
  }))
}

/** Of each cell that cannot run, why, in a line. */
export const failuresIn = (made: readonly Scripted[]): { readonly place: number; readonly reason: string }[] =>
  made.flatMap(({ place, result }) =>
    result !== null && 'problem' in result ? [{ place, reason: result.problem.replaceAll('\n', '; ') }] : []
  )

function scripted(
  { source, place }: SharedExperiment,
  run: RunOf,
  { files, limits }: PytorchParts,
  folder: string | null
): Scripted['result'] {
  if ('problem' in run || run.experiment === null) return 'problem' in run ? run : null
  const step = stepOf(run.experiment, files[place] ?? {}, limits)
  if ('problem' in step) return step
  const notes = notesOn(run.experiment, run.runs)
  const title = visibleLine(run.experiment.name ?? dataName(run.experiment.dataset))
  const name = `${place}-${slug(title)}`
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

function stepOf(
  experiment: Experiment,
  files: Files | string,
  limits: Limits
): FirstStep | { readonly problem: string } {
  if (typeof files === 'string') return { problem: files }
  try {
    return firstStep(experiment, files, limits)
  } catch (error) {
    if (error instanceof RangeError) return { problem: error.message }
    throw error
  }
}
