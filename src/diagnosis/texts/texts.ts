import { SIGNAL_TEXTS, TRAINING_TEXTS } from './causes'
import { FORMULA_TEXTS } from './formulas'
import { REPAIR_TEXTS } from './repair'
import { REPORT_TEXTS } from './report'
import { REMEDY_TEXTS, SYMPTOM_TEXTS } from './symptoms'
import { VERDICT_TEXTS } from './verdict'

/** All that is said of a run's faults, in English; every other file of the room names a text and never writes one. */
export const TEXTS = {
  verdict: VERDICT_TEXTS,
  ...SIGNAL_TEXTS,
  ...TRAINING_TEXTS,
  ...SYMPTOM_TEXTS,
  remedies: REMEDY_TEXTS,
  formulas: FORMULA_TEXTS,
  repair: REPAIR_TEXTS,
  report: REPORT_TEXTS,
  /** A layer of a record that has no name for it. */
  layer: (number: number) => `layer ${number}`
}
