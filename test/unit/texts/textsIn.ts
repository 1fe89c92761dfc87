import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as TypeScript from 'typescript'

const ts = createRequire(join(process.cwd(), 'package.json'))('typescript') as typeof TypeScript

/** How what a person reads is told from what a machine reads, where a literal alone does not say so. */
export interface Places {
  /** properties and variables whose text is shown */
  readonly shownBy: RegExp
  /** functions that show arguments, by their indices */
  readonly shownArguments: Readonly<Record<string, readonly number[]>>
  /** attributes of elements that are shown */
  readonly shownAttribute?: RegExp
  /** literals that only look like texts; … stands for what a template puts in */
  readonly forMachines?: RegExp
}

/** The literals in `folder` that a person would read, by file; files for which `isTable` holds are where they belong. */
export function textsOfFolder(folder: string, isTable: (file: string) => boolean, places: Places) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  const sources = files.filter(name => !isTable(name))
  const found = sources.map(name => [name, textsIn(readFileSync(join(folder, name), 'utf8'), places)] as const)
  return { sources: sources.length, texts: Object.fromEntries(found.filter(([, texts]) => texts.length > 0)) }
}

/** Stands for what a template puts in. */
const GAP = '\uFFFC'

/** Two words, one of them perhaps put in, or one that begins as a sentence does. */
const WORDS = new RegExp(`\\p{L}{2,}[,:;]? [(]?(\\p{L}{2,}|${GAP})|${GAP}[,:;]? [(]?\\p{L}{2,}|^\\p{Lu}\\p{Ll}+$`, 'u')

/** Literals of `code` that a person would read; what a template puts in is shown as …. */
export function textsIn(code: string, places: Places): string[] {
  const found: string[] = []
  const visit = (node: TypeScript.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return
    const text = textOf(node)
    if (text !== null && (WORDS.test(text) || (/\p{L}{2}/u.test(text) && isShown(node, places)))) found.push(text)
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true))
  return found.map(text => text.replaceAll(GAP, '…')).filter(text => !places.forMachines?.test(text))
}

function textOf(node: TypeScript.Node): string | null {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return null
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(GAP)
}

function isShown(node: TypeScript.Node, places: Places): boolean {
  const { parent } = node
  if (ts.isTemplateSpan(parent) || ts.isTemplateExpression(parent) || ts.isConditionalExpression(parent))
    return isShown(parent, places)
  if (ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent))
    return parent.initializer === node && places.shownBy.test(parent.name.getText())
  if (ts.isBinaryExpression(parent)) return parent.right === node && places.shownBy.test(lastName(parent.left))
  return (
    ts.isCallExpression(parent) &&
    isShownArgument(parent, parent.arguments.indexOf(node as TypeScript.Expression), places)
  )
}

function isShownArgument({ expression, arguments: [first] }: TypeScript.CallExpression, index: number, places: Places) {
  const name = lastName(expression)
  if (name === 'setAttribute')
    return index === 1 && first !== undefined && (places.shownAttribute?.test(textOf(first) ?? '') ?? false)
  return Object.hasOwn(places.shownArguments, name) && places.shownArguments[name]!.includes(index)
}

const lastName = (node: TypeScript.Node): string =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : ''
