import assert from 'node:assert/strict'
import { join } from 'node:path'
import { textsIn, textsOfFolder, type Places } from '../texts/textsIn'

const FIGURE = join('renderers', 'run')
/** Where texts may stand: their table, and the style sheet. */
const EXEMPT = [
  join('words', 'texts.ts'),
  join('words', 'quantityTexts.ts'),
  join('words', 'detailTexts.ts'),
  join('words', 'sweepTexts.ts'),
  join('words', 'verdictTexts.ts'),
  join('view', 'style.ts'),
  join('view', 'sweep', 'sweepStyle.ts')
]

const PLACES: Places = {
  /** a text mark's text, and what an element is given */
  shownBy: /^(text|title|label|hint|textContent|placeholder)$/,
  shownAttribute: /^(title|alt|placeholder|aria-(label|description|roledescription))$/,
  shownArguments: {
    element: [2],
    option: [1],
    labelled: [0, 2],
    heading: [0],
    say: [0],
    status: [0],
    fail: [0],
    measure: [0],
    append: [0],
    createTextNode: [0]
  },
  /** Vega's expressions, fonts and other values of style sheets, our classes and marks in the page's timeline */
  forMachines: /\bdatum\b|sans-serif|^gradnb[ -]|…d?p?px\b/
}

describe('the figure’s texts', () => {
  it('all stand in one table', () => {
    const { sources, texts } = textsOfFolder(FIGURE, file => EXEMPT.includes(file), PLACES)
    assert.ok(sources > 50)
    assert.deepEqual(texts, {})
  })

  it('would be found elsewhere', () => {
    for (const code of [
      "element('p', '', 'copied')",
      'const text = `gradient of ${layer}`',
      "node.textContent = open ? 'hide' : 'show'",
      "node.setAttribute('aria-label', 'numbers')",
      "mark({ type: 'text', text: 'epoch' })",
      "throw new Error('no picture')",
      "const label = 'Figure'"
    ])
      assert.equal(textsIn(code, PLACES).length > 0, true, code)
  })

  it('are told from names of classes, events and fields', () => {
    for (const code of [
      "element('p', 'gradnb-finding')",
      "import { a } from './a b'",
      "node.setAttribute('role', 'alert')",
      "const kind: 'Two words' | 'Word' = mark({ type: 'text', align: 'left' })",
      "axis({ field: 'epoch', expr: 'epochSpan' })"
    ])
      assert.deepEqual(textsIn(code, PLACES), [], code)
  })
})
