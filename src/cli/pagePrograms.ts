import type { Programs } from '../sharing'
import type { Bundle } from './bundles'
import { wholeProgram } from './wholeProgram'

/** What an exported page runs with, each in one text: a page that is a file loads no other. */
export const pagePrograms = async (): Promise<Programs> => ({
  page: await moduleOf('page', 'start'),
  renderer: await moduleOf('renderer', 'activate'),
  worker: await wholeProgram('worker.web')
})

/** An ES module that exports what the program exports as `exported`. */
const moduleOf = async (name: Bundle, exported: string): Promise<string[]> => [
  `export const { ${exported} } = `,
  ...(await wholeProgram(name))
]
