import { messageOf } from '../text'
import type { FromSharer, ToSharer } from './messages'
import { share } from './share'

/** What a worker is to its script, in a browser and (by `spawn.node`) in Node. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { readonly data: ToSharer }) => void): void
  postMessage(message: FromSharer): void
}

const scope = globalThis as unknown as Scope

scope.addEventListener('message', ({ data }) => void answer(data).then(reply => scope.postMessage(reply)))

async function answer(request: ToSharer): Promise<FromSharer> {
  try {
    return await share(request)
  } catch (error) {
    return { problem: messageOf(error) }
  }
}
