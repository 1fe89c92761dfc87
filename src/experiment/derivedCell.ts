import { Document, isAlias, isMap, isNode, isScalar, visit, type Node, type Scalar, type YAMLMap } from 'yaml'
import { KEY_ALIASES } from './normalize'
import { readYaml } from './readYaml'

/** What a new cell changes of another: keys and their values; null for a key that counts as left out. */
export type Overrides = Readonly<Record<string, unknown>>

/** What a cell is called, or null; null also for text that cannot be read. */
export function nameOfCell(text: string): string | null {
  const contents = readYaml(text).document?.contents
  const name = isMap(contents) ? contents.get('name') : null
  return typeof name === 'string' && name !== '' ? name : null
}

/** `wanted`, or else wanted-2, wanted-3 …, whichever no cell of `cells` is called. */
export function freeName(wanted: string, cells: readonly string[]): string {
  const taken = new Set(cells.map(nameOfCell))
  let name = wanted
  for (let i = 2; taken.has(name); i++) name = `${wanted}-${i}`
  return name
}

/**
 * The text of a cell that is `base` with `overrides`. With a `name`, where the base has one too, it extends the base and says only what differs;
 * else it is a copy, comments and all, with the keys changed. `comment` stands above.
 */
export function derivedCell(base: string, overrides: Overrides, name: string | null, comment: string): string {
  const baseName = nameOfCell(base)
  const document =
    baseName === null || name === null
      ? copied(base, overrides)
      : new Document({ name, extends: baseName, ...overrides })
  inLines(document)
  const text = document.toString({ lineWidth: 100, flowCollectionPadding: false }).trimEnd()
  return `# ${comment}\n${text}`
}

/**
 * The same of a cell that is to repair `base`: where that has a name, so does this, one that no cell of `cells` has, and extends it.
 */
export function repairedCell(base: string, cells: readonly string[], overrides: Overrides, comment: string): string {
  const name = nameOfCell(base)
  return derivedCell(base, overrides, name === null ? null : freeName(`${name}-repaired`, cells), comment)
}

function copied(base: string, overrides: Overrides): Document {
  const document = new Document(null)
  const read = readYaml(base).document
  document.contents = (isMap(read?.contents) ? read.contents : document.createNode({})) as Node as never
  Object.assign(document, { commentBefore: read?.commentBefore, comment: read?.comment })
  const map = document.contents as unknown as YAMLMap
  const changed = Object.keys(overrides)
  if (read && changed.some(key => hasAnchor(map.get(key, true)))) writeOut(map, read)
  for (const [key, value] of Object.entries(overrides)) setIn(document, map, key, value, read ?? document)
  return document
}

function hasAnchor(node: unknown): boolean {
  let found = false
  if (isNode(node))
    visit(node, { Node: (_, { anchor }: Node & { anchor?: string }) => void (found ||= Boolean(anchor)) })
  return found
}

/** Puts what they stand for in the place of all aliases, whose anchors may go. */
function writeOut(map: YAMLMap, read: Document): void {
  visit(map, {
    Alias: (_, alias) => {
      const node = alias.resolve(read)?.clone() as Node | undefined
      return node && Object.assign(node, { comment: alias.comment, commentBefore: alias.commentBefore })
    }
  })
  visit(map, { Node: (_, node) => void delete (node as { anchor?: string }).anchor })
}

/** Mappings are merged, as `extends` does; anything else replaces. */
function setIn(document: Document, map: YAMLMap, key: string, value: unknown, read: Document): void {
  const old = map.get(key, true)
  const resolved = isAlias(old) ? old.resolve(read) : old
  if (value === null) return void map.delete(key)
  if (!isMap(resolved) || !isPlainMapping(value)) return replace(document, map, key, value)
  const inner = resolved.clone() as YAMLMap
  delete inner.anchor
  for (const [name, each] of Object.entries(value)) {
    rename(inner, aliasesOf(name), name)
    if (name !== 'name' || !isKnownOtherwise(inner)) replace(document, inner, name, each)
  }
  map.set(key, inner)
}

/** Calls a key by its own name that goes by another. */
function rename(map: YAMLMap, aliases: readonly string[], name: string): void {
  const pair = map.items.find(({ key }) => isScalar(key) && aliases.includes(String(key.value)))
  if (pair !== undefined && isScalar(pair.key)) pair.key.value = name
}

/** Comments beside the old value stay. */
function replace(document: Document, map: YAMLMap, key: string, value: unknown): void {
  const [old, node] = [map.get(key, true), document.createNode(value)]
  if (isNode(old)) Object.assign(node, { comment: old.comment, commentBefore: old.commentBefore })
  map.set(key, node)
}

const aliasesOf = (key: string): string[] => Object.keys(KEY_ALIASES).filter(alias => KEY_ALIASES[alias] === key)

/** A data set that its file's key names. */
const isKnownOtherwise = (map: YAMLMap): boolean => ['csv', 'npy', 'idx'].some(key => map.has(key))

const isPlainMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists and what a mapping holds stand on a line each, as people write them. */
function inLines(document: Document): void {
  visit(document, {
    Seq: (_, node) => void (node.flow = true),
    Map: (_, node, path) => void (node.flow = node.flow || (path.length > 1 && node.items.every(isShort)))
  })
}

const isShort = ({ value }: { readonly value: unknown }): boolean =>
  isScalar(value) && !(value as Scalar).comment && !(value as Scalar).commentBefore
