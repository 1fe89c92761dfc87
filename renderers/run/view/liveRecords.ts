import { addPiece, parseRecord, RecordBuilder, type RunRecord } from '../../../src/record'

/** How far a figure is with a run. */
export interface StreamPosition {
  readonly columns: number
  readonly frames: number
}

/**
 * The records of runs under way, each by the name of its stream: what outputs brought, and the pieces that came since.
 */
export class LiveRecords {
  private readonly runs = new Map<string, { output: unknown; builder: RecordBuilder | null }>()

  /** An output of the stream brought a whole record, as JSON: the newer of it and of what pieces made. */
  whole(stream: string, output: unknown): unknown {
    const known = this.runs.get(stream)
    if (known?.builder && !isNewer(output, known.builder.record)) return known.builder.record
    this.runs.set(stream, { output, builder: null })
    return output
  }

  /**
   * A piece came: the record with it, or how far this figure is if something before it is missing; null for a stream
   * not shown here.
   */
  piece(stream: string, piece: unknown): { readonly record: RunRecord } | { readonly missing: StreamPosition } | null {
    const run = this.runs.get(stream)
    if (!run) return null
    const builder = (run.builder ??= RecordBuilder.from(parseRecord(run.output)))
    return addPiece(builder, piece) ? { record: builder.record } : { missing: this.position(stream)! }
  }

  /** How far a run is here, as its last output or piece told; null for a stream not shown here. */
  position(stream: string): StreamPosition | null {
    const run = this.runs.get(stream)
    if (!run) return null
    const { columns, frames } = run.builder?.record ?? (run.output as { columns?: unknown; frames?: unknown })
    return { columns: typeof columns === 'number' ? columns : 0, frames: Array.isArray(frames) ? frames.length : 0 }
  }

  /** Forgets all other streams. */
  keepOnly(streams: ReadonlySet<string | null>): void {
    for (const stream of this.runs.keys()) if (!streams.has(stream)) this.runs.delete(stream)
  }
}

/** A record that has ended says so; else the one with more columns is newer. */
function isNewer(output: unknown, { columns }: RunRecord): boolean {
  const { columns: others, events } = output as {
    readonly columns?: unknown
    readonly events?: { readonly stop?: unknown }
  }
  return !(typeof others === 'number' && others <= columns && events?.stop === null)
}
