import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { diagnose, loud, overridesOf, repair, verdictOf, type Repair, type RuleName } from '../../../src/diagnosis'
import { derivedCell, parseCell } from '../../../src/experiment'
import { parseNotebook } from '../../../src/notebook'
import type { RunRecord } from '../../../src/record'
import { runExperiment } from '../../corpus/runExperiment'

const FOLDER = 'media/samples'

/** What a bad cell shows, as its prose says: the verdict's label and sentence, and the remedy that repairs it. */
interface Shown {
  readonly rule: RuleName
  readonly label: string
  readonly sentence: RegExp
  readonly remedy: string
}

const shown = (rule: RuleName, label: string, sentence: RegExp, remedy: string): Shown => ({
  ...{ rule, label, sentence, remedy }
})
const vanishing = (sentence: RegExp, remedy: string): Shown => shown('vanishing_signal', 'Vanishing', sentence, remedy)
const symmetry = (layers: RegExp, remedy: string): Shown => shown('symmetry', 'Symmetry', layers, remedy)

/** The bad cells among the samples, by notebook and cell; all others are healthy. */
const BAD: Readonly<Record<string, Readonly<Record<string, Shown>>>> = {
  'first-steps': {
    deeper: vanishing(
      /^hidden 1 gets 4\.3 decades less signal than hidden 8 before any update\.$/,
      'Use tanh with xavier'
    )
  },
  'vanishing-and-exploding': {
    'deep-sigmoid': vanishing(
      /^hidden 1 gets 5\.7 decades less signal than hidden 10 before any update\.$/,
      'Use tanh with xavier'
    ),
    exploding: shown(
      'exploding_signal',
      'Exploding, diverged at step 2',
      /^Activations grow by 6\.7 decades from hidden 1 to hidden 10 before any update\.$/,
      'Start with he, which suits relu'
    ),
    'large-updates': shown(
      'learning_rate_too_large',
      'Learning rate too large, diverged at step 4',
      /no longer finite in step 4, though the first mini-batch was fine/,
      'Lower the learning rate to 0.3'
    ),
    zeros: symmetry(/^All units of hidden 1, hidden 2 and 2 more layers start/, 'Start with xavier, which suits tanh'),
    'small-random': vanishing(
      /^hidden 1 gets 3\.8 decades less signal than hidden 4 before any update\.$/,
      'Start with xavier, which suits tanh'
    )
  },
  'deep-nets': {
    plain: vanishing(
      /^hidden 1 gets 6\.8 decades less signal than hidden 30 in epoch 7\.$/,
      'Start with he, which suits relu'
    ),
    'batch-normalization': shown(
      'exploding_signal',
      'Exploding',
      /^hidden 1 gets 3\.6 decades more signal than hidden 30 before any update\.$/,
      'Normalize by layer instead of by mini-batch; let layers add their input to their output'
    )
  },
  activations: {
    sigmoid: vanishing(
      /^hidden 1 gets 5\.7 decades less signal than hidden 10 before any update\.$/,
      'Use tanh with xavier'
    ),
    linear: shown('underfit', 'Underfit', /^All activations are linear/, 'Use relu with he')
  },
  initialization: {
    zeros: symmetry(/^All units of hidden 1, hidden 2 and 4 more layers start/, 'Start with xavier, which suits tanh'),
    constant: symmetry(
      /^All units of hidden 1, hidden 2 and 4 more layers start/,
      'Start with xavier, which suits tanh'
    ),
    'small-random': vanishing(
      /^hidden 1 gets 6\.1 decades less signal than hidden 6 before any update\.$/,
      'Start with xavier, which suits tanh'
    )
  },
  'learning-rate-and-depth': {},
  'your-own-data': {}
}

const files = Object.fromEntries(
  ['fruit.csv', 'houses.csv'].map(name => [name, readFileSync(path.join(FOLDER, name), 'utf8')])
)

/** The single runs of a sample, by name. */
function runsOf(file: string): [name: string, text: string][] {
  const texts = parseNotebook(readFileSync(path.join(FOLDER, file)))
    .cells.filter(({ kind }) => kind === 'experiment')
    .map(({ source }) => source)
  return texts.flatMap(text => {
    const parsed = parseCell(text, { cells: texts })
    assert.ok(parsed.ok, text)
    return parsed.cell.kind === 'run' ? [[parsed.cell.experiment.name ?? text, text] as [string, string]] : []
  })
}

/** Repairs a cell as the product does, with the runs in this thread. */
function repaired(text: string, record: RunRecord): Repair {
  const work = repair(record)
  let next = work.next()
  while (next.done !== true) {
    const changed = derivedCell(text, overridesOf(next.value.edits, record.experiment), null, 'tried')
    next = work.next(runExperiment(changed, files))
  }
  return next.value
}

describe('the samples’ cells', function () {
  this.timeout(180_000)

  for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.gradnb'))) {
    const sample = path.basename(file, '.gradnb')
    const bad = BAD[sample]!
    const runs = runsOf(file)

    for (const [name, text] of runs) {
      const wanted = bad[name]
      if (wanted === undefined)
        it(`of ${sample}: ${name} has nothing above information`, () => {
          assert.deepEqual(loud({ findings: diagnose(runExperiment(text, files)) }), [])
        })
      else
        it(`of ${sample}: ${name} shows ${wanted.label}, which its first remedy repairs`, () => {
          const record = runExperiment(text, files)
          const { label, sentence } = verdictOf(record)
          assert.equal(label, wanted.label)
          assert.match(sentence, wanted.sentence)
          const [first] = diagnose(record)
          assert.equal(first!.rule, wanted.rule)
          assert.equal(first!.remedies[0]!.title, wanted.remedy)
          const { helped, attempts } = repaired(text, record)
          assert.deepEqual(helped?.titles, [wanted.remedy])
          assert.equal(attempts.length, 1)
          assert.deepEqual(loud(helped!.after!), [])
        })
    }

    it(`of ${sample} are all there`, () => {
      const names = runs.map(([name]) => name)
      assert.deepEqual(
        Object.keys(bad).filter(name => !names.includes(name)),
        []
      )
    })
  }
})
