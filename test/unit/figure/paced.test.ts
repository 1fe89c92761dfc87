import assert from 'node:assert/strict'
import { Paced } from '../../../src/figure'

/** A platform whose time, frames and showings happen when a test says so. */
class Stage {
  time = 0
  shown = 0
  /** ends the showing under way */
  finish: () => void = () => assert.fail('nothing is being shown')
  private readonly frames = new Set<() => void>()
  private readonly timers = new Map<() => void, number>()

  readonly paced = new Paced(
    () => {
      this.shown++
      return new Promise(resolve => (this.finish = resolve))
    },
    {
      now: () => this.time,
      rest: took => 2 * took,
      wait: (ms, then) => {
        this.timers.set(then, this.time + ms)
        return () => this.timers.delete(then)
      },
      ready: then => {
        this.frames.add(then)
        return () => this.frames.delete(then)
      }
    }
  )

  frame(): void {
    const due = [...this.frames]
    this.frames.clear()
    due.forEach(then => then())
  }

  /** Lets `ms` pass; then the next frame comes. */
  pass(ms: number): void {
    this.time += ms
    const due = [...this.timers].filter(([, at]) => at <= this.time)
    for (const [then] of due) this.timers.delete(then)
    for (const [then] of due) then()
    this.frame()
  }

  /** Ends the showing under way after `ms`. */
  async end(ms: number): Promise<void> {
    this.time += ms
    this.finish()
    await new Promise(resolve => setImmediate(resolve))
  }
}

describe('Paced', () => {
  let stage: Stage
  beforeEach(() => (stage = new Stage()))

  it('makes one showing of all requests until the next frame', () => {
    stage.paced.request()
    stage.paced.request()
    assert.equal(stage.shown, 0)
    stage.frame()
    assert.equal(stage.shown, 1)
  })

  it('waits for the showing under way and twice as long after it', async () => {
    stage.paced.request()
    stage.frame()
    stage.paced.request()
    stage.pass(10)
    await stage.end(40)
    stage.pass(99)
    assert.equal(stage.shown, 1)
    stage.pass(1)
    assert.equal(stage.shown, 2)
  })

  it('shows nothing more when nothing was asked for meanwhile', async () => {
    stage.paced.request()
    stage.frame()
    await stage.end(10)
    stage.pass(1000)
    assert.equal(stage.shown, 1)
  })

  it('follows a hand without a rest, but not before the showing under way has ended', async () => {
    stage.paced.request()
    stage.frame()
    stage.paced.follow()
    stage.frame()
    assert.equal(stage.shown, 1)
    await stage.end(50)
    stage.frame()
    assert.equal(stage.shown, 2)
  })

  it('shows at once where nobody can wait for a frame', async () => {
    stage.paced.request()
    const done = stage.paced.now()
    assert.equal(stage.shown, 1)
    await stage.end(1)
    await done
    stage.pass(1000)
    assert.equal(stage.shown, 1)
  })

  it('forgets what was asked for when it is cancelled', async () => {
    stage.paced.request()
    stage.paced.cancel()
    stage.pass(1000)
    assert.equal(stage.shown, 0)
    stage.paced.request()
    stage.frame()
    stage.paced.request()
    stage.paced.cancel()
    await stage.end(10)
    stage.pass(1000)
    assert.equal(stage.shown, 1)
  })

  it('goes on after a showing that failed', async () => {
    let tries = 0
    const paced = new Paced(() => Promise.reject(new Error(String(++tries))), {
      now: () => 0,
      rest: () => 0,
      wait: () => () => undefined,
      ready: () => () => undefined
    })
    await assert.rejects(paced.now(), /1/)
    await assert.rejects(paced.now(), /2/)
  })
})
