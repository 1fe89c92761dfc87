import type { JsonObject } from '../record'

/**
 * The newest records of runs under way, by the streams that their outputs name: what is saved in the middle of a run, however
 * old the picture is that stands in the notebook.
 */
export class LiveRecords {
  private readonly runs = new Map<string, () => JsonObject>()

  /** From now on outputs of this stream stand for what `encoded` makes, until `remove`. */
  add(stream: string, encoded: () => JsonObject): void {
    this.runs.set(stream, encoded)
  }

  remove(stream: string): void {
    this.runs.delete(stream)
  }

  /** The newest record of an output's stream, as JSON; null where its metadata name none that is under way. */
  newest(metadata: { readonly [key: string]: unknown } | undefined): JsonObject | null {
    const stream = metadata?.['stream']
    return (typeof stream === 'string' && this.runs.get(stream)?.()) || null
  }
}
