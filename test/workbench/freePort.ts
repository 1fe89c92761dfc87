import { createServer } from 'node:net'

/** `wanted` if nothing listens there, so that a page's address and what the browser keeps for it stay the same. */
export const freePort = (wanted: number): Promise<number> =>
  new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(0))
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => resolve(wanted)))
  })
