import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseNotebook, type Cell } from '../../../src/notebook'
import { runExperiment } from '../../corpus/runExperiment'
import { some } from '../some'
import { CLAIMS, type Claim } from './claims'
import { SampleRun } from './sampleRun'

const FOLDER = 'media/samples'

/** Digits, fractions, and powers of ten where one is counted. */
const NUMBERS = /\d+(?:[.,]\d+)*|[¼½¾]|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<!\b(?:in|of) )\bpowers? of ten\b|\bdecades?\b/gu

/** Code, and formulas that say no size: what is written there is not measured. */
const ASIDE = /`[^`]*`|\$\$[^$]*\$\$|\$[^$]*\$/gu

/** Where numbers stand in prose, from its start to behind it. */
function numbersIn(prose: string): { readonly at: number; readonly end: number }[] {
  const plain = prose.replace(ASIDE, piece => (piece.includes('\\approx') ? piece : ' '.repeat(piece.length)))
  return [...plain.matchAll(NUMBERS)].map(({ 0: found, index }) => ({ at: index, end: index + found.length }))
}

const phraseOf = (claim: Claim | string): string => (typeof claim === 'string' ? claim : claim.phrase)

/** The numbers of `prose` that no phrase holds, each with what is around it. */
function unclaimed(prose: string, phrases: readonly string[]): string[] {
  const spans = phrases.map(phrase => ({ from: prose.indexOf(phrase), to: prose.indexOf(phrase) + phrase.length }))
  return numbersIn(prose)
    .filter(({ at, end }) => !spans.some(({ from, to }) => from >= 0 && from <= at && end <= to))
    .map(({ at, end }) => prose.slice(Math.max(0, at - 20), end + 20))
}

const files = Object.fromEntries(
  ['fruit.csv', 'houses.csv'].map(name => [name, readFileSync(path.join(FOLDER, name), 'utf8')])
)

describe('the samples’ prose', () => {
  const notebooks = some(readdirSync(FOLDER).filter(name => name.endsWith('.gradnb')))

  for (const file of notebooks) {
    const sample = path.basename(file, '.gradnb')
    const { cells } = parseNotebook(readFileSync(path.join(FOLDER, file)))
    const claims = CLAIMS[sample] ?? {}
    const prose = cells.filter(({ kind }) => kind === 'markdown')

    it(`of ${sample} has no number that is not in the table, and each phrase of the table`, () => {
      for (const { id, source } of prose) {
        const phrases = (claims[id] ?? []).map(phraseOf)
        assert.deepEqual(unclaimed(source, phrases), [], id)
        for (const phrase of phrases) assert.equal(source.split(phrase).length, 2, `${id}: ${phrase}`)
      }
      const ids = prose.map(({ id }) => id)
      for (const id of Object.keys(claims)) assert.ok(ids.includes(id), id)
    })

    const measured = Object.values(claims).flatMap(all => all.flatMap(one => (typeof one === 'string' ? [] : [one])))
    if (measured.length === 0) continue // its prose names no number that a run measures

    it(`of ${sample} agrees with what its cells measure`, () => {
      const runs = new Map<string, SampleRun>()
      const runOf = (id: string): SampleRun => {
        const known = runs.get(id) ?? new SampleRun(runExperiment(cellOf(cells, id).source, files))
        runs.set(id, known)
        return known
      }
      for (const { phrase, run, holds } of measured) assert.ok(holds(runOf(run)), `${run}: ${phrase}`)
    })
  }

  it('is searched for all kinds of numbers', () => {
    assert.equal(unclaimed('It loses 10⁻⁶, or 0.24 of ¼, over three powers of ten.', ['10⁻⁶']).length, 3)
    assert.deepEqual(unclaimed('`depth: 100` and $a_{l-1}$ on a scale of powers of ten', []), [])
  })
})

const cellOf = (cells: readonly Pick<Cell, 'id' | 'source'>[], id: string) => cells.find(cell => cell.id === id)!
