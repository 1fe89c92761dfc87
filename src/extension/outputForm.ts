import type * as vscode from 'vscode'
import type { RuleName } from '../diagnosis'
import { EncodeCache, encodeRecord, encodeSweep, type JsonObject, type RunRecord, type SweepRecord } from '../record'
import type { FigureChannel } from './figureChannel'
import { LiveStream } from './liveStream'
import { recordItems, sweepItems } from './outputs'
import { SweepStream } from './sweepStream'

/** How a kind of record stands in a cell, and how its figures grow. */
export interface OutputForm<Shown> {
  items(record: Shown): vscode.NotebookCellOutputItem[]
  encode(record: Shown): JsonObject
  stream(name: string, record: Shown): RecordStream<Shown>
}

/** What brings the figures of an output up to date. */
export interface RecordStream<Shown> extends vscode.Disposable {
  /** what the output's metadata say, different for every output of every run */
  readonly name: string
  /** Whatever figures there are have got this record. */
  shown(record: Shown): void
  /** Sends what is new; resolves when a figure has drawn it, or when none is in view. */
  send(record: Shown): Promise<void>
  /** Waits for no figure any more. */
  release(): void
}

/** `silenced`: rules that nobody wants to hear of the cell, as it stands now. */
export function runForm(figures: FigureChannel, silenced: () => readonly RuleName[]): OutputForm<RunRecord> {
  const cache = new EncodeCache()
  return {
    items: record => recordItems(record, { silenced: silenced(), cache }),
    encode: record => encodeRecord(record, cache),
    stream: (name, record) => new LiveStream(figures, name, record)
  }
}

export const sweepForm = (figures: FigureChannel): OutputForm<SweepRecord> => ({
  items: sweepItems,
  encode: encodeSweep,
  stream: (name, record) => new SweepStream(figures, name, record)
})
