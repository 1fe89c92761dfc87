/** What peers call those of their rules whose names are words; the others are plain in their files. */
export const PEER_RULE_NAMES = { overfit: 'Overfit', overtraining: 'Overtraining' } as const
