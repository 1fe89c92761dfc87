import assert from 'node:assert/strict'
import { parseExperiment } from '../../../src/experiment'
import { fixesOf } from '../../../src/language'
import { problems, told } from './told'

/** The text after the first fix of its first problem. */
function mended(text: string): string {
  const [fix] = fixesOf(text, problems(text)[0]!)
  return [...(fix?.edits ?? [])]
    .sort((a, b) => b.start - a.start)
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text)
}

/** A cell with characters that are not what they look like, the first sentence, and the cell after its light bulb. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    'dataset:\u00a0 spiral\nepochs: 2\n',
    'strange-character [\u00a0] here is a no-break space (U+00A0); YAML needs an ordinary space',
    'dataset:  spiral\nepochs: 2\n'
  ],
  [
    'optimizer:\n\u00a0 \u00a0 name: adam\n\u00a0 \u00a0 lr: 0.1\ndataset: spiral\n',
    'strange-character [\u00a0 \u00a0] here is a no-break space (U+00A0); YAML needs an ordinary space',
    'optimizer:\n    name: adam\n    lr: 0.1\ndataset: spiral\n'
  ],
  [
    'optimizer:\n\u3000name: adam',
    'strange-character [\u3000] here is an ideographic space (U+3000); YAML needs an ordinary space',
    'optimizer:\n name: adam'
  ],
  [
    'epochs: 3\u00a0# three',
    'strange-character [\u00a0] here is a no-break space (U+00A0); YAML needs an ordinary space',
    'epochs: 3 # three'
  ],
  [
    'epo\u200bchs: 3\ufeff',
    'strange-character [\u200b] here is a zero-width space (U+200B), which cannot be seen; remove it, or put the text in quotes if this belongs to it',
    'epochs: 3'
  ],
  [
    'epochs: 3\ufeff',
    'strange-character [\ufeff] here is a byte order mark (U+FEFF), which cannot be seen; remove it',
    'epochs: 3'
  ],
  [
    'seed\u00ad: 3',
    'strange-character [\u00ad] here is a soft hyphen (U+00AD), which cannot be seen; remove it',
    'seed: 3'
  ],
  [
    'epochs: 3\u2028seed: 1',
    'strange-character [\u2028] here is a line separator (U+2028); start a new line instead',
    'epochs: 3\nseed: 1'
  ],
  [
    'activation: \u201crelu\u201d',
    'strange-character [\u201crelu\u201d] \u201c is a typographic quote (U+201C); YAML needs an ordinary one: "relu"',
    'activation: "relu"'
  ],
  [
    'dataset: {csv: \u201ea, b.csv\u201c, target: x}',
    'strange-character [\u201e] \u201e is a typographic quote (U+201E); YAML needs an ordinary one: "',
    'dataset: {csv: "a, b.csv", target: x}'
  ],
  [
    'epochs\uff1a3',
    'strange-character [\uff1a] \uff1a is a fullwidth colon (U+FF1A); YAML needs the ordinary ":"',
    'epochs: 3'
  ],
  [
    'dataset\uff1a spiral\nepochs\uff1a 3',
    'strange-character [\uff1a] \uff1a is a fullwidth colon (U+FF1A); YAML needs the ordinary ":"',
    'dataset: spiral\nepochs: 3'
  ],
  [
    'optimizer: \uff5bname: sgd\uff5d',
    'strange-character [\uff5b] \uff5b is a fullwidth character (U+FF5B); YAML needs the ordinary "{"',
    'optimizer: {name: sgd}'
  ],
  [
    'hidden_layers: [16\uff0c 16]',
    'wrong-type [16\uff0c 16] "\uff0c" is a fullwidth comma (U+FF0C), not ","; write 16, 16',
    'hidden_layers: [16, 16]'
  ],
  [
    'hidden_layers: \uff3b16\uff0c16\uff3d',
    'wrong-type [\uff3b16\uff0c16\uff3d] "\uff3b" is a fullwidth character (U+FF3B), not "["; write [16,16]',
    'hidden_layers: [16,16]'
  ],
  [
    'optimizer: {name: adam, lr: 1e\u22123}',
    'wrong-type [1e\u22123] "\u2212" is a minus sign (U+2212), not "-"; write 1e-3',
    'optimizer: {name: adam, lr: 1e-3}'
  ],
  [
    'activation: r\u0435lu',
    'unknown-name [r\u0435lu] "\u0435" is a Cyrillic letter (U+0435), not "e"; write relu',
    'activation: relu'
  ],
  [
    '\u0435\u0440\u043e\u0441hs: 3',
    'unknown-key [\u0435\u0440\u043e\u0441hs] "\u0435" is a Cyrillic letter (U+0435), not "e"; write epochs',
    'epochs: 3'
  ],
  [
    'activation: l\u0131near',
    'unknown-name [l\u0131near] "\u0131" is a dotless i (U+0131), not "i"; write linear',
    'activation: linear'
  ],
  [
    'activation: \uff52\uff45\uff4c\uff55',
    'unknown-name [\uff52\uff45\uff4c\uff55] "\uff52" is a fullwidth character (U+FF52), not "r"; write relu',
    'activation: relu'
  ],
  [
    'activation: "re\u200blu"',
    'unknown-name ["re\u200blu"] there is a zero-width space (U+200B) in it; write relu',
    'activation: relu'
  ],
  [
    'hidden\u2013layers: [3]',
    'unknown-key [hidden\u2013layers] "\u2013" is an en dash (U+2013), not "-"; write hidden_layers',
    'hidden_layers: [3]'
  ]
]

describe('a character that is not what it looks like', () => {
  for (const [text, sentence, ordinary] of CASES)
    it(`is named and mended in ${JSON.stringify(text)}`, () => {
      assert.equal(told(text)[0], sentence)
      assert.equal(mended(text), ordinary)
    })

  it('is told once, also where the YAML library has a use of its own for it', () => {
    for (const sign of ['\x02', '\x18', '\x1f']) {
      assert.equal(told(`stop: ${sign}a`).length, 1)
      assert.equal(told(sign).length, 1)
      assert.equal(mended(`${sign}epochs: 3`), 'epochs: 3')
    }
  })

  it('is nobody’s business in comments, in quotes, and in people’s own words', () => {
    for (const text of [
      'epochs: 3 # no\u00a0break \u201cquote\u201d r\u0435lu',
      '\ufeffepochs: 3',
      'dataset: {csv: "a\u202fb\u200b.csv", target: "\u201cx\u201d"}',
      'dataset: {csv: \u6570\u636e\uff08\u4e00\uff09.csv, target: \u4ef7\u683c\uff1a\u5143}',
      'dataset: {csv: a.csv, target: \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645}',
      'dataset: {csv: a.csv, target: \u2764\ufe0f}',
      'name: \u043c\u043e\u0439-\u044d\u043a\u0441\u043f\u0435\u0440\u0438\u043c\u0435\u043d\u0442'
    ]) {
      const result = parseExperiment(text)
      assert.ok(result.ok, result.ok ? '' : result.problems[0]!.message)
    }
  })

  it('is not blamed for another mistake', () => {
    const [problem] = problems('dataset: {csv: a.csv, target: \u4ef7\u683c\uff0c\u5143}\nepochs 3')
    assert.equal(problem!.suggestion, 'epochs: 3')
    assert.match(told('activation: \u0441\u0438\u0433\u043c\u043e\u0438\u0434\u0430')[0]!, /unknown activation/)
  })
})

describe('an unresolved merge conflict', () => {
  it('is told with the line where it begins, and nothing else', () => {
    const text = 'dataset: spiral\n<<<<<<< HEAD\nepochs: 2\n=======\nepochs: 5\n>>>>>>> feature\n'
    assert.deepEqual(told(text), [
      'merge-conflict [<<<<<<<] this cell holds an unresolved merge conflict, from line 2 on: keep one of the two versions, and remove the lines that start with <<<<<<<, ======= and >>>>>>>'
    ])
    for (const marker of ['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> feature', '=======\r'])
      assert.equal(problems(`epochs: 2\n${marker}\nseed: 1`)[0]!.code, 'merge-conflict', marker)
  })

  it('is not seen in what only looks like one', () => {
    for (const text of ['epochs: 2 # =======', '# <<<<<<< HEAD\nepochs: 2', 'dataset: {csv: a, target: "=======" }'])
      assert.ok(parseExperiment(text).ok, text)
    assert.notEqual(problems('========')[0]!.code, 'merge-conflict')
  })
})
