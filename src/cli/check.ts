import { parseExperiment } from '../experiment'
import { EXIT } from './exitStatus'
import { problemLine, readInput } from './input'

/** `gradnb check`: prints every problem of every cell; the exit status says whether there was one. */
export async function check(file: string): Promise<number> {
  const { cells } = await readInput(file)
  const lines = cells.flatMap(cell => {
    const result = parseExperiment(cell.text)
    return result.ok ? [] : result.problems.map(problem => problemLine(file, cell, problem))
  })
  for (const line of lines) process.stdout.write(`${line}\n`)
  return lines.length > 0 ? EXIT.problems : EXIT.done
}
