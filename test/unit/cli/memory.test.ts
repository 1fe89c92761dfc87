import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { idxFile } from '../dataset/idxFile'
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
    const { bytes, stdout } = await start(source)
    const { layers } = JSON.parse(stdout) as { layers: { inputs: number; outputs: number }[] }
    return { bytes, parameters: layers.reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0) }
  }

  /** Runs `source`, which may fail: bytes that it took at most, and what it wrote. */
  async function start(source: string): Promise<{ bytes: number; stdout: string; stderr: string }> {
    const [cell, hook] = [await folder.write('cell.yaml', source), await folder.write('hook.cjs', TELL_MEMORY)]
    const args = ['--require', hook, path.resolve('dist/cli.js'), 'run', cell, '--json']
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args).catch(
      (failed: { stdout: string; stderr: string }) => failed
    )
    return { bytes: 1024 * Number(stderr.trim().split('\n').at(-1)), stdout, stderr }
  }

  /** Writes `count` white pictures of 28 × 28 and their labels as IDX files, packed. */
  async function writePictures(count: number): Promise<void> {
    const pixels = gzipSync(new Uint8Array(784 * 1000))
    const members = [gzipSync(idxFile([count, 28, 28], [])), ...Array<Uint8Array>(count / 1000).fill(pixels)]
    await folder.write('images.gz', Buffer.concat(members))
    await folder.write(
      'labels',
      idxFile(
        [count],
        Array.from({ length: count }, (_, i) => i % 2)
      )
    )
  }

  const PICTURES = 'dataset: {idx: {images: images.gz, labels: labels}}\nhidden_layers: [4]\nepochs: 1'

  it('trains ten million parameters in six times the bytes that they take', async () => {
    const [small, large] = [await run(cellOf('[30]')), await run(cellOf('[3000, 3000, 200]'))]
    assert.ok(large.parameters > 9.7e6)
    const share = (large.bytes - small.bytes) / (4 * large.parameters)
    assert.ok(share > 1 && share <= 6, `took ${share.toFixed(2)} times the bytes`)
  })

  it('keeps the numbers of a data set once, eight bytes each', async () => {
    const most = 40_000
    await writePictures(1000)
    const small = await start(PICTURES)
    await writePictures(most)
    const large = await start(PICTURES)
    assert.match(large.stdout, /"trainSamples":32000/)
    const share = (large.bytes - small.bytes) / (8 * 784 * most)
    assert.ok(share > 0.5 && share <= 1.5, `took ${share.toFixed(2)} times the bytes`)
  })

  it('refuses a small file of more numbers than the limit before it unpacks them', async () => {
    await writePictures(1000)
    const small = await start(PICTURES)
    await writePictures(200_000)
    const large = await start(PICTURES)
    assert.match(large.stderr, /images.gz: 200,000 samples × 784 inputs are 156,800,000 numbers, above the limit/)
    assert.ok(large.bytes - small.bytes < 20e6, `took ${large.bytes - small.bytes} bytes more`)
  })
})
