import { suggesting, type Problem } from './problem'
import { scalarHint } from './scalarHint'
import { isNamed } from '../schema/keys'
import { badName, noName } from './nameProblems'
import type { Path } from '../path'
import type { Source } from '../source'
import { isMappingOrList, label, not, typeName } from './words'
import { TEXTS } from '../texts/texts'
import { MAPPING_EXAMPLES } from '../texts/examples'

/** A value that is not what its key takes, or a key that must be there and is not. */
export function wrongType(expected: string, value: unknown, path: Path, source: Source): Problem {
  const range = source.rangeOf(path)
  if (value === undefined) return { code: 'missing-key', message: missingSentence(path), ...range }
  if (expected === 'object' && isNamed(path) && !isMappingOrList(value)) return noName(value, path, source)
  if (path[0] === 'name' && typeof value === 'number') return badName(value, path, source)
  const { words, text } = scalarHint(value, expected, path, source.textAt(range))
  const example = Object.hasOwn(MAPPING_EXAMPLES, label(path)) ? MAPPING_EXAMPLES[label(path)] : undefined
  const hint = words || (example === undefined ? '' : TEXTS.values.hints.example(example))
  const message = TEXTS.values.mustBe(label(path), [typeName(expected)], not(value), hint)
  return { code: 'wrong-type', message, ...range, ...suggesting(text) }
}

function missingSentence(path: Path): string {
  const [mapping, key] = [label(path.slice(0, -1)), String(path.at(-1))]
  if (key === 'safetensors') return TEXTS.keys.needsWeights(mapping)
  return TEXTS.keys.needed[label(path)] ?? TEXTS.keys.needs(mapping, key)
}
