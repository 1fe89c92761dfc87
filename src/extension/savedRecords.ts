import type * as vscode from 'vscode'
import {
  ifReadable,
  parseRecord,
  parseSweep,
  RECORD_MIME,
  SWEEP_MIME,
  type RunRecord,
  type SweepRecord
} from '../record'

type Outputs = readonly vscode.NotebookCellOutput[]

/** The sweep that outputs show; null where there is none that can be read. */
export const sweepIn = (outputs: Outputs): SweepRecord | null => recordIn(outputs, SWEEP_MIME, parseSweep)

/** The run that outputs show; null where there is none that can be read. */
export const runIn = (outputs: Outputs): RunRecord | null => recordIn(outputs, RECORD_MIME, parseRecord)

function recordIn<T>(outputs: Outputs, mime: string, parse: (json: unknown) => T): T | null {
  const item = outputs.flatMap(({ items }) => items).find(one => one.mime === mime)
  if (item === undefined) return null
  return ifReadable(() => parse(jsonIn(item))) // the renderer says what is wrong with it
}

/** Null, which no record is, for what is not JSON. */
function jsonIn({ data }: vscode.NotebookCellOutputItem): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(data))
  } catch {
    return null
  }
}
