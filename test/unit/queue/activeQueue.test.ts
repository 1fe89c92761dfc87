import assert from 'node:assert/strict'
import { DEFAULT_LIMITS, parseCell } from '../../../src/experiment'
import { QueueRuns, type QueueAddress } from '../../../src/queue'
import type { GivenJob, GiveListener, Giver, JobState, Transport } from '../../../src/queue/transport'

const ADDRESS: QueueAddress = {
  ...{ host: 'lab', port: 6379, tls: false, database: 0 },
  ...{ username: null, password: null, shown: 'redis://lab:6379' }
}

/** What a worker says of a job, all of whose runs fail. */
const failing = ({ data }: GivenJob): JobState => ({
  state: 'done',
  value: {
    ...{ type: 'results', worker: 'w:1' },
    results: (data as { runs: { digest: string }[] }).runs.map(({ digest }) => ({ digest, task: null, failed: 'oh' }))
  }
})

/** A queue that does jobs at once; the first time it takes half of them, and then says that it takes none. */
class HalfFull implements Giver {
  readonly added: string[][] = []
  private readonly done = new Map<string, JobState>()

  constructor(private readonly listener: GiveListener) {}

  async add(jobs: readonly GivenJob[]): Promise<void> {
    this.added.push(jobs.map(({ id }) => id))
    const taken = this.added.length === 1 ? jobs.slice(0, jobs.length / 2) : jobs
    for (const job of taken) {
      const isKnown = this.done.has(job.id)
      this.done.set(job.id, failing(job))
      if (!isKnown) this.listener.ended(job.id, failing(job))
    }
    if (taken.length < jobs.length) throw new Error('the queue is full')
  }

  async look(ids: readonly string[]): Promise<readonly JobState[]> {
    return ids.map(id => this.done.get(id) ?? { state: 'gone' })
  }

  async remove(): Promise<void> {}
  async close(): Promise<void> {}
}

describe('a queue that takes some of the jobs and then refuses', function () {
  this.timeout(120_000)

  it('is given the others again, and each run is told once', async () => {
    const parsed = parseCell('epochs: 300\nhidden_layers: [64, 64]')
    assert.ok(parsed.ok && parsed.cell.kind === 'run')
    const { experiment } = parsed.cell
    const runs = Array.from({ length: 6 }, (_, index) => ({ index, key: 'k' }))
    const givers: HalfFull[] = []
    const transport = {
      give: async (_: QueueAddress, listener: GiveListener) => {
        const giver = new HalfFull(listener)
        givers.push(giver)
        return giver
      }
    } as unknown as Transport
    const [ended, said]: [number[], string[]] = [[], []]
    await new QueueRuns(() => transport, ADDRESS, { say: sentence => said.push(sentence) }).run({
      ...{ files: {}, limits: DEFAULT_LIMITS, signal: new AbortController().signal, runs },
      experimentOf: index => ({ ...experiment, seed: index }),
      onData: () => {},
      onOutcome: index => ended.push(index)
    })
    assert.deepEqual([...ended].sort(), [0, 1, 2, 3, 4, 5])
    assert.deepEqual(said, ['the queue is full'])
    const [first, second, ...more] = givers[0]!.added
    assert.deepEqual([first!.length, second, more], [6, first!.slice(3), []])
  })
})
