import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { TestFolder } from './gradnb'

/** Writes the most memory that the process had, in kB, as the last line of stderr. */
const TELL_MEMORY = "process.on('exit', () => console.error(process.resourceUsage().maxRSS))"

const cellOf = (units: string) =>
  `dataset: digits\nhidden_layers: ${units}\nactivation: relu\nepochs: 1\nbatch_size: 64\n`

describe('gradnb run', function () {
  this.timeout(120_000)
  const folder = new TestFolder()

  /** Bytes that running `source` took at most, and the number of its net's parameters. */
  async function run(source: string): Promise<{ bytes: number; parameters: number }> {
    const [cell, hook] = [await folder.write('cell.yaml', source), await folder.write('hook.cjs', TELL_MEMORY)]
    const args = ['--require', hook, path.resolve('dist/cli.js'), 'run', cell, '--json']
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args)
    const { layers } = JSON.parse(stdout) as { layers: { inputs: number; outputs: number }[] }
    const parameters = layers.reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0)
    return { bytes: 1024 * Number(stderr.trim().split('\n').at(-1)), parameters }
  }

  it('trains ten million parameters in six times the bytes that they take', async () => {
    const [small, large] = [await run(cellOf('[30]')), await run(cellOf('[3000, 3000, 200]'))]
    assert.ok(large.parameters > 9.7e6)
    const share = (large.bytes - small.bytes) / (4 * large.parameters)
    assert.ok(share > 1 && share <= 6, `took ${share.toFixed(2)} times the bytes`)
  })
})
