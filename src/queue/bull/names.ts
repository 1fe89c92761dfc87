/** All keys of the queue in Redis begin with these, as in gradnb:runs:wait. */
export const PREFIX = 'gradnb'
export const QUEUE = 'runs'

/** What all sides of the queue have in common; the version was looked at already, and BullMQ would write about it to the console. */
export const SHARED = { prefix: PREFIX, skipVersionCheck: true } as const
