import assert from 'node:assert/strict'
import { Refusals } from '../../../src/queue/refusals'

describe('refusals of workers', () => {
  it('are told by worker and reason with their runs, and again when there are twice as many', () => {
    const told: string[] = []
    const refusals = new Refusals(sentence => told.push(sentence))
    const refuse = (worker: string, why: string, ...runs: number[]): void => {
      refusals.add(worker, why, runs)
      refusals.tell() // more may come
      refusals.tell()
    }
    refuse('a', 'too large', 2, 0, 1)
    refuse('a', 'too large', 2)
    refuse('a', 'too large', 9)
    refuse('b', 'too large', 7)
    refuse('a', 'too large', 5, 6)
    refusals.tell()
    assert.deepEqual(told, [
      'the worker a refuses runs 0–2: too large',
      'the worker b refuses run 7: too large',
      'the worker a refuses runs 0–2, 5–6, 9: too large'
    ])
  })

  it('are told before they are all there where they never end', () => {
    const told: string[] = []
    const refusals = new Refusals(sentence => told.push(sentence))
    for (let run = 0; run < 4; run++) {
      refusals.add('w', 'no', [run])
      refusals.tell()
    }
    assert.deepEqual(told, ['the worker w refuses runs 0–3: no'])
  })

  it('do not grow without end where a queue makes up reasons', () => {
    const told: string[] = []
    const refusals = new Refusals(sentence => told.push(sentence))
    for (let i = 0; i < 1000; i++) refusals.add('w', `reason ${i}`, [0])
    for (let look = 0; look < 3; look++) refusals.tell()
    assert.equal(told.length, 100)
  })
})
