import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { repairedIds } from './cellIds'
import { NotebookFormatError } from './formatError'
import {
  FORMAT_VERSION,
  type Cell,
  type CellKind,
  type Json,
  type JsonObject,
  type Notebook,
  type Output
} from './notebook'

/**
 * The notebook in `bytes`. Throws a `NotebookFormatError` with line and column for bytes that are no notebook: they never
 * become an empty one, which the next save would write over the user's file.
 */
export function parseNotebook(bytes: Uint8Array): Notebook {
  const text = decode(bytes)
  return new Reader(text).notebook(treeOf(text))
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    throw new NotebookFormatError('these bytes are not UTF-8 text', text, text.indexOf('\ufffd'))
  }
}

function treeOf(text: string): Node {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false })
  const first = errors[0]
  if (first !== undefined) throw new NotebookFormatError(syntaxSentence(first, text), text, first.offset)
  if (tree === undefined) throw new NotebookFormatError('the file is empty', text, 0)
  return tree
}

function syntaxSentence({ error, offset }: ParseError, text: string): string {
  if (text.trim() === '') return 'the file is empty'
  if (text.slice(offset).trim() === '') return 'the file ends in the middle: it may be half-written'
  const words = printParseErrorCode(error).replace(/([A-Z])/g, ' $1')
  return `this is not JSON (${words.trim().toLowerCase()})`
}

type Fields = ReadonlyMap<string, Node>

/** Reads the tree of a notebook; every complaint names its place in `text`. */
class Reader {
  constructor(private readonly text: string) {}

  notebook(root: Node): Notebook {
    const fields = this.fields(root, 'a notebook')
    this.version(root, fields)
    const cells = this.items(this.required(root, fields, 'cells'), '"cells"').map(node => this.fields(node, 'a cell'))
    const outputs = this.outputs(fields.get('outputs'))
    const ids = repairedIds(cells.map(cell => (cell.has('id') ? this.value(cell.get('id')!) : undefined)))
    const metadata = fields.get('metadata')
    return {
      metadata: metadata ? this.object(metadata, '"metadata"') : {},
      cells: cells.map((cell, i) => this.cell(root, cell, ids[i]!, outputs)),
      extra: this.rest(fields, ['gradnb', 'metadata', 'cells', 'outputs'])
    }
  }

  private version(root: Node, fields: Fields): void {
    const node = this.required(root, fields, 'gradnb')
    const version = this.value(node)
    if (!Number.isInteger(version) || (version as number) < 1)
      this.fail(node, '"gradnb" should be the format’s version, 1')
    if ((version as number) > FORMAT_VERSION)
      this.fail(
        node,
        `format ${String(version)} was written by a newer gradnb; this one reads up to format ${FORMAT_VERSION}: update it`
      )
  }

  private cell(root: Node, fields: Fields, id: string, outputs: ReadonlyMap<string, readonly Output[]>): Cell {
    const lines = this.items(this.required(root, fields, 'source', 'a cell'), '"source"')
    return {
      id,
      kind: this.kind(this.required(root, fields, 'kind', 'a cell')),
      source: lines.map(line => this.string(line, 'a line of "source"')).join('\n'),
      outputs: outputs.get(id) ?? [],
      extra: this.rest(fields, ['id', 'kind', 'source'])
    }
  }

  private kind(node: Node): CellKind {
    const kind = this.value(node)
    if (kind !== 'markdown' && kind !== 'experiment') this.fail(node, '"kind" should be "markdown" or "experiment"')
    return kind as CellKind
  }

  private outputs(node: Node | undefined): Map<string, readonly Output[]> {
    const entries = node ? [...this.fields(node, '"outputs"')] : []
    return new Map(
      entries.map(([id, list]) => [id, this.items(list, 'the outputs of a cell').map(one => this.output(one))])
    )
  }

  private output(node: Node): Output {
    const fields = this.fields(node, 'an output')
    const items = this.items(this.required(node, fields, 'items', 'an output'), '"items"').map(item => {
      const parts = this.fields(item, 'an output item')
      const mime = this.string(this.required(item, parts, 'mime', 'an output item'), '"mime"')
      return { mime, data: this.value(this.required(item, parts, 'data', 'an output item')) }
    })
    return { items, extra: this.rest(fields, ['items']) }
  }

  private fields(node: Node, what: string): Fields {
    if (node.type !== 'object') this.fail(node, `${what} should be an object {…}`)
    return new Map(
      (node.children ?? []).map(property => [String(property.children![0]!.value), property.children![1]!])
    )
  }

  private required(node: Node, fields: Fields, key: string, what = 'a notebook'): Node {
    return fields.get(key) ?? this.fail(node, `${what} needs "${key}"`)
  }

  private items(node: Node, what: string): readonly Node[] {
    if (node.type !== 'array') this.fail(node, `${what} should be a list […]`)
    return node.children ?? []
  }

  private string(node: Node, what: string): string {
    if (node.type !== 'string') this.fail(node, `${what} should be text`)
    return node.value as string
  }

  private object(node: Node, what: string): JsonObject {
    this.fields(node, what)
    return this.value(node) as JsonObject
  }

  private rest(fields: Fields, known: readonly string[]): JsonObject {
    return Object.fromEntries(
      [...fields].filter(([key]) => !known.includes(key)).map(([key, node]) => [key, this.value(node)])
    )
  }

  /** JSON.parse and not the tree's value: it makes "__proto__" a key like any other. */
  private value(node: Node): Json {
    return JSON.parse(this.text.slice(node.offset, node.offset + node.length)) as Json
  }

  private fail(node: Node, sentence: string): never {
    throw new NotebookFormatError(sentence, this.text, node.offset)
  }
}
