import assert from 'node:assert/strict'
import fc from 'fast-check'
import { describe, it } from 'mocha'
import { formatNotebook, mergeNotebooks, parseNotebook, readConflicted, type Notebook } from '../../../src/notebook'
import { anyNotebook, anyText, tries } from './anyNotebook'
import { losses } from './losses'

const textOf = (notebook: Notebook): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(formatNotebook(notebook)) // prettier-ignore
const read = (text: string): Notebook => parseNotebook(new TextEncoder().encode(text))
const LABELS = { ours: 'ours', theirs: 'theirs' }

/** What git leaves where it cannot merge: what two texts of lines have in common once, and all else twice. */
function conflicted(ours: string, theirs: string): string {
  const [a, b] = [ours.split('\n'), theirs.split('\n')]
  let [start, end] = [0, 0]
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const middle = [
    '<<<<<<< HEAD',
    ...a.slice(start, a.length - end),
    '=======',
    ...b.slice(start, b.length - end),
    '>>>>>>> x'
  ]
  return [...a.slice(0, start), ...middle, ...a.slice(a.length - end)].join('\n')
}

describe('any notebook', function () {
  this.timeout(120_000)

  it('has the bytes that it had after it was opened and saved, and all that it held', () => {
    fc.assert(
      fc.property(anyNotebook, notebook => {
        const text = textOf(notebook)
        const again = read(text)
        assert.equal(textOf(again), text)
        assert.deepEqual(
          again.cells.map(({ id, kind, source, outputs }) => [id, kind, source, outputs.length]),
          notebook.cells.map(({ id, kind, source, outputs }) => [id, kind, source, outputs.length])
        )
      }),
      tries(1500)
    )
  })

  it('holds the same with line ends of Windows and a byte order mark, however it is indented', () => {
    fc.assert(
      fc.property(anyNotebook, fc.constantFrom('\r\n', '\n\n', ' \n\t'), (notebook, lineEnd) => {
        const text = textOf(notebook)
        assert.equal(textOf(read(`\ufeff${text.replaceAll('\n', lineEnd)}`)), text)
        assert.deepEqual(
          losses(text, textOf(read(JSON.stringify(JSON.parse(text))))).filter(line => !/-0|e[+-]?\d/.test(line)),
          []
        )
      }),
      tries(300)
    )
  })

  it('merged with a change of it keeps every cell, and both texts of those that differ', () => {
    fc.assert(
      fc.property(anyNotebook, fc.array(anyText, { minLength: 6, maxLength: 6 }), (ours, texts) => {
        const theirs = { ...ours, cells: ours.cells.map((cell, i) => ({ ...cell, source: texts[i]! })) }
        const { notebook, conflicts } = mergeNotebooks(null, ours, theirs, LABELS)!
        assert.deepEqual(notebook.cells.map(({ id }) => id), ours.cells.map(({ id }) => id)) // prettier-ignore
        assert.equal(conflicts, ours.cells.filter(({ source }, i) => source !== texts[i]).length)
        notebook.cells.forEach(({ source }, i) => {
          const lines = source.split('\n')
          for (const line of [...ours.cells[i]!.source.split('\n'), ...texts[i]!.split('\n')])
            assert.ok(lines.includes(line))
        })
      }),
      tries(500)
    )
  })

  it('that git could not merge opens with all cells of both, or is refused', () => {
    let opened = 0
    fc.assert(
      fc.property(anyNotebook, anyNotebook, (ours, theirs) => {
        const [a, b] = [
          { ...ours, metadata: {}, extra: {} },
          { ...theirs, metadata: {}, extra: {} }
        ]
        const merged = readConflicted(new TextEncoder().encode(conflicted(textOf(a), textOf(b))))
        if (merged === null) return
        opened++
        const ids = new Set(merged.notebook.cells.map(({ id }) => id))
        for (const { id } of [...a.cells, ...b.cells]) assert.ok(ids.has(id))
        assert.equal(textOf(read(textOf(merged.notebook))), textOf(merged.notebook))
      }),
      tries(300)
    )
    assert.ok(opened > 100, `${opened} were opened`)
  })
})
