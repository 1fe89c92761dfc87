import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { cell, gradnb, notebook, TestFolder } from './gradnb'

const CSV = 'dataset: {csv: data.csv, target: y, test_split: 0}'

describe('gradnb export', () => {
  const folder = new TestFolder()
  let file = ''

  beforeEach(async () => {
    file = await folder.write(
      'a b.gradnb',
      notebook(cell('t', '# Title', 'markdown'), cell('one', 'name: n\nepochs: 2'))
    )
    await gradnb(['run', file])
  })

  const files = async () => (await readdir(folder.path, { recursive: true })).sort()

  it('writes a file beside the notebook, prints its name, and leaves the notebook as it is', async () => {
    const before = await readFile(file)
    const { status, stdout, stderr } = await gradnb(['export', file, '--to', 'md'])
    assert.deepEqual([status, stdout, stderr], [0, `${folder.file('a b.md')}\n`, ''])
    assert.deepEqual(await files(), ['a b.gradnb', 'a b.md', 'a b_files', 'a b_files/2-n.svg'])
    assert.match(await readFile(folder.file('a b.md'), 'utf8'), /^# Title\n\n```yaml\nname: n\n/)
    assert.deepEqual(await readFile(file), before)
  })

  it('writes where it is told to', async () => {
    await mkdir(folder.file('sub'))
    const out = folder.file('sub/numbers.txt')
    const { status, stdout } = await gradnb(['export', file, '--to', 'csv', '--out', out])
    assert.deepEqual([status, stdout], [0, `${out}\n`])
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\r\n')
    assert.equal(lines.filter(line => /^2,n,\d+,,/.test(line)).length, 3 * 3)
  })

  it('reads what cells read for PyTorch, within the folder of the notebook', async () => {
    await folder.write('data.csv', 'x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n')
    const both = await folder.write('both.gradnb', notebook(cell('a', 'dataset: iris'), cell('b', CSV)))
    const { status, stdout } = await gradnb(['export', both, '--to', 'pytorch'])
    assert.deepEqual([status, stdout], [0, `${folder.file('both_pytorch')}\n`])
    assert.deepEqual(await readdir(folder.file('both_pytorch')), ['1-iris.py', '1-iris.safetensors', '2-data-csv.py', '2-data-csv.safetensors']) // prettier-ignore
    const outside = await folder.write('sub.gradnb', notebook(cell('b', CSV.replace('data.csv', '../data.csv'))))
    const refused = await gradnb(['export', outside, '--to', 'pytorch'])
    assert.equal(refused.status, 1)
    assert.match(refused.stderr, /cell 1 cannot run: .*\.\.\/data\.csv/)
  })

  it('overwrites neither the notebook nor, unless it is told to, anything that lies beside it', async () => {
    await folder.write('a b.csv', 'my data')
    const refused = await gradnb(['export', file, '--to', 'csv'])
    assert.equal(refused.status, 2)
    assert.match(
      refused.stderr,
      /a b\.csv already exists; choose another name with --out, or overwrite it with --force/
    )
    assert.equal(await readFile(folder.file('a b.csv'), 'utf8'), 'my data')
    assert.equal((await gradnb(['export', file, '--to', 'csv', '--force'])).status, 0)
    const over = await gradnb(['export', file, '--to', 'json', '--out', file])
    assert.deepEqual([over.status, /would overwrite/.test(over.stderr)], [2, true])
  })

  it('says what it cannot export', async () => {
    const unknown = await gradnb(['export', file, '--to', 'docx'])
    assert.equal(unknown.status, 2)
    assert.match(
      unknown.stderr,
      /argument 'docx' is invalid\. Allowed choices are html, md, ipynb, pytorch, pdf, tex, csv, json\./
    )
    const bare = await folder.write('bare.gradnb', notebook(cell('one', 'epochs: 2')))
    const empty = await gradnb(['export', bare, '--to', 'csv'])
    assert.equal(empty.status, 1)
    assert.match(empty.stderr, /bare\.gradnb: no cell of this notebook has a run to export as CSV; run its cells first/)
    const experiment = await folder.write('x.yaml', 'epochs: 2')
    assert.equal((await gradnb(['export', experiment, '--to', 'md'])).status, 2)
    assert.equal((await gradnb(['export', file])).status, 2)
    const nowhere = await gradnb(['export', file, '--to', 'md', '--out', folder.file('no/such/x.md')])
    assert.match(nowhere.stderr, /cannot be written: there is no such folder/)
  })

  describe('of cells whose output is not what they say', () => {
    const source = 'name: old\nepochs: 2'
    let mixed = ''

    /** Cells that ran, and then one each is edited, has its output removed, damaged, or its data removed. */
    beforeEach(async () => {
      await folder.write('data.csv', 'x,y\n1,a\n2,b\n3,a\n4,b\n5,a\n6,b\n7,a\n8,b\n')
      mixed = await folder.write(
        'mixed.gradnb',
        notebook(cell('fine', 'epochs: 1'), cell('edited', source), cell('never', 'name: never\nepochs: 1'), cell('broken', 'epochs: no'), cell('data', CSV), cell('empty', ''), cell('t', '# T', 'markdown'))
      ) // prettier-ignore
      await gradnb(['run', mixed])
      const file = JSON.parse(await readFile(mixed, 'utf8'))
      file.cells[1].source = ['name: new', 'epochs: 2']
      delete file.outputs['never']
      await folder.write('mixed.gradnb', JSON.stringify(file))
      await rm(folder.file('data.csv'))
    })

    const OUTPUTS = [
      'cell 2 has changed since its output was made; run it again, or the export shows what it was',
      'cell 3 has no output to export; run it first',
      'cell 4 failed when it was run last: the export shows its error'
    ]
    const linesOf = async (...args: string[]): Promise<string[]> => {
      const { status, stderr } = await gradnb(['export', mixed, ...args])
      assert.equal(status, 0)
      return stderr.split('\n').filter(line => line !== '').map(line => line.replace(`${mixed}: `, '')) // prettier-ignore
    }

    it('says so, a line each on standard error, and is done all the same', async () => {
      for (const format of ['md', 'ipynb', 'pdf', 'tex', 'csv', 'json']) assert.deepEqual(await linesOf('--to', format), OUTPUTS, format) // prettier-ignore
    })

    it('says of a page also which data it lacks, unless it does not run', async () => {
      const lines = await linesOf('--to', 'html')
      assert.deepEqual(lines.slice(0, 3), OUTPUTS)
      assert.match(lines[3]!, /^cell 5 cannot be run in the page: data\.csv cannot be read/)
      assert.equal(lines.length, 4)
      assert.deepEqual(await linesOf('--to', 'html', '--static', '--force'), OUTPUTS)
    })

    it('says nothing with --quiet', async () => {
      assert.deepEqual(await linesOf('--to', 'md', '--quiet'), [])
    })
  })
})
