import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom } from '../../../src/arithmetic'
import { itWith } from '../../workbench/programs'
import type { Gradnb } from '../cli/gradnb'
import { QueueFolder } from './queueFolder'
import type { RedisServer } from './redisServer'

const KILLS = 50
const LONGEST_PAUSE_MS = 150

/** Runs of a few milliseconds, several a job. */
const sweepOf = (seed: number) =>
  `name: rates\nhidden_layers: {depth: 5, units: 16}\nepochs: 20\nseed: ${seed}\nsweep: {parameters: {optimizer.lr: [0.01, 0.1, 0.5]}}\nseeds: 80`

describe('a queue whose workers, Redis and coordinator are killed at any moment', function () {
  this.timeout(900_000)
  const folder = new QueueFolder()
  const random = createRandom(18)

  itWith('redis-server', `gives the bytes of one machine after ${KILLS} kills`, async () => {
    const server = await folder.redis()
    const killer = new Killer(folder, server)
    await killer.start()
    for (let sweep = 0; killer.kills < KILLS; sweep++) {
      const out = `out${sweep}`
      await folder.twice(sweepOf(1000 * sweep))
      await killed(killer, out)
      const { merge, merged, whole } = await folder.merged(out)
      assert.deepEqual([merge.status, merge.stderr], [0, ''])
      assert.equal(merged, whole)
    }
  })

  /** A sweep of which something is killed again and again; each kill comes after there was progress since the last. */
  async function killed(killer: Killer, out: string): Promise<void> {
    const { url } = killer.server
    const linesNow = () => folder.lines(out).then(lines => lines.length)
    let sweep = folder.sweep(url, {}, out)
    for (let lines = 0; ; lines = await linesNow()) {
      let status: number | null = null
      void sweep.ended.then(ended => (status = ended.status))
      await folder.until(async () => status !== null || (killer.kills < KILLS && (await linesNow()) > lines))
      if (status !== null) return assert.equal(status, 0)
      await sleep(random.uniform() * LONGEST_PAUSE_MS)
      const victim = Math.floor(random.uniform() * 4)
      if (victim < 3) await killer.kill(victim)
      else {
        killer.kills++
        sweep.kill('SIGKILL')
        await sweep.ended
        sweep = folder.sweep(url, {}, out)
      }
    }
  }
})

/** Kills one of two workers, or Redis, and starts it again. */
class Killer {
  kills = 0
  private readonly workers: Gradnb[] = []

  constructor(
    private readonly folder: QueueFolder,
    readonly server: RedisServer
  ) {}

  async start(): Promise<void> {
    for (const place of [0, 1]) this.workers[place] = await this.folder.worker(this.server.url)
  }

  async kill(victim: number): Promise<void> {
    this.kills++
    if (victim === 2) {
      await this.server.kill()
      return this.server.start()
    }
    this.workers[victim]!.kill('SIGKILL')
    await this.workers[victim]!.ended
    this.workers[victim] = await this.folder.worker(this.server.url)
  }
}
