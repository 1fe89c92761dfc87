import { visit, type ParseErrorCode } from 'jsonc-parser'
import { visibleLine } from '../../text'
import { NotebookFormatError } from '../formatError'
import type { Json } from '../notebook'
import { isExact } from './exactNumber'
import { syntaxSentence } from './syntaxSentence'
import { VERBATIM, verbatim } from './verbatim'
import { TEXTS } from '../texts'

/** JSON and where it stands in its text. Every key of an object appears once. */
export type Node = { readonly offset: number } & (
  | { readonly type: 'object'; readonly fields: Map<string, Node>; end: number }
  | { readonly type: 'list'; readonly items: Node[]; end: number }
  | { readonly type: 'scalar'; readonly value: Json }
)

/** No notebook nests as deep; beyond it, what reads and writes JSON by recursion would end with a full stack. */
export const DEEPEST = 200

const LONGEST_KEY = 40

/** The tree of `text`; throws a `NotebookFormatError` where it is no JSON, nests too deep or has a key twice in one object. */
export function treeOf(text: string): Node {
  const builder = new TreeBuilder(text)
  visit(
    text,
    {
      onObjectBegin: offset => builder.open({ type: 'object', offset, fields: new Map(), end: offset }),
      onArrayBegin: offset => builder.open({ type: 'list', offset, items: [], end: offset }),
      onObjectProperty: (key, offset) => builder.key(key, offset),
      onLiteralValue: (value: unknown, offset, length) => builder.scalar(value as Json, offset, length),
      onObjectEnd: (offset, length) => builder.close(offset + length),
      onArrayEnd: (offset, length) => builder.close(offset + length),
      onError: (code, offset) => builder.fail(code, offset)
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false }
  )
  return builder.root!
}

type Branch = Extract<Node, { type: 'object' | 'list' }>

/** Puts a tree together from what the parser meets. */
class TreeBuilder {
  root: Node | undefined
  private readonly branches: Branch[] = []
  /** of the value that comes next in the innermost object */
  private nextKey = ''

  constructor(private readonly text: string) {}

  open(branch: Branch): void {
    this.add(branch)
    if (this.branches.push(branch) > DEEPEST)
      throw new NotebookFormatError(TEXTS.tooDeep(DEEPEST), this.text, branch.offset)
  }

  close(end: number): void {
    this.branches.pop()!.end = end
  }

  key(key: string, offset: number): void {
    const object = this.branches.at(-1)
    if (object?.type === 'object' && object.fields.has(key)) {
      const name = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key
      throw new NotebookFormatError(TEXTS.repeatedKey(visibleLine(name)), this.text, offset)
    }
    this.nextKey = key
  }

  scalar(value: Json, offset: number, length: number): void {
    const inexact = typeof value === 'number' && !isExact(this.text.slice(offset, offset + length))
    this.add({ type: 'scalar', offset, value: inexact ? verbatim(this.text.slice(offset, offset + length)) : value })
  }

  fail(code: ParseErrorCode, offset: number): never {
    throw new NotebookFormatError(...syntaxSentence(this.text, code, offset))
  }

  private add(node: Node): void {
    const parent = this.branches.at(-1)
    if (!parent) this.root = node
    else if (parent.type === 'object') parent.fields.set(this.nextKey, node)
    else parent.items.push(node)
  }
}

/** The tree's value. */
export function valueOf(node: Node, text: string): Json {
  switch (node.type) {
    case 'scalar':
      return node.value
    case 'list':
      return node.items.map(item => valueOf(item, text))
    case 'object':
      if (node.fields.has(VERBATIM)) return verbatim(text.slice(node.offset, node.end))
      return Object.fromEntries([...node.fields].map(([key, field]) => [key, valueOf(field, text)]))
    default:
      return node satisfies never
  }
}
