import assert from 'node:assert/strict'
import { join } from 'node:path'
import { textsIn, textsOfFolder, type Places } from './textsIn'

/** The rooms whose sentences become problems, hovers, completions and refusals, with how many files there are at least. */
const ROOMS: Readonly<Record<string, number>> = {
  experiment: 50,
  language: 20,
  dataset: 50,
  weights: 12,
  disk: 5,
  notebook: 15,
  export: 5,
  text: 6,
  worker: 10,
  diagnosis: 20
}

/** The table of a room's texts: a file, or a folder. */
const isTable = (file: string): boolean => /^texts([\\/]|\.ts$)/.test(file)

const PLACES: Places = {
  shownBy: /^(message|sentence|description|documentation|detail|words|advice|title|hint)$/,
  shownArguments: { join: [0], Error: [0] },
  /** YAML to write, a file's mark, a message of the worker */
  forMachines: /^\{?name: …(, …)?\}?$|^SQLite format 3\0|^kept steps$/
}

describe('the rooms’ texts', () => {
  for (const [room, files] of Object.entries(ROOMS))
    it(`of src/${room} all stand in its table`, () => {
      const { sources, texts } = textsOfFolder(join('src', room), isTable, PLACES)
      assert.ok(sources >= files, `${sources} files`)
      assert.deepEqual(texts, {})
    })

  it('of src/record do so but for what its readers say of damaged records', () => {
    const told = ['headline.ts', 'runState.ts', 'dataText.ts']
    const { sources, texts } = textsOfFolder(join('src', 'record'), file => !told.includes(file), PLACES)
    assert.equal(sources, told.length)
    assert.deepEqual(texts, {})
  })

  it('would be found elsewhere', () => {
    for (const code of [
      "const problem = { code: 'limit', message: 'too long' }",
      "const problem = { code: 'limit', message: isLong ? 'shorten' : text }",
      'return `${key} lists ${name}`',
      "return names.join(' or ')",
      "throw new Error('this is no file')",
      "const detail = 'default'",
      "z.string().meta({ description: 'Units.' })",
      "const KINDS = { array: 'a list of names' }"
    ])
      assert.equal(textsIn(code, PLACES).length > 0, true, code)
  })

  it('are told from keys, codes and YAML to read', () => {
    for (const code of [
      "import { a } from './a b'",
      "const problem = { code: 'unknown-key', message: TEXTS.keys.unsupported(key) }",
      'return `${key}: ${value}`',
      "return names.join(', ')",
      'return `{name: ${name}, ${fields}}`',
      "type Kind = 'Two words' | 'Word'",
      "if (key === 'hidden_layers') return 'int'"
    ])
      assert.deepEqual(textsIn(code, PLACES), [], code)
  })
})
