import type { Transport } from '../transport'
import { give } from './give'
import { take } from './take'

/** What dist/queue.js exports. */
export const transport: Transport = { give, take }
