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

  it('is what Grid Engine says, from 1', () => {
    assert.deepEqual(shardIn('auto', { SGE_TASK_ID: '1', SGE_TASK_LAST: '8' }), { index: 0, count: 8 })
    const steps = { SGE_TASK_ID: '5', SGE_TASK_FIRST: '3', SGE_TASK_LAST: '8', SGE_TASK_STEPSIZE: '2' }
    assert.deepEqual(shardIn('auto', steps), { index: 1, count: 3 })
  })

  it('has to be told where a scheduler does not say how many tasks there are, or there is none', () => {
    assert.throws(() => shardIn('auto', { PBS_ARRAY_INDEX: '2' }), /PBS does not say.*--shard "\$PBS_ARRAY_INDEX\/n"/)
    assert.throws(() => shardIn('auto', { LSB_JOBINDEX: '2' }), /LSF does not say.*\$\(\(LSB_JOBINDEX - 1\)\)\/n/)
    assert.throws(() => shardIn('auto', { JOB_COMPLETION_INDEX: '0' }), /Kubernetes does not say/)
    assert.throws(() => shardIn('auto', { SGE_TASK_ID: 'undefined' }), /this is not a task of/)
  })

  it('has a file that every file system takes', () => {
    assert.equal(shardName('rates-1.b'), 'rates-1.b')
    assert.equal(shardName('a/b*"é'), 'a%2Fb%2A%22%C3%A9')
    assert.equal(shardName('x'.repeat(500)).length, 100)
  })
})
