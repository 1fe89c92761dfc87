import { nearest } from '../../text'
import { homeOf } from '../problems/unknownKey'
import type { Path } from '../path'
import { quoted, shortened } from '../problems/words'
import { experimentSchema } from '../schema/experiment'
import { TEXTS } from '../texts/texts'
import type { Report } from './report'

/** The keys of an experiment whose values may differ between the runs of a cell. */
export const VARIED_KEYS = Object.keys(experimentSchema.shape).filter(key => key !== 'name')

/** Of these, the keys whose value may be a mapping. */
const MAPPINGS = ['dataset', 'hidden_layers', 'activation', 'initializer', 'bias_initializer', 'optimizer', 'stop']

/** The keys of a cell that no run can have for itself. */
const NOT_VARIED = ['name', 'extends', 'variants', 'sweep', 'seeds', 'compare']

/** Whether the dotted `path`, which stands as the key at `place`, begins with a key that a run may have. Reports what is wrong. */
export function leadsToKey(path: readonly string[], place: Path, report: Report): boolean {
  const [key, ...inner] = path
  const written = shortened(path.join('.'))
  if (key === undefined || path.includes('')) report.key('unknown-key', place, TEXTS.sweeps.emptyStep(quoted(written)))
  else if (NOT_VARIED.includes(key)) report.key('conflict', place, TEXTS.sweeps.notVaried(shortened(key)))
  else if (!VARIED_KEYS.includes(key)) unknown(key, inner, place, report)
  else if (inner.length > 0 && !MAPPINGS.includes(key))
    report.key('unknown-key', place, TEXTS.sweeps.noSteps(key, written), key)
  else return true
  return false
}

function unknown(key: string, inner: readonly string[], place: Path, report: Report): void {
  const home = inner.length === 0 ? homeOf(key) : undefined
  if (home !== undefined) {
    const meant = `${home}.${key}`
    return report.key('misplaced-key', place, TEXTS.sweeps.misplacedPath(quoted(key), meant), meant)
  }
  const first = nearest(key, VARIED_KEYS)
  const meant = first === null ? null : [first, ...inner].join('.')
  report.key(
    'unknown-key',
    place,
    TEXTS.sweeps.unknownPath(quoted([key, ...inner].join('.')), meant, VARIED_KEYS),
    meant
  )
}
