import { TEXTS } from './texts'

/** Workers and reasons that a person hears of at most: a hostile queue has many. */
const MOST_KINDS = 100

interface Refused {
  readonly worker: string
  readonly why: string
  readonly runs: Set<number>
  /** how many runs there were when it was told */
  told: number
  /** how many there were at the last look, and how many looks there were */
  seen: number
  looks: number
}

/** What still grows is told after so many looks. */
const MOST_LOOKS = 3

/** Which runs workers refuse, and why: told by worker and reason, again when there are twice as many runs. */
export class Refusals {
  private readonly kinds = new Map<string, Refused>()

  constructor(private readonly say: (sentence: string) => void) {}

  add(worker: string, why: string, runs: readonly number[]): void {
    const key = JSON.stringify([worker, why])
    const kind = this.kinds.get(key) ?? { worker, why, runs: new Set<number>(), told: 0, seen: 0, looks: 0 }
    if (this.kinds.size < MOST_KINDS) this.kinds.set(key, kind)
    for (const run of runs) kind.runs.add(run)
  }

  /** To be called now and then: what belongs together comes in many messages. */
  tell(): void {
    for (const kind of this.kinds.values()) {
      const { worker, why, runs, told, seen, looks } = kind
      const isWhole = runs.size === seen || looks >= MOST_LOOKS
      Object.assign(kind, { seen: runs.size, looks: looks + 1 })
      if (!isWhole || runs.size < Math.max(1, 2 * told)) continue
      kind.told = runs.size
      this.say(TEXTS.refusesSome(worker, [...runs].sort((a, b) => a - b), why)) // prettier-ignore
    }
  }
}
