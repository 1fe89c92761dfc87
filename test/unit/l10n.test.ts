import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

type Strings = Readonly<Record<string, string>>

const strings = (file: string): Strings => JSON.parse(readFileSync(file, 'utf8')) as Strings
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort()

const sources = (): string[] =>
  readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => path.join('src/extension', name))

/** The text of every call of l10n.t in a file; one that is no literal could not be translated. */
function messages(file: string): string[] {
  const source = readFileSync(file, 'utf8')
  const found = [...source.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, text]) =>
    text!.replace(/\\(.)/g, '$1')
  )
  assert.equal(found.length, source.match(/\bl10n\.t\(/g)?.length ?? 0, `${file}: l10n.t takes a text in single quotes`)
  return found
}

/** Every %key% of the manifest. */
const keysOf = (manifest: string): string[] => [...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key!)

describe('the German translation', () => {
  it('has every sentence of the extension, with its placeholders, and no other', () => {
    const german = strings('media/l10n/bundle.l10n.de.json')
    const used = new Set(sources().flatMap(messages))
    assert.deepEqual(Object.keys(german).sort(), [...used].sort())
    for (const message of used) assert.deepEqual(placeholders(german[message]!), placeholders(message), message)
  })

  it('has every text of the manifest, and no other', () => {
    const english = strings('package.nls.json')
    const german = strings('package.nls.de.json')
    const used = [...new Set(keysOf(readFileSync('package.json', 'utf8')))].sort()
    assert.deepEqual(Object.keys(english).sort(), used)
    assert.deepEqual(Object.keys(german).sort(), used)
  })

  it('keeps the commands that texts link to', () => {
    const english = strings('package.nls.json')
    const german = strings('package.nls.de.json')
    const links = (text: string): string[] => text.match(/\(command:[^)]*\)/g) ?? []
    for (const [key, text] of Object.entries(english)) assert.deepEqual(links(german[key]!), links(text), key)
  })
})
