import Ajv from 'ajv-draft-04'
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { itWith } from '../../workbench/programs'
import { vanishing } from '../renderer/records'
import { experiment, exported, failed, prose, recordOutput, sharedOf, textOf } from './notebooks'

const schema = JSON.parse(readFileSync('test/reference/nbformat/nbformat.v4.5.schema.json', 'utf8'))
const ajv = new Ajv({ strict: false })

const CELLS = [
  prose('# A title\n\nSome *words*.', 'first'),
  experiment('name: a\nepochs: 9', 'Größe/1', recordOutput(vanishing(4, 9))),
  experiment('epochs: 9', 'cell-2'),
  experiment('', 'x'.repeat(65), failed('no \u001b[31mred\nsecond line'))
]

const made = async () => {
  const [file, ...others] = await exported(CELLS, { format: 'ipynb', file: 'x.ipynb' })
  assert.equal(others.length, 0)
  return textOf(file!)
}

describe('a notebook as one of Jupyter', () => {
  it('is valid by the schema of nbformat 4.5', async () => {
    const notebook = JSON.parse(await made())
    const isValid: boolean = ajv.validate(schema, notebook)
    assert.ok(isValid, ajv.errorsText())
    assert.deepEqual(
      notebook.cells.map(({ cell_type }: { cell_type: string }) => cell_type),
      ['markdown', 'code', 'code', 'code']
    )
  })

  it('has an id for every cell that Jupyter takes, and no id twice', async () => {
    const ids = JSON.parse(await made()).cells.map(({ id }: { id: string }) => id)
    assert.deepEqual(ids, ['first', 'cell-2_', 'cell-2', 'cell-4'])
  })

  it('has cells as they are, figures as SVG, PNG and text, and errors without what acts on a terminal', async () => {
    const { cells } = JSON.parse(await made())
    assert.equal(cells[1].source.join(''), 'name: a\nepochs: 9')
    const { data } = cells[1].outputs[0]
    assert.match(data['image/svg+xml'].join(''), /^<svg .*<\/svg>$/s)
    assert.deepEqual([...Buffer.from(data['image/png'], 'base64').subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47])
    assert.match(data['text/plain'].join(''), /Vanishing: /)
    const [error] = cells[3].outputs
    assert.deepEqual(error.traceback, ['Training failed: no \\u001b[31mred', 'second line'])
  })

  itWith('jupyter-nbconvert', 'is opened by Jupyter, which draws its figure', async function () {
    this.timeout(180_000)
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-jupyter-'))
    try {
      const file = path.join(folder, 'x.ipynb')
      writeFileSync(file, await made())
      await promisify(execFile)('jupyter-nbconvert', ['--to', 'html', file], { cwd: folder })
      const page = readFileSync(path.join(folder, 'x.html'), 'utf8')
      for (const part of ['A title', '<em>words</em>', 'hidden 1']) assert.ok(page.includes(part), part)
      assert.match(page, /<svg [^>]*class="marks"/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  const TRAINED = [prose('# A'), experiment('dataset: xor\nepochs: 2', 'one', recordOutput(vanishing(4, 9)))]

  it('can have its experiments as PyTorch, below what they are here, with their tensors beside it', async () => {
    const [file, tensors] = await exported(TRAINED, { format: 'ipynb', file: 'x.ipynb', pytorch: true })
    const notebook = JSON.parse(textOf(file!))
    const isValid: boolean = ajv.validate(schema, notebook)
    assert.ok(isValid, ajv.errorsText())
    const sources = notebook.cells.map(({ source }: { source: string[] }) => source.join(''))
    assert.equal(sources[1], '```yaml\ndataset: xor\nepochs: 2\n```')
    assert.match(
      sources[2],
      /tensors = load\(Path\("x_files\/2-xor\.safetensors"\)\)[^]*\n\nfirst_step\(\)\ntrain\(\)\n$/
    )
    assert.equal(tensors!.path, 'x_files/2-xor.safetensors')
    assert.equal(notebook.cells[2].outputs.length, 1)
  })

  /** Cells that run, that cannot, that compare, and that say nothing. */
  const MIXED = [
    experiment('name: a\ndataset: xor\nepochs: 1', 'one', recordOutput(vanishing(4, 9))),
    experiment('activation: sigmod', 'two', failed('no')),
    experiment('compare: [a]', 'three'),
    experiment('', 'four')
  ]

  it('keeps a cell that has no PyTorch as text, so that the notebook runs from end to end, and says why', async () => {
    const { files, leftOut } = await sharedOf(MIXED, { format: 'ipynb', file: 'x.ipynb', pytorch: true })
    const { cells } = JSON.parse(textOf(files[0]!))
    assert.equal(leftOut.length, 1)
    assert.match(leftOut[0]!, /^cell 2 was not made PyTorch, as it cannot run: line 1, .*sigmod/)
    const kinds = cells.map((cell: { cell_type: string }) => cell.cell_type)
    assert.deepEqual(kinds, ['markdown', 'code', 'markdown', 'code', 'markdown', 'code', 'markdown', 'code'])
    assert.equal(cells[2].source.join(''), '```yaml\nactivation: sigmod\n```')
    for (const place of [3, 5, 7]) assert.match(cells[place].source.join(''), /^# This cell has no counterpart in PyTorch[^\n]*$/) // prettier-ignore
    assert.equal(cells[3].outputs.length, 1)
  })

  itWith('torch', 'has PyTorch that runs in its folder', async function () {
    this.timeout(180_000)
    const files = await exported(MIXED, { format: 'ipynb', file: 'x.ipynb', pytorch: true })
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-jupyter-'))
    try {
      mkdirSync(path.join(folder, 'x_files'))
      for (const { path: name, bytes } of files) writeFileSync(path.join(folder, name), bytes)
      const cells: { cell_type: string; source: string[] }[] = JSON.parse(textOf(files[0]!)).cells
      const code = cells.flatMap(cell => (cell.cell_type === 'code' ? [cell.source.join('')] : [])).join('\n')
      const { stdout } = await promisify(execFile)('/usr/bin/python3', ['-c', code], { cwd: folder })
      assert.match(stdout, /^loss 0\.\d+\nlayer\tweight_gradient_l2.*\n[^]*epoch 1: loss 0\.\d+/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
