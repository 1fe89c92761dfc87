import { isAlias, isMap, isScalar, type Document, type Pair } from 'yaml'
import type { Range } from '../experiment'
import { ourKey, rangeOfNode, readYaml } from './yaml'

/**
 * Where a cell says the first of `paths` ("optimizer.learning_rate") that it says at all: the key with its value. Where it says none of
 * them, its first line that is more than a comment.
 */
export function placeOfKeys(text: string, paths: readonly string[]): Range {
  const document = readYaml(text)
  for (const path of paths) {
    const found = find(document, path.split('.'))
    if (found !== null) return found
  }
  return firstLine(text)
}

function find(document: Document, path: readonly string[]): Range | null {
  let node: unknown = document.contents
  let pair: Pair | undefined
  for (const step of path) {
    const map = isAlias(node) ? node.resolve(document) : node
    pair = isMap(map) ? map.items.find(({ key }) => isScalar(key) && ourKey(String(key.value)) === step) : undefined
    if (pair === undefined) return null
    node = pair.value
  }
  const [key, value] = [rangeOfNode(pair?.key), rangeOfNode(pair?.value)]
  return key && { start: key.start, end: value && value.end > key.end ? value.end : key.end }
}

function firstLine(text: string): Range {
  const found = /^[ \t]*[^\s#].*$/m.exec(text)
  const start = found ? found.index + found[0].search(/\S/) : 0
  return { start, end: found ? found.index + found[0].trimEnd().length : 0 }
}
