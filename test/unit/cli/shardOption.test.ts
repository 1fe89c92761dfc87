import assert from 'node:assert/strict'
import { shardName } from '../../../src/cli/shardFile'
import { shardIn } from '../../../src/cli/shardOption'

describe('a shard on the command line', () => {
  const slurm = (id: number, min: number, max: number, count: number, step = 1) => ({
    SLURM_ARRAY_TASK_ID: String(id),
    SLURM_ARRAY_TASK_MIN: String(min),
    SLURM_ARRAY_TASK_MAX: String(max),
    SLURM_ARRAY_TASK_COUNT: String(count),
    SLURM_ARRAY_TASK_STEP: String(step)
  })

  it('is i/n, from 0', () => {
    assert.deepEqual(shardIn('0/1', {}), { index: 0, count: 1 })
    assert.deepEqual(shardIn('3/16', {}), { index: 3, count: 16 })
    for (const text of ['1/1', '1', '-1/2', '1/0', '0.5/2', '0/1000000', ' 0/1', ''])
      assert.throws(() => shardIn(text, {}), /expected i\/n/, text)
  })

  it('is what Slurm says, wherever its numbers begin and whatever their step', () => {
    assert.deepEqual(shardIn('auto', slurm(2, 0, 3, 4)), { index: 2, count: 4 })
    assert.deepEqual(shardIn('auto', slurm(4, 1, 4, 4)), { index: 3, count: 4 })
    assert.deepEqual(shardIn('auto', slurm(6, 2, 10, 5, 2)), { index: 2, count: 5 })
    assert.throws(() => shardIn('auto', slurm(5, 1, 7, 3)), /Slurm gives are not evenly spaced/)
  })

  it('tells what was typed where n is none', () => {
    assert.throws(
      () => shardIn('auto/0', slurm(0, 0, 1, 2)),
      /^CommandError: --shard auto\/0: expected a number of shards/
    )
  })

  it('is what Grid Engine says, from 1', () => {
    assert.deepEqual(shardIn('auto', { SGE_TASK_ID: '1', SGE_TASK_LAST: '8' }), { index: 0, count: 8 })
    const steps = { SGE_TASK_ID: '5', SGE_TASK_FIRST: '3', SGE_TASK_LAST: '8', SGE_TASK_STEPSIZE: '2' }
    assert.deepEqual(shardIn('auto', steps), { index: 1, count: 3 })
  })

  it('has to be told how many there are where a scheduler does not say it, or there is none', () => {
    for (const [scheduler, env] of [
      ['Slurm', { SLURM_ARRAY_TASK_ID: '3' }],
      ['Grid Engine', { SGE_TASK_ID: '3' }],
      ['PBS', { PBS_ARRAY_INDEX: '2' }],
      ['Torque', { PBS_ARRAYID: '2' }],
      ['LSF', { LSB_JOBINDEX: '2' }],
      ['Kubernetes', { JOB_COMPLETION_INDEX: '0' }]
    ] as const)
      assert.throws(
        () => shardIn('auto', env),
        new RegExp(`${scheduler} does not say.*--shard auto/n .*set GRADNB_SHARDS`)
      )
    for (const text of ['auto', 'auto/4'])
      assert.throws(() => shardIn(text, { SGE_TASK_ID: 'undefined' }), /this is not a task of/)
  })

  const TASKS = {
    SLURM_ARRAY_TASK_ID: 0,
    SGE_TASK_ID: 1,
    PBS_ARRAY_INDEX: 0,
    PBS_ARRAYID: 0,
    LSB_JOBINDEX: 1,
    JOB_COMPLETION_INDEX: 0
  }

  for (const [variable, first] of Object.entries(TASKS))
    it(`is numbered by ${variable} alone, from ${first}, where n is told, as GRADNB_SHARDS or in auto/n`, () => {
      for (const index of [0, 3, 7]) {
        const env = { [variable]: String(first + index) }
        assert.deepEqual(shardIn('auto/8', env), { index, count: 8 })
        assert.deepEqual(shardIn('auto', { ...env, GRADNB_SHARDS: '8' }), { index, count: 8 })
      }
      const last = first + 7
      for (const task of [first + 8, ...(first === 1 ? [0] : [])])
        assert.throws(
          () => shardIn('auto/8', { [variable]: String(task) }),
          new RegExp(`this task has the number ${task}; number the tasks of .* from ${first} to ${last}`)
        )
    })

  it('stays the same where a single task of Slurm is sent again, as long as n is told', () => {
    assert.deepEqual(shardIn('auto/4', slurm(2, 2, 2, 1)), { index: 2, count: 4 })
    assert.deepEqual(shardIn('auto', { ...slurm(2, 2, 2, 1), GRADNB_SHARDS: '4' }), { index: 2, count: 4 })
  })

  it('refuses a number of shards that is none', () => {
    const env = { JOB_COMPLETION_INDEX: '0' }
    for (const count of ['0', '4.5', 'four', '-1', '100001'])
      assert.throws(() => shardIn('auto', { ...env, GRADNB_SHARDS: count }), /GRADNB_SHARDS=.*: expected a number of/)
    assert.throws(() => shardIn('auto/0', env), /auto\/0: expected a number of shards from 1 to 100000/)
    for (const text of ['auto/', 'auto/x', 'automatic']) assert.throws(() => shardIn(text, env), /expected i\/n/)
  })

  it('has a file that every file system takes', () => {
    assert.equal(shardName('rates-1.b'), 'rates-1.b')
    assert.equal(shardName('a/b*"é'), 'a%2Fb%2A%22%C3%A9')
    assert.equal(shardName('x'.repeat(100)), 'x'.repeat(100))
    assert.equal(shardName('x'.repeat(500)).length, 100)
    assert.notEqual(shardName('x'.repeat(500)), shardName('x'.repeat(501)))
    for (const before of ['', 'x', 'xx'])
      assert.match(shardName(`${before}${'é'.repeat(80)}`), /^x*(%[\dA-F]{2})+-[\da-f]{8}$/)
  })
})
