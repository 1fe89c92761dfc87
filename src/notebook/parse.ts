import { repairedIds } from './cellIds'
import { decodeText } from './decode'
import { NotebookFormatError } from './formatError'
import { treeOf, valueOf, type Node } from './json/tree'
import { VERBATIM } from './json/verbatim'
import { FORMAT_VERSION, type Cell, type CellKind, type Json, type JsonObject, type Notebook } from './notebook'
import { ownOutputs } from './ownOutputs'
import { TEXTS } from './texts'

/**
 * The notebook in `bytes`, with all that they hold: `formatNotebook` writes it back. Throws a `NotebookFormatError` with line and
 * column for bytes that are no notebook: they never become an empty one, which the next save would write over the user's file.
 */
export function parseNotebook(bytes: Uint8Array): Notebook {
  const text = decodeText(bytes)
  return new Reader(text).notebook(treeOf(text))
}

type Fields = ReadonlyMap<string, Node>

/** Reads the tree of a notebook; every complaint names its place in `text`. */
class Reader {
  constructor(private readonly text: string) {}

  notebook(root: Node): Notebook {
    const fields = this.fields(root, TEXTS.notebook)
    this.version(root, fields)
    const cells = this.items(this.required(root, fields, 'cells'), '"cells"').map(node => this.fields(node, TEXTS.cell))
    const saved = this.outputs(fields.get('outputs'))
    const oldIds = cells.map(cell => (cell.has('id') ? this.value(cell.get('id')!) : undefined))
    const ids = repairedIds(oldIds, Object.keys(saved))
    const { outputs, orphans } = ownOutputs(saved, oldIds, ids)
    return {
      metadata: this.object(fields.get('metadata'), '"metadata"'),
      cells: cells.map((cell, i) => ({ id: ids[i]!, ...this.cell(root, cell), outputs: outputs[i]! })),
      extra: this.rest(fields, ['gradnb', 'metadata', 'cells', 'outputs']),
      ...(Object.keys(orphans).length > 0 ? { orphans } : {})
    }
  }

  private version(root: Node, fields: Fields): void {
    const node = this.required(root, fields, 'gradnb')
    const version = this.value(node)
    if (!Number.isInteger(version) || (version as number) < 1) this.fail(node, TEXTS.version)
    if ((version as number) > FORMAT_VERSION) this.fail(node, TEXTS.newer(String(version), FORMAT_VERSION))
  }

  private cell(root: Node, fields: Fields): Omit<Cell, 'id' | 'outputs'> {
    const lines = this.items(this.required(root, fields, 'source', TEXTS.cell), '"source"')
    return {
      kind: this.kind(this.required(root, fields, 'kind', TEXTS.cell)),
      source: lines.map(line => this.string(line, TEXTS.line)).join('\n'),
      extra: this.rest(fields, ['id', 'kind', 'source'])
    }
  }

  private outputs(node: Node | undefined): JsonObject {
    const fields: Fields = node ? this.fields(node, '"outputs"') : new Map()
    const own = fields.get(VERBATIM)
    return own ? this.fail(own, TEXTS.reservedId(VERBATIM)) : this.rest(fields, [])
  }

  private kind(node: Node): CellKind {
    const kind = this.value(node)
    if (kind !== 'markdown' && kind !== 'experiment') this.fail(node, TEXTS.kind)
    return kind as CellKind
  }

  private fields(node: Node, what: string): Fields {
    return node.type === 'object' ? node.fields : this.fail(node, TEXTS.object(what))
  }

  private required(node: Node, fields: Fields, key: string, what = TEXTS.notebook): Node {
    return fields.get(key) ?? this.fail(node, TEXTS.needs(what, key))
  }

  private items(node: Node, what: string): readonly Node[] {
    return node.type === 'list' ? node.items : this.fail(node, TEXTS.list(what))
  }

  private string(node: Node, what: string): string {
    const value = node.type === 'scalar' ? node.value : null
    return typeof value === 'string' ? value : this.fail(node, TEXTS.text(what))
  }

  private object(node: Node | undefined, what: string): JsonObject {
    if (!node) return {}
    this.fields(node, what)
    return this.value(node) as JsonObject
  }

  private rest(fields: Fields, known: readonly string[]): JsonObject {
    return Object.fromEntries(
      [...fields].filter(([key]) => !known.includes(key)).map(([key, node]) => [key, this.value(node)])
    )
  }

  private value(node: Node): Json {
    return valueOf(node, this.text)
  }

  private fail(node: Node, sentence: string): never {
    throw new NotebookFormatError(sentence, this.text, node.offset)
  }
}
