import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RedisOptions } from 'ioredis'
import { cell, Gradnb, gradnb, notebook, TestFolder, type Ended } from '../cli/gradnb'
import { linesOfShard } from '../cli/sweepFolder'
import { RedisServer } from './redisServer'

type Environment = Readonly<Record<string, string>>

/** A folder with a notebook, and a queue with its workers; all end with the test. */
export class QueueFolder extends TestFolder {
  private readonly servers: RedisServer[] = []
  private readonly running: Gradnb[] = []

  constructor() {
    super()
    afterEach(async () => {
      for (const one of this.running.splice(0)) {
        one.kill('SIGKILL')
        await one.ended
      }
      for (const server of this.servers.splice(0)) await server.kill()
    })
  }

  async redis(options: readonly string[] = [], login: RedisOptions = {}): Promise<RedisServer> {
    const server = await RedisServer.start(this.path, options, login)
    this.servers.push(server)
    return server
  }

  /** Two notebooks of one cell: "n.gradnb", and "whole.gradnb" as one machine runs it. */
  async twice(source: string): Promise<void> {
    for (const name of ['n.gradnb', 'whole.gradnb']) await this.write(name, notebook(cell('aaaa', source)))
    await gradnb(['run', this.file('whole.gradnb')])
  }

  start(args: readonly string[], env: Environment = {}): Gradnb {
    const started = new Gradnb(args, { env })
    this.running.push(started)
    return started
  }

  /** A worker that takes runs already. */
  async worker(url: string, more: readonly string[] = [], env: Environment = {}): Promise<Gradnb> {
    const worker = this.start(['worker', '--queue', url, '--workers', '1', ...more], env)
    await worker.told('takes runs')
    return worker
  }

  sweep(url: string, env: Environment = {}, out = 'out'): Gradnb {
    return this.start(['sweep', this.file('n.gradnb'), '--queue', url, '--out', this.file(out)], env)
  }

  /** Resolves when it is so. */
  async until(isSo: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isSo())) await sleep(20)
  }

  /** Resolves when the shard's file has a line. */
  hasLine(out = 'out'): Promise<void> {
    return this.until(async () => (await this.lines(out)).length > 0)
  }

  /** The notebook with the shards merged into it, and what one machine wrote. */
  async merged(out = 'out'): Promise<{ merge: Ended; merged: string; whole: string }> {
    const merge = await gradnb(['merge', this.file('n.gradnb'), this.file(out)])
    const [merged, whole] = await Promise.all(['n.gradnb', 'whole.gradnb'].map(name => readFile(this.file(name), 'utf8'))) // prettier-ignore
    return { merge, merged: merged!, whole: whole! }
  }

  /** The lines of the one shard's files; half-written ones, too. */
  lines(out = 'out'): Promise<string[]> {
    return linesOfShard(this.file(out), '0-of-1')
  }
}
