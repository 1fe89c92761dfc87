import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { DEFAULT_LIMITS, parseExperiment } from '../../../src/experiment'
import { at, toNumber, type QuantityName, type RunRecord } from '../../../src/record'
import { NothingToShare, type FilesOfCells } from '../../../src/sharing'
import { RunClient } from '../../../src/worker'
import { spawnNode } from '../../../src/worker/spawn.node'
import { EXPERIMENTS } from '../../workbench/experiments'
import { itWith } from '../../workbench/programs'
import { experiment, exported, prose, sharedOf, textOf } from './notebooks'

/** Every kind of net, loss and optimizer; not those whose gradients leave what PyTorch's float32 holds. */
const { vanishing: _, exploding: __, ...plain } = EXPERIMENTS
const CELLS: Readonly<Record<string, string>> = {
  ...plain,
  outputs: 'dataset: circle\nloss: mse\noutput_activation: softmax\nhidden_layers: [8, 8]\nepochs: 1',
  halved:
    'dataset: sine\nloss: half_mse\noutput_activation: tanh\noptimizer: {name: rmsprop, momentum: 0.5}\nepochs: 1',
  absolute: 'dataset: sine\nloss: mae\noptimizer: {name: adam, weight_decay: 0.1, clipvalue: 0.01}\nepochs: 1',
  inOrder: 'shuffle: false\nl1: 0.01\nactivation: {name: leaky_relu, negative_slope: 0.2}\nepochs: 1',
  tiny: 'hidden_layers: {depth: 24, units: 8}\nactivation: sigmoid\ninitializer: {name: random_normal, stddev: 0.1}\nepochs: 1',
  decayed: 'optimizer: {name: sgd, momentum: 0.9, nesterov: true, weight_decay: 0.1}\nprecision: float64\nepochs: 1',
  everyResidual: 'hidden_layers: [7, 7, 7]\nresidual: true\nnormalization: batch\nactivation: mish\nepochs: 1'
}

const FILES: FilesOfCells[number] = {
  'iris.csv': readFileSync('media/datasets/iris.csv'),
  'digits.csv.gz': readFileSync('media/datasets/digits.csv.gz')
}

const pytorch = { format: 'pytorch', file: 'x_pytorch' } as const

describe('a notebook as PyTorch', () => {
  it('is a folder with a script and its tensors for each cell that runs', async () => {
    const files = await exported(
      [prose('# A'), experiment('name: my-net\nepochs: 3', 'a'), experiment('', 'b'), experiment('dataset: xor', 'c')],
      pytorch
    )
    assert.deepEqual(
      files.map(({ path }) => path),
      ['2-my-net', '4-xor'].flatMap(name => [`x_pytorch/${name}.py`, `x_pytorch/${name}.safetensors`])
    )
    const script = textOf(files[0]!)
    for (const part of [
      '#     name: my-net\n#     epochs: 3\n',
      'nn.Linear(2, 16),\n',
      'EPOCHS = 3\n',
      'with_name("2-my-net.safetensors")'
    ])
      assert.ok(script.includes(part), part)
  })

  it('says what a cell does and its script does not', async () => {
    const scripts = async (...sources: string[]) =>
      textOf(
        (
          await exported(
            sources.map((source, i) => experiment(source, `c${i}`)),
            pytorch
          )
        )[0]!
      )
    const sweep = 'activation: tanh\nseeds: 3\nprecision: float64\nstop: {loss_below: 0.1}'
    assert.match(await scripts(sweep), /# The cell makes 3 runs; this script does the first of them\.\n#\n# .*"stop"/)
    assert.doesNotMatch(await scripts(sweep), /PyTorch computes/)
    assert.doesNotMatch(await scripts('epochs: 1'), /first of them|"stop"/)
    assert.match(await scripts('epochs: 1'), /# PyTorch computes in float32: .*\n# The notebook goes on/)
  })

  it('takes a cell of comments alone for an empty one', async () => {
    const files = await exported([experiment('# to do\n', 'a'), experiment('epochs: 1', 'b')], pytorch)
    assert.equal(files.length, 2)
  })

  it('lets nothing that a cell says become code', async () => {
    const source = '# """ \\\nepochs: 1 # é \u2028import os\n#\u0085import os'
    const [script] = await exported([experiment(source, 'a')], pytorch)
    const lines = textOf(script!).split(/\r|\n|\u2028|\u2029|\u0085/)
    assert.deepEqual(
      lines.filter(line => line.includes('import os')),
      ['#     epochs: 1 # é \\u2028import os', '#     #\\u0085import os']
    )
  })

  const CSV_CELL = 'dataset: {csv: x.csv, target: y}'

  it('leaves out a cell that cannot run, and says which and why', async () => {
    const sources = ['epochs: 1', 'activation: sigmod\nepochs: no', CSV_CELL, CSV_CELL, 'dataset: xor']
    const { files, leftOut } = await sharedOf(
      sources.map((source, i) => experiment(source, `c${i}`)),
      { ...pytorch, files: { 3: 'x.csv cannot be read', 4: { 'x.csv': new TextEncoder().encode('x,z\n1,2\n') } } }
    )
    assert.deepEqual(
      files.map(({ path }) => path).filter(name => name.endsWith('.py')),
      ['x_pytorch/1-spiral.py', 'x_pytorch/5-xor.py']
    )
    const [problems, unread, damaged] = leftOut
    assert.equal(leftOut.length, 3)
    assert.match(problems!, /^cell 2 was left out, as it cannot run: line 1, .*sigmod.*; line 2, [^\n]*$/)
    assert.equal(unread, 'cell 3 was left out, as it cannot run: x.csv cannot be read')
    assert.match(damaged!, /^cell 4 was left out, as it cannot run: .*"?y"?/)
  })

  it('is nothing where no cell can run, and says why', async () => {
    const failing = (message: RegExp, ...sources: string[]) =>
      assert.rejects(
        exported(
          sources.map((source, i) => experiment(source, `c${i}`)),
          { ...pytorch, files: { 1: 'x.csv cannot be read' } }
        ),
        (error: Error) => error instanceof NothingToShare && message.test(error.message)
      )
    await failing(/^cell 1 cannot run: line 1, .*sigmod/, 'activation: sigmod')
    await failing(/^no cell of this notebook can run: cell 1: x\.csv cannot be read; cell 2: line 1, /, CSV_CELL, 'epochs: no') // prettier-ignore
    await failing(/^this notebook has no experiment to export to PyTorch$/, '')
  })

  it('has the cells that limits allow which somebody raised', async () => {
    const cells = [experiment('epochs: 200000', 'a'), experiment('epochs: 1', 'b')]
    const { leftOut } = await sharedOf(cells, pytorch)
    assert.match(leftOut[0]!, /^cell 1 was left out, as it cannot run: .*200,000 epochs are above the limit/)
    const raised = await sharedOf(cells, { ...pytorch, limits: { ...DEFAULT_LIMITS, epochs: 200_000 } })
    assert.deepEqual([raised.leftOut, raised.files.length], [[], 4])
  })

  itWith(
    'torch',
    'has the first step and the first epoch of the run in PyTorch, too, for every kind of net',
    async function () {
      this.timeout(120_000)
      const scripts = await ranInTorch()
      for (const [name, source] of Object.entries(CELLS)) agree(scripts.get(name)!, await ran(source), name)
    }
  )
})

function agree(script: Printed, record: RunRecord, name: string): void {
  const { loss, test_loss } = record.curves
  assert.equal(script.layers.length, record.layers.length, name)
  near(script.losses[0]!, valueAt(loss, 0, 0), 1e-5, `${name}: first loss`)
  script.layers.forEach((numbers, layer) =>
    script.columns.forEach((quantity, i) => {
      const expected = valueAt(record.quantities[quantity], 0, layer)
      near(numbers[i]!, expected, 1e-4, `${name}: ${quantity} of ${record.layers[layer]!.name}`, slackOf(quantity))
    })
  )
  near(script.losses[1]!, valueAt(loss, 1, 0), 1e-3, `${name}: loss of the first epoch`)
  if (record.data.testSamples > 0) near(script.losses[2]!, valueAt(test_loss, 1, 0), 1e-3, `${name}: test loss`)
}

const valueAt = (table: RunRecord['curves']['loss'], column: number, layer: number): number =>
  toNumber(at(table, column, layer))!

/** Means may be as small as rounding errors, and so may what batch normalization leaves of a bias's gradient. */
const slackOf = (quantity: QuantityName): number =>
  quantity === 'activation_mean' || quantity === 'bias_gradient_l2' ? 1e-6 : 0

const near = (found: number, expected: number, tolerance: number, what: string, slack = 1e-6): void =>
  assert.ok(Math.abs(found - expected) <= tolerance * Math.abs(expected) + slack, `${what}: ${found}, not ${expected}`)

async function ran(source: string): Promise<RunRecord> {
  const parsed = parseExperiment(source)
  assert.ok(parsed.ok)
  const client = new RunClient(spawnNode(path.resolve('dist/worker.node.js')))
  try {
    const files = Object.fromEntries(Object.entries(FILES).map(([name, bytes]) => [name, Uint8Array.from(bytes)]))
    const job = { files, limits: DEFAULT_LIMITS, signal: new AbortController().signal, onProgress: () => {} }
    return await client.run({ ...job, experiment: { ...parsed.experiment, epochs: 1 } })
  } finally {
    client.dispose()
  }
}

interface Printed {
  readonly columns: readonly QuantityName[]
  readonly layers: readonly (readonly number[])[]
  /** of the first step, of the first epoch and of the test split after it */
  readonly losses: readonly number[]
}

const RUN_ALL = `import runpy, sys
import torch
for name, script in zip(sys.argv[1::2], sys.argv[2::2]):
    print("==", name)
    torch.set_default_dtype(torch.float32)
    found = runpy.run_path(script)
    found["first_step"]()
    found["train"].__globals__["EPOCHS"] = 1
    found["train"]()`

/** What the exported scripts of all cells print for their first step and their first epoch. */
async function ranInTorch(): Promise<Map<string, Printed>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-torch-'))
  const script = async ([name, source]: [string, string]) => {
    const files = await exported([experiment(source, 'a')], { format: 'pytorch', file: name, files: { 1: FILES } })
    mkdirSync(path.join(folder, name))
    for (const { path: file, bytes } of files) writeFileSync(path.join(folder, file), bytes)
    return [name, path.join(folder, files[0]!.path)]
  }
  try {
    const scripts = await Promise.all(Object.entries(CELLS).map(script))
    const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', RUN_ALL, ...scripts.flat()])
    const parts = stdout.trimEnd().split(/^== /m).slice(1)
    return new Map(parts.map(part => part.trimEnd().split('\n')).map(([name, ...lines]) => [name!, printed(lines)]))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function printed([loss, head, ...rest]: readonly string[]): Printed {
  const epoch = rest.at(-1)!
  return {
    columns: head!.split('\t').slice(1) as QuantityName[],
    layers: rest.slice(0, -1).map(line => line.split('\t').slice(1).map(Number)),
    losses: [loss!, ...epoch.match(/loss \S+?(?=,|$)/g)!].map(text => Number(text.replace('loss ', '')))
  }
}
