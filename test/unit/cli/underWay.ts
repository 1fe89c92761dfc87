import { Gradnb, type TestFolder } from './gradnb'

/** What `startUnderWay`'s command line adds to its standard error. */
export const UNDER_WAY = 'under way\n'

/** Says so, once, when a run has measured two epochs, or when one of many has ended. */
const TELLING = `
  const threads = require('node:worker_threads')
  let told = false
  const isUnderWay = ({ type, columns }) =>
    type === 'summarized' || (type === 'progress' && columns !== null && columns.epoch + columns.curves.loss.columns > 2)
  if (threads.isMainThread)
    threads.Worker = class extends threads.Worker {
      constructor(...args) {
        super(...args)
        this.on('message', message => {
          if (told || !isUnderWay(message)) return
          told = true
          process.stderr.write(${JSON.stringify(UNDER_WAY)})
        })
      }
    }`

/** The command line as it ships, once it is in the middle of a run: of one of two epochs at least, or of the first of many. */
export async function startUnderWay({ write }: TestFolder, args: readonly string[]): Promise<Gradnb> {
  const hook = await write('telling.cjs', TELLING)
  const started = new Gradnb(args, { env: { NODE_OPTIONS: `--require ${hook}` } })
  await started.complained(UNDER_WAY)
  return started
}
