import { CHARACTER_TEXTS } from './characters'
import { CHECK_TEXTS } from './checks'
import { DATA_TEXTS, FILE_TEXTS, TABLE_TEXTS } from './data'
import { DATA_DOC_TEXTS } from './dataDocs'
import { DOC_TEXTS } from './docs'
import { KEY_TEXTS } from './keys'
import { NAME_TEXTS } from './names'
import { SWEEP_TEXTS } from './sweeps'
import { LIST_TEXTS, VALUE_TEXTS } from './values'
import { MAPPING_TEXTS, YAML_TEXTS } from './yaml'

/**
 * All that problems, hovers and completions say of a cell, in English: texts, and functions that put their arguments into one.
 * Every other file of the room names a text and never writes one, so that another table of this type is all that a translation
 * takes.
 */
export const TEXTS = {
  yaml: YAML_TEXTS,
  mapping: MAPPING_TEXTS,
  keys: KEY_TEXTS,
  names: NAME_TEXTS,
  values: VALUE_TEXTS,
  problems: LIST_TEXTS,
  checks: CHECK_TEXTS,
  data: DATA_TEXTS,
  table: TABLE_TEXTS,
  files: FILE_TEXTS,
  characters: CHARACTER_TEXTS,
  docs: DOC_TEXTS,
  dataDocs: DATA_DOC_TEXTS,
  sweeps: SWEEP_TEXTS
}
