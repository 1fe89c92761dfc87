import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as TypeScript from 'typescript'

const FIGURE = join('renderers', 'run')
/** Where texts may stand: their table, and the style sheet. */
const EXEMPT = [join('words', 'texts.ts'), join('words', 'quantityTexts.ts'), join('view', 'style.ts')]

const ts = createRequire(join(process.cwd(), 'package.json'))('typescript') as typeof TypeScript

/** Two words, or one that begins as a sentence does. */
const READS_AS_TEXT = /\p{L}{2,}[,:;]? \p{L}{2,}|^\p{Lu}\p{Ll}+$/u

/** Vega's expressions, fonts, our classes and marks in the page's timeline. */
const FOR_MACHINES = /\bdatum\b|sans-serif|^gradnb[ -]/

/** What is read by a person wherever it stands: a text mark's text, and what an element or its attribute is given. */
const SHOWN_BY = /^(text|title|label|hint|textContent|placeholder)$/
const SHOWN_ATTRIBUTE = /^(title|alt|placeholder|aria-(label|description|roledescription))$/

/** The functions that show their arguments, by these arguments' indices. */
const SHOWN_ARGUMENTS: Readonly<Record<string, readonly number[]>> = {
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
}

/** Literals of `code` that a person would read. */
function textsIn(code: string): string[] {
  const found: string[] = []
  const visit = (node: TypeScript.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    if (isText(node) && (READS_AS_TEXT.test(node.text) || (/\p{L}{2}/u.test(node.text) && isShown(node))))
      found.push(node.text)
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true))
  return found.filter(text => !FOR_MACHINES.test(text))
}

type Text = TypeScript.StringLiteralLike | TypeScript.TemplateLiteralLikeNode

const isText = (node: TypeScript.Node): node is Text => ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)

function isShown(node: TypeScript.Node): boolean {
  const { parent } = node
  if (ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent) || ts.isConditionalExpression(parent))
    return isShown(parent)
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node && SHOWN_BY.test(parent.name.getText())
  if (ts.isBinaryExpression(parent)) return parent.right === node && SHOWN_BY.test(lastName(parent.left))
  return ts.isCallExpression(parent) && isShownArgument(parent, parent.arguments.indexOf(node as TypeScript.Expression))
}

function isShownArgument({ expression, arguments: [first] }: TypeScript.CallExpression, index: number): boolean {
  const name = lastName(expression)
  if (name === 'setAttribute')
    return index === 1 && first !== undefined && isText(first) && SHOWN_ATTRIBUTE.test(first.text)
  return SHOWN_ARGUMENTS[name]?.includes(index) ?? false
}

const lastName = (node: TypeScript.Node): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : ''

describe('the figure’s texts', () => {
  it('all stand in one table', () => {
    const files = readdirSync(FIGURE, { recursive: true, encoding: 'utf8' })
    const sources = files.filter(name => name.endsWith('.ts') && !EXEMPT.includes(name))
    assert.ok(sources.length > 50)
    for (const name of sources) assert.deepEqual(textsIn(readFileSync(join(FIGURE, name), 'utf8')), [], name)
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
      assert.equal(textsIn(code).length > 0, true, code)
  })

  it('are told from names of classes, events and fields', () => {
    for (const code of [
      "element('p', 'gradnb-finding')",
      "import { a } from './a b'",
      "node.setAttribute('role', 'alert')",
      "const kind: 'Two words' | 'Word' = mark({ type: 'text', align: 'left' })",
      "axis({ field: 'epoch', expr: 'epochSpan' })"
    ])
      assert.deepEqual(textsIn(code), [], code)
  })
})
