import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, it } from 'mocha'
import { gradnb, TestFolder } from './gradnb'

const DEEP = [
  'name: deep',
  'dataset: {name: spiral, samples: 64}',
  'hidden_layers: {depth: 10, units: 8}',
  'activation: sigmoid',
  'epochs: 3'
]

/** A notebook of one cell whose signal vanishes; `cell` and `whole`: what is silenced there. */
const notebookOf = (cell: unknown, whole: unknown): string =>
  JSON.stringify({
    gradnb: 1,
    metadata: whole === undefined ? {} : { silence: whole },
    cells: [{ id: 'aaaa', kind: 'experiment', source: DEEP, ...(cell === undefined ? {} : { silence: cell }) }]
  })

const SILENT = ['vanishing_signal', 'underfit', 'loss_not_decreasing', 'learning_rate_too_small']
const TOLD = /Vanishing|vanishing_signal|decades less signal/

describe('rules that nobody wants to hear of', function () {
  this.timeout(120_000)
  const { write } = new TestFolder()

  const scopes = [
    ['no rule', undefined, undefined, true],
    ['those of a cell', SILENT, undefined, false],
    ['those of a notebook', undefined, SILENT, false]
  ] as const
  for (const [scope, cell, whole, isTold] of scopes)
    it(`are left out on the command line and in every export: ${scope}`, async () => {
      const file = await write('n.gradnb', notebookOf(cell, whole))
      const check = (text: string, what: string) =>
        isTold ? assert.match(text, TOLD, what) : assert.doesNotMatch(text, TOLD, what)
      check((await gradnb(['doctor', file])).stdout, 'doctor')
      check((await gradnb(['doctor', file, '--json'])).stdout, 'doctor --json')
      check(JSON.stringify(JSON.parse((await gradnb(['run', file, '--json'])).stdout).findings), 'run --json')
      check((await gradnb(['run', file])).stdout, 'run')
      for (const to of ['md', 'html', 'ipynb', 'json']) {
        const out = path.join(path.dirname(file), `out.${to}`)
        const { status, stderr } = await gradnb([
          'export',
          file,
          '--to',
          to,
          '--out',
          out,
          ...(to === 'html' ? ['--static'] : [])
        ])
        assert.equal(status, 0, stderr)
        check(await readFile(out, 'utf8'), to)
      }
    })

  it('are told of where their names are none, with the one that may be meant', async () => {
    const file = await write('n.gradnb', notebookOf(['vanishing_sinal'], ['overfit', 7, 'zzz']))
    for (const command of [['check'], ['run', '--no-save'], ['doctor']]) {
      const { stderr } = await gradnb([command[0]!, file, ...command.slice(1)])
      assert.match(
        stderr,
        /cell deep silences "vanishing_sinal", which is not a rule; did you mean "vanishing_signal"\?/
      )
      assert.match(
        stderr,
        /the notebook silences 7, which is not a rule; the rules are nonfinite, symmetry, .*, overfit$/m
      )
      assert.match(stderr, /the notebook silences "zzz", which is not a rule;/)
      assert.doesNotMatch(stderr, /"overfit"/)
    }
  })
})
