import type { Programs } from '../sharing'
import type { Bundle } from './bundles'
import { wholeProgram } from './wholeProgram'

/** What an exported page runs with, each in one piece: a page that is a file loads no other. */
export async function pagePrograms(): Promise<Programs> {
  return {
    page: await moduleOf('page', 'start'),
    renderer: await moduleOf('renderer', 'activate'),
    worker: await scriptOf('worker.web')
  }
}

const scriptOf = async (name: Bundle): Promise<Uint8Array> => bytesOf(await wholeProgram(name))

/** An ES module that exports what the program exports as `exported`. */
const moduleOf = async (name: Bundle, exported: string): Promise<Uint8Array> =>
  bytesOf(`export const { ${exported} } = ${await wholeProgram(name)}`)

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
