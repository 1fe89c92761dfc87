import assert from 'node:assert/strict'
import { isCellName } from '../../../src/experiment'
import { problems, told } from './told'

/** Cells that are not YAML: what is underlined, what is said, and what is suggested. */
const CASES: readonly (readonly [string, string, string?])[] = [
  ['a: [1, 2\nb: [3]', '[[] this [ is never closed; add ] where it ends'],
  ['a: {b: [1, 2}', '[}] this } closes a [; write ]', ']'],
  ['a: {b: 1]', '[]] this ] closes a {; write }', '}'],
  ['a: {b: {c: 1}', '[{] this { is never closed; add } where it ends'],
  ['name: "a\nepochs: 3', '["] this quote is never closed; add " where the text ends'],
  ["name: 'a", "['] this quote is never closed; add ' where the text ends"],
  [
    "dataset: {csv: 'it's.csv', target: x}",
    "[s.csv'] this does not belong to the value before it; remove it, or put all of it in quotes"
  ],
  [
    'dataset: {csv: "C:\\data.csv", target: x}',
    '[\\d] in double quotes a backslash has a meaning of its own; write \\\\ for it, or use single quotes',
    '\\\\d'
  ],
  ['epochs: 3 4]\n]', '[]] this ] closes nothing; remove it, or add [ where the value begins'],
  ['epochs: "3"# three', '[# three] add a space before this #, or put the text in quotes'],
  ['{"epochs" "seed"}', '["] inside braces, put a comma between two settings, as in {name: sgd, momentum: 0.9}'],
  ['optimizer: {{name: sgd}}', '[{] a key must be a word, not a list or a mapping; remove the extra brackets'],
  ['name: *', '[*] text that starts with & or * must be in quotes'],
  ['name: &a &b c', '[&b] a value can have one anchor (&name) only; remove the other'],
  [
    'hidden_layers:\n- 3\n 4',
    '[3\n 4] hidden_layers[0] must be a whole number, not "3 4"; write 3, 4 with commas',
    '3, 4'
  ],
  ['name: |x', '[x] text that starts with | or > must be in quotes'],
  [
    'dataset:\n  spiral\n  noise: 0.1',
    '[spiral] every line of a mapping needs a key; write name: spiral',
    'name: spiral'
  ],
  ['%YAML 1.1\n---\nepochs: 3', '[%YAML 1.1] lines that start with % have no meaning here; remove this one'],
  ['epochs: !!set {a}', '[{a}] tags (!…) have no meaning here: remove it'],
  ['"epochs: 3"', '["epochs: 3"] remove the quotes around this; a cell needs none', 'epochs: 3']
]

describe('a cell that is not YAML', () => {
  for (const [text, sentence, suggestion] of CASES)
    it(`is told so with a place: ${JSON.stringify(text)}`, () => {
      assert.equal(told(text)[0]!.replace(/^\S+ /, ''), sentence)
      assert.equal(problems(text)[0]!.suggestion, suggestion)
    })
})

describe('the name of a cell', () => {
  it('is written in any script, with its marks, composed or not', () => {
    for (const name of ['réseau', 're\u0301seau', 'हिन्दी', 'தமிழ்', 'ไทย-1', 'نام\u200cها', 'क्\u200dष', '_x', 'a1'])
      assert.ok(isCellName(name), name)
  })

  it('begins with a letter, and shows all that it has', () => {
    for (const name of ['\u0301a', '1a', '-a', '', 'a b', 'a\u200b', 'a\u200c', 'a.b', '😀'])
      assert.ok(!isCellName(name), name)
  })
})
