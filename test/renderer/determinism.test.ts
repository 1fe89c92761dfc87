import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page, Worker } from 'playwright-core'
import { formatNotebook, parseNotebook, type Cell } from '../../src/notebook'
import { COMPARE_MIME, RECORD_MIME, SWEEP_MIME } from '../../src/record'
import { EXPERIMENTS } from '../workbench/experiments'
import { createLifetime } from '../workbench/lifetime'
import { provisionNode } from '../workbench/node'
import { runAllCells, saveNotebook, notebookReady } from '../workbench/notebook'
import { openWorkbench } from '../workbench/page'
import { runCommand } from '../workbench/palette'
import { run } from '../workbench/process'

const NODES = [20, 24] as const
const SAMPLES = 'media/samples'
/** What samples read. */
const DATA = ['fruit.csv', 'houses.csv']

/** Samples with cells of many runs; their names are different. */
const MANY_RUNS = ['initialization', 'learning-rate-and-depth']

/** Many runs, done by workers of whatever host. */
const MANY = `name: many
epochs: 3
hidden_layers: [8, 8]
variants: {zeros: {initializer: zeros}, relu: {activation: relu, dataset: iris}}
sweep: {method: random, run_cap: 3, parameters: {optimizer.learning_rate: {distribution: log_uniform_values, min: 0.001, max: 1.0e+3}}}
seeds: 2`

/** The same cells, all samples' among them, run in Chromium and by two versions of Node: every record has the same bits. */
describe('a notebook’s records', function () {
  this.timeout(300_000)
  const lifetime = createLifetime()
  let folder: string
  const file = (name: string) => path.join(folder, name)

  before(async () => (folder = await mkdtemp(path.join(os.tmpdir(), 'gradnb-bits-'))))
  after(async () => {
    await lifetime.end()
    await rm(folder, { recursive: true, force: true })
  })

  it(`are the same in Chromium and in Node ${NODES.join(' and ')}`, async () => {
    const cells = [...named(), MANY, ...(await samples())].map((source, i): Cell => {
      return { id: `cell${i}`, kind: 'experiment', source, outputs: [], extra: {} }
    })
    for (const data of DATA) await copyFile(path.join(SAMPLES, data), file(data))
    await writeFile(file('start.gradnb'), formatNotebook({ metadata: {}, cells, extra: {} }))
    for (const name of ['chromium', ...NODES]) await copyFile(file('start.gradnb'), file(`${name}.gradnb`))
    await runInChromium()
    for (const node of NODES) await inNode(node, 'run', String(node))
    const expected = await outputsOf('chromium')
    assert.equal(expected.length, cells.length)
    for (const node of NODES) {
      const found = await outputsOf(String(node))
      cells.forEach(({ source }, i) =>
        assert.equal(found[i], expected[i], `Node ${node} has other bits for\n${source}`)
      )
    }
  })

  it(`are verified in Node ${NODES.join(' and ')} as Chromium has saved them`, async () => {
    for (const node of NODES) await inNode(node, 'verify', 'chromium')
  })

  it('of samples with many runs, made in Node 24, are verified in Chromium and in Node 20', async () => {
    const cells = (await Promise.all(MANY_RUNS.map(cellsOf))).flat()
    await writeFile(file('many.gradnb'), formatNotebook({ metadata: {}, cells, extra: {} }))
    await inNode(24, 'run', 'many')
    const mimes = parseNotebook(await readFile(file('many.gradnb'))).cells.map(({ outputs }) => outputs[0]?.items[0]?.mime) // prettier-ignore
    assert.deepEqual([...new Set(mimes)].sort(), [COMPARE_MIME, RECORD_MIME, SWEEP_MIME])
    await inNode(20, 'verify', 'many')
    await inChromium('many', verifyAll)
  })

  const named = (): string[] => Object.entries(EXPERIMENTS).map(([name, source]) => `name: ${name}\n${source}`)

  /** Every cell of every sample that is one run: those of many take long. */
  async function samples(): Promise<string[]> {
    const files = readdirSync(SAMPLES).filter(name => name.endsWith('.gradnb'))
    const notebooks = await Promise.all(
      files.map(async name => parseNotebook(await readFile(path.join(SAMPLES, name))))
    )
    return notebooks.flatMap(({ cells }) =>
      cells
        .filter(({ kind, source }) => kind === 'experiment' && !/^(sweep|compare):/m.test(source))
        .map(({ source }) => source)
    )
  }

  /** Each cell's outputs as text. */
  async function outputsOf(name: string): Promise<string[]> {
    const { cells } = parseNotebook(await readFile(file(`${name}.gradnb`)))
    return cells.map(({ outputs, source }) => {
      assert.equal(outputs.length, 1, `no output for\n${source}`)
      return JSON.stringify(outputs)
    })
  }

  async function inNode(major: number, command: 'run' | 'verify', name: string): Promise<void> {
    const { executable } = await provisionNode(lifetime, major)
    const args = [path.resolve('dist/cli.js'), command, file(`${name}.gradnb`)]
    const purpose = `${command} the cells in Node ${major}`
    await run(lifetime, { purpose, command: executable, args, cwd: folder })
  }

  const runInChromium = (): Promise<void> =>
    inChromium('chromium', async page => {
      const workers: Worker[] = []
      page.on('worker', worker => workers.push(worker))
      await runAllCells(page)
      const names = await Promise.all(workers.map(nameOf))
      assert.ok(
        names.some(name => name.endsWith('gradnb')),
        `not trained in a Web Worker of its own: ${names.join()}`
      )
      await saveNotebook(page)
      await verifyAll(page)
    })

  /** Opens a notebook in a VS Code whose extensions run in the browser. */
  async function inChromium(name: string, work: (page: Page) => Promise<void>): Promise<void> {
    const settings = { 'remote.extensionKind': { 'gradnb.gradnb': ['web'] } }
    const size = { width: 1200, height: 1000 }
    const workbench = await openWorkbench({ folder, file: `${name}.gradnb`, theme: 'dark', size, settings })
    try {
      await notebookReady(workbench.page)
      await work(workbench.page)
    } finally {
      await workbench.dispose()
    }
  }
})

async function verifyAll(page: Page): Promise<void> {
  await runCommand(page, 'Gradient Notebook: Verify Outputs')
  await page
    .getByText(/All outputs are what their cells give, bit for bit/)
    .first()
    .waitFor({ timeout: 240_000 })
}

/** The experiment cells of a sample. */
async function cellsOf(sample: string): Promise<Cell[]> {
  const { cells } = parseNotebook(await readFile(path.join(SAMPLES, `${sample}.gradnb`)))
  return cells.filter(({ kind }) => kind === 'experiment').map(cell => ({ ...cell, id: `${sample}-${cell.id}` }))
}

/** The name of a Web Worker; none where it has ended. */
const nameOf = (worker: Worker): Promise<string> => worker.evaluate(() => self.name).catch(() => '')
