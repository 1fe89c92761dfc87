import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

const SWEEP = 'name: rates\nhidden_layers: [4]\nepochs: 200000\nseeds: 2'

describe('the limits of cells on the command line', function () {
  this.timeout(180_000)
  const folder = new TestFolder()

  it('are raised by an option or a variable each, which the refusal names', async () => {
    await folder.write('s.yaml', SWEEP)
    const check = (...more: string[]) => gradnb(['check', folder.file('s.yaml'), ...more])
    const { status, stdout } = await check()
    assert.equal(status, 1)
    assert.match(stdout, /200,000 epochs are above the limit of 100,000; .* --max-epochs on the command line/)
    assert.equal((await check('--max-epochs', '200000')).status, 0)
    const env = { GRADNB_MAX_EPOCHS: '200000' }
    assert.equal((await gradnb(['check', folder.file('s.yaml')], { env })).status, 0)
  })

  it('are those of every command that says how to raise them', async () => {
    const file = await folder.write('long.yaml', 'hidden_layers: [4]\nepochs: 6')
    for (const command of ['check', 'run', 'predict', 'doctor']) {
      const refused = await gradnb([command, file, '--max-epochs', '5'])
      assert.equal(refused.status, 1, command)
      assert.match(
        `${refused.stdout}${refused.stderr}`,
        /6 epochs are above the limit of 5; .* --max-epochs on/,
        command
      )
      const done = await gradnb([command, file, '--max-epochs', '6', '--json'].slice(0, command === 'check' ? 4 : 5))
      assert.doesNotMatch(`${done.stdout}${done.stderr}`, /above the limit/, command)
      assert.ok(command === 'check' || done.stdout.startsWith('{'), command)
    }
  })

  it('are those of exports that run cells, too, for what cells say and for what their files hold', async () => {
    await folder.write('data.csv', 'x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n')
    const data = 'dataset: {csv: data.csv, target: y, test_split: 0}'
    const long = cell('a', 'hidden_layers: [4]\nepochs: 200000')
    const file = await folder.write('long.gradnb', notebook(long, cell('b', data)))
    const exported = (...args: string[]) => gradnb(['export', file, '--to', 'pytorch', '--force', ...args])
    const scripts = async () => (await readdir(folder.file('long_pytorch'))).filter(name => name.endsWith('.py'))
    const refused = await exported()
    assert.equal(refused.status, 0)
    assert.match(
      refused.stderr,
      /^.*long\.gradnb: cell 1 was left out, as it cannot run: .*200,000 epochs .* --max-epochs/
    )
    assert.deepEqual(await scripts(), ['2-data-csv.py'])
    const raised = await exported('--max-epochs', '200000')
    assert.deepEqual([raised.status, raised.stderr], [0, ''])
    assert.deepEqual(await scripts(), ['1-spiral.py', '2-data-csv.py'])
    for (const [option, told] of [
      ['--max-samples', /cell 2: data\.csv has more than 5 rows.* --max-samples/],
      ['--max-file-bytes', /cell 2 was left out, as it cannot run: .*data\.csv.* --max-file-bytes/]
    ] as const)
      assert.match((await exported('--max-epochs', '200000', option, '5')).stderr, told)
  })

  it('are whole numbers, also in a variable', async () => {
    await folder.write('s.yaml', SWEEP)
    const { status, stderr } = await gradnb(['check', folder.file('s.yaml')], { env: { GRADNB_MAX_EPOCHS: 'many' } })
    assert.equal(status, 2)
    assert.match(stderr, /value 'many' from env 'GRADNB_MAX_EPOCHS' is invalid. It must be a whole number/)
  })
})
