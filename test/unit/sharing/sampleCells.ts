import { output } from '../../../src/notebook'
import { COMPARE_MIME, encodeCompare, encodeSweep, SWEEP_MIME } from '../../../src/record'
import { sampleSweep } from '../record/sampleSweep'
import { vanishing } from '../renderer/records'
import { experiment } from './notebooks'

/** A cell of many runs, with its output. */
export const SWEEP = experiment('seeds: 3', 'b', output(SWEEP_MIME, encodeSweep(sampleSweep())))

/** A cell that compares two runs, with its output. */
export const COMPARE = experiment(
  'compare: [left, right]',
  'c',
  output(
    COMPARE_MIME,
    encodeCompare({
      ...{ version: 1, name: 'both' },
      items: ['left', 'right'].map(reference => ({ reference, kind: 'run', record: vanishing(4, 9) }))
    })
  )
)
