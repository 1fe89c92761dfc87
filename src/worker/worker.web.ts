import { serve } from './serve'
import { sharedCopy } from './shared'

declare const self: DedicatedWorkerGlobalScope

/** A message to oneself lets those that arrived before it be delivered; unlike a timer it is not held back. */
const echo = new MessageChannel()
const pause = () =>
  new Promise<void>(resolve => {
    echo.port1.onmessage = () => resolve()
    echo.port2.postMessage(null)
  })

serve(
  {
    post: message => self.postMessage(message),
    onMessage: listener => self.addEventListener('message', event => listener(event.data))
  },
  { now: () => performance.now(), pause, share: self.crossOriginIsolated ? sharedCopy : values => values, team: null }
)
