import type { ShareRequest } from './share'
import type { Shared } from './sharedFile'

/** What the host asks a sharing worker, once. */
export type ToSharer = ShareRequest

/** What it answers: the files, or why there are none. */
export type FromSharer = Shared | { readonly problem: string }
