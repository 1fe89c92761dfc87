import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { output } from '../../../src/notebook'
import { encodeSweep, SWEEP_MIME, type RunRecord } from '../../../src/record'
import { NothingToShare, type SharedFile } from '../../../src/sharing'
import { escapeTex } from '../../../src/sharing/tex/escapeTex'
import { heatNumbers } from '../../../renderers/run/numbers/heatNumbers'
import { palette } from '../../../renderers/run/paint/palette'
import { itWith } from '../../workbench/programs'
import { sampleSweep } from '../record/sampleSweep'
import { recordOf, tenTo, vanishing } from '../renderer/records'
import { experiment, exported, recordOutput, textOf } from './notebooks'
import { colorsOf, textsOf } from './poppler'
import { COMPARE, SWEEP } from './sampleCells'

const tex = (...cells: Parameters<typeof exported>[0][number][]): Promise<readonly SharedFile[]> =>
  exported(cells, { format: 'tex', file: 'net_tex' })

/** Compiles the document of all figures, and gives its PDF to `use`. */
async function compiled<T>(files: readonly SharedFile[], use: (pdf: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gradnb-tex-'))
  try {
    mkdirSync(path.join(folder, 'net_tex'))
    for (const { path: name, bytes } of files) writeFileSync(path.join(folder, name), bytes)
    const cwd = path.join(folder, 'net_tex')
    const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'figures.tex']
    await promisify(execFile)('pdflatex', options, { cwd }).catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout.slice(-3000))
    })
    const log = readFileSync(path.join(cwd, 'figures.log'), 'utf8')
    assert.equal(log.match(/Overfull \\hbox \(\d{2,}[^]{0,300}|undefined references/)?.[0], undefined)
    return await use(path.join(cwd, 'figures.pdf'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const one = (record: RunRecord, id = 'a') => experiment('epochs: 9', id, recordOutput(record))
const BROKEN = recordOf({
  ...{ name: 'broken', hidden: [8, 8, 8], activation: 'relu', epochs: 6 },
  quantities: {
    delta_rms: (epoch, layer) =>
      layer === 0 && epoch > 3
        ? { mantissa: NaN, exponent: 0 }
        : layer === 1
          ? { mantissa: 0, exponent: 0 }
          : tenTo(layer === 0 ? -60 : layer - 4)
  }
})

const HOSTILE =
  '\\input{/etc/passwd} %_$#&~^{}<>|"\'`[], =x -- ?` !` 数据 сеть čeština ünïcødé Łódź φ∂⁻⁸₁ 😀\u202e\u001b[31m'

describe('a notebook as LaTeX', function () {
  this.timeout(180_000)

  it('has a file for each figure, its numbers as CSV, and a document of all, whose names any system takes', async () => {
    const files = await tex(one({ ...vanishing(4, 9), name: 'größe/数 %_x' }), SWEEP)
    const names = files.map(({ path: name }) => name)
    for (const name of [
      'figures.tex',
      'gradnb.tex',
      '1-groe-x.tex',
      '1-groe-x.csv',
      '1-groe-x-loss.csv',
      '2-rates.tex'
    ])
      assert.ok(names.includes(`net_tex/${name}`), `${name} is not among ${names.join(' ')}`)
    assert.match(names.join(''), /^[\w/.-]+$/)
    const rows = textOf(files.find(({ path: name }) => name.endsWith('x.csv'))!)
      .trimEnd()
      .split('\n')
    assert.equal(rows[0], 'x,y,color,epoch,step,layer,value')
    assert.equal(rows.length, 1 + (10 + 1) * (5 + 1))
    assert.match(rows[1]!, /^-0\.5,-0\.5,\d+,0,,1,\d/)
  })

  itWith('pdflatex', 'compiles by itself: runs, sweeps and comparisons, with captions', async () => {
    const pages = await compiled(await tex(one(vanishing(4, 9)), SWEEP, COMPARE, one(BROKEN, 'd')), textsOf)
    const text = pages.join(' ').replace(/\s+/g, ' ')
    for (const part of [
      ...[
        'Figure 1: ',
        'Vanishing: hidden 1 gets',
        'hidden 1',
        'output',
        'init',
        'epoch',
        'vanishing',
        'exploding',
        'train'
      ],
      ...[
        'Cell 1 (',
        'with SHA-256 ',
        'Figure 2: rates',
        'Figure 3: both',
        'left',
        'Hatched: not finite',
        'Dotted: exactly zero'
      ]
    ])
      assert.ok(text.includes(part), `${part} is not in ${text}`)
  })

  itWith('pdflatex', 'has the colours of the figure', async () => {
    const record = vanishing(4, 9)
    const found = await compiled(await tex(one(record)), pdf => colorsOf(pdf, 1))
    const { field } = heatNumbers(record, 'delta_rms', { absolute: false, reach: null })
    for (const layer of [0, 1, 2, 3]) {
      const [red, green, blue] = palette('light').colors[field.cells[layer]!]!
      const near = [...found].filter(([color]) => {
        const [r, g, b] = color.split(',').map(Number)
        return Math.max(Math.abs(r! - red), Math.abs(g! - green), Math.abs(b! - blue)) <= 2
      })
      const count = near.reduce((sum, [, pixels]) => sum + pixels, 0)
      assert.ok(count > 500, `layer ${layer} has ${count} pixels`)
    }
  })

  itWith('pdflatex', 'takes any name as text', async () => {
    const record = recordOf({ name: HOSTILE, hidden: [3], activation: 'tanh', epochs: 2 })
    const long = recordOf({
      name: `${'very long '.repeat(60)}${'verylong'.repeat(30)}`,
      hidden: [3],
      activation: 'tanh',
      epochs: 2
    })
    const label = HOSTILE
    const { runs, variants, ...rest } = sampleSweep()
    const sweep = { ...rest, name: HOSTILE, variants: variants.map((each, i) => (i === 0 ? label : each)), runs: runs.map(run => (run.label === variants[0] ? { ...run, label } : run)) } // prettier-ignore
    const cell = experiment('seeds: 3', 's', output(SWEEP_MIME, encodeSweep(sweep)))
    const text = (await compiled(await tex(one(record), one(long, 'b'), cell), textsOf)).join(' ').replace(/\s+/g, ' ')
    for (const part of ['\\input{/etc/passwd} %', 'U+6570', 'U+1F600'])
      assert.ok(text.includes(part), `${part} is not in ${text}`)
    assert.doesNotMatch(text, /root:x?:/)
  })

  itWith('pdflatex', 'compiles a figure of 60 layers and 200 epochs, whose cells are a picture', async () => {
    const deep = recordOf({
      ...{ hidden: Array.from({ length: 60 }, () => 4), activation: 'tanh', epochs: 200 },
      quantities: { delta_rms: (epoch, layer) => tenTo((layer - 60) / 20 - epoch / 400) }
    })
    const files = await tex(one({ ...deep, name: 'deep' }))
    assert.ok(files.some(({ path: name }) => name === 'net_tex/1-deep.pdf'))
    assert.match((await compiled(files, textsOf))[0]!, /hidden 1\b/)
  })

  it('escapes what acts in TeX, and raises what is raised', () => {
    assert.equal(escapeTex('a_b % \\x{y} #1 $2 &'), 'a\\_b \\% \\textbackslash{}x\\{y\\} \\#1 \\$2 \\&')
    assert.equal(escapeTex('≥ 10⁻¹⁰'), '$\\ge$ 10$^{-10}$')
    assert.equal(escapeTex('数'), '\\gradnbchar{6570}')
  })

  it('gives the same bytes every time', async () => {
    const [first, second] = await Promise.all([tex(one(vanishing(4, 9)), SWEEP), tex(one(vanishing(4, 9)), SWEEP)])
    assert.ok(first.map(textOf).join() === second.map(textOf).join())
  })

  it('says that a notebook without runs has no figures', async () => {
    await assert.rejects(tex(experiment('epochs: 1', 'a')), NothingToShare)
  })
})
