import path from 'node:path'
import { experimentsIn, filePlaces, type Experiment, type Problem } from '../experiment'
import { fileProblem, type Place } from './cellFiles'
import { EXIT } from './exitStatus'
import { problemLine, readInput, type CellText } from './input'
import type { LimitOptions } from './limitOptions'
import { print } from './print'
import { Remarks } from './remarks'
import type { Stop } from './stop'
import { tellUnknownRules } from './unknownRules'

export interface CheckOptions extends LimitOptions {
  readonly allowOutside?: boolean
}

/** `gradnb check`: prints every problem of every cell and of its files; the status says whether there was one. */
export async function check(file: string, options: CheckOptions, stop: Stop): Promise<number> {
  const input = await readInput(file, stop.signal, options)
  const { cells } = input
  tellUnknownRules(input, new Remarks({}))
  const place = { folder: path.dirname(file), allowOutside: options.allowOutside ?? false }
  let status: number = EXIT.done
  for (const cell of cells)
    for (const problem of await problemsOf(cell, place)) {
      status = EXIT.problems
      await print(`${problemLine(file, cell, problem)}\n`)
    }
  return status
}

async function problemsOf(cell: CellText, place: Place): Promise<readonly Problem[]> {
  const parsed = cell.read()
  return parsed.ok ? filesProblems(cell, experimentsIn(parsed.cell), place) : parsed.problems
}

async function filesProblems(
  { text, limits }: CellText,
  experiments: readonly Experiment[],
  place: Place
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const { path: name, start, end } of filePlaces(text, experiments)) {
    const message = await fileProblem(name, place, limits.fileBytes)
    if (message !== null) problems.push({ code: 'unreadable-file', message, start, end })
  }
  return problems
}
