import { CommandError } from '../exitStatus'
import { complain } from '../print'
import { stoppable, type Stop } from '../stop'

/** Runs `command`; sets the status that it decides, or that of what stopped it. A `CommandError` becomes its sentence. */
export async function ending(command: (stop: Stop) => Promise<number>): Promise<void> {
  process.exitCode = await stoppable(async stop => {
    try {
      const status = await command(stop)
      return stop.status ?? status
    } catch (error) {
      if (stop.status !== null && error === stop.signal.reason) return stop.status
      if (!(error instanceof CommandError)) throw error
      complain(`gradnb: ${error.message}`)
      return error.status
    }
  })
}
