import type { ShareRequest } from './share'
import type { SharedFile } from './sharedFile'

/** What the host asks a sharing worker, once. */
export type ToSharer = ShareRequest

/** What it answers: the files, or why there are none. */
export type FromSharer = { readonly files: readonly SharedFile[] } | { readonly problem: string }
