import * as vscode from 'vscode'
import { audible, diagnose, type Finding } from '../diagnosis'
import { openRecord, RECORD_MIME, type RunRecord } from '../record'
import { Later } from './later'
import type { LiveRuns } from './liveRuns'
import { silencedFor } from './silence'
import { isStale } from './staleness'

/** Outputs change several times within a moment. */
const PAUSE = 60
/** Bytes beyond which a saved record is not read for what may be wrong with it, unless a person asks. */
const MOST_BYTES = 4_000_000

/** What is wrong with the run that a cell shows. */
export interface Judged {
  readonly record: RunRecord
  readonly findings: readonly Finding[]
}

/** What the rules find in the runs that cells show: worked out after a run, and for saved outputs once they are asked about. */
export class Findings implements vscode.Disposable {
  private readonly judged = new WeakMap<Uint8Array, Judged | null>()
  private readonly changed = new vscode.EventEmitter<vscode.NotebookCell>()
  readonly onChange = this.changed.event
  private readonly later = new Later<vscode.NotebookCell>(PAUSE, cell => this.judge(cell))

  constructor(private readonly live: LiveRuns) {}

  /** What is wrong, worst first, without silenced rules; null where there is no run of the cell's text, or it is not known yet. */
  of(cell: vscode.NotebookCell): Judged | null {
    const bytes = recordBytes(cell)
    if (bytes === null || this.live.get(cell) || isStale(cell)) return null
    const known = this.judged.get(bytes)
    if (known === undefined && bytes.length <= MOST_BYTES) this.later.askOnce(cell)
    return known ? { ...known, findings: audible(known.findings, silencedFor(cell)) } : null
  }

  /** The same at once, however long the record is: a person asks for it. */
  now(cell: vscode.NotebookCell): Judged | null {
    if (!this.live.get(cell)) this.judge(cell, Infinity)
    return this.of(cell)
  }

  dispose(): void {
    this.later.dispose()
    this.changed.dispose()
  }

  private judge(cell: vscode.NotebookCell, most = MOST_BYTES): void {
    const bytes = recordBytes(cell)
    if (bytes !== null && bytes.length > most) return
    if (bytes === null || this.live.get(cell) || this.judged.has(bytes)) return
    this.judged.set(bytes, judgedFrom(bytes))
    this.changed.fire(cell)
  }
}

function recordBytes({ outputs }: vscode.NotebookCell): Uint8Array | null {
  const item = outputs.flatMap(({ items }) => items).find(({ mime }) => mime === RECORD_MIME)
  return item?.data ?? null
}

function judgedFrom(bytes: Uint8Array): Judged | null {
  try {
    const record = openRecord(JSON.parse(new TextDecoder().decode(bytes)))
    return record.events.stop === null ? null : { record, findings: diagnose(record) }
  } catch {
    return null // a damaged output says nothing; the renderer says what is wrong with it
  }
}
