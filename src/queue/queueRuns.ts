import type { PoolJob, Runs } from '../worker'
import { ActiveQueue } from './activeQueue'
import type { QueueAddress } from './address'
import type { QueueNews } from './queueNews'
import type { Giver, Transport } from './transport'

/** Why a queue cannot be used: a sentence. */
export class QueueProblem extends Error {}

/** Does the runs of sweeps on other machines: gives them to a queue, whose workers send back what came of them. */
export class QueueRuns implements Runs {
  /** `load`: loads the bundle that speaks to Redis */
  constructor(
    private readonly load: () => Transport,
    private readonly address: QueueAddress,
    private readonly news: QueueNews
  ) {}

  /** As a pool of threads does. Rejects with a `QueueProblem` where there is no queue. */
  async run(job: PoolJob): Promise<void> {
    if (job.runs.length === 0 || job.signal.aborted) return
    const active = new ActiveQueue(job, this.news)
    await active.giveTo(await this.connected(active))
  }

  private async connected(active: ActiveQueue): Promise<Giver> {
    try {
      return await this.load().give(this.address, active)
    } catch (error) {
      throw new QueueProblem((error as Error).message)
    }
  }
}
