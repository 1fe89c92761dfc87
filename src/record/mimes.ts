import { RECORD_MIME } from './runRecord'
import { COMPARE_MIME } from './sweep/compareRecord'
import { SWEEP_MIME } from './sweep/sweepRecord'

/** What is in outputs that our renderer draws: all that this room has forms for. */
const OWN_MIMES: readonly string[] = [RECORD_MIME, SWEEP_MIME, COMPARE_MIME]

/** Whether outputs of this type are drawn by our renderer. */
export const isOwnMime = (mime: string): boolean => OWN_MIMES.includes(mime)
