import assert from 'node:assert/strict'
import { parseExperiment, type Problem } from '../../../src/experiment'

/** The problems of a cell that has some. */
export function problems(text: string): readonly Problem[] {
  const result = parseExperiment(text)
  assert.ok(!result.ok, `no problem in: ${text}`)
  return result.problems
}

/** The problem's code, the text it points at, and its sentence. */
export const told = (text: string): string[] =>
  problems(text).map(({ code, start, end, message }) => `${code} [${text.slice(start, end)}] ${message}`)
