import { AddressProblem, QUEUE_VARIABLES, queueAddress, type QueueAddress } from '../queue'
import { CommandError } from './exitStatus'
import { CLI_TEXTS } from './texts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where the queue is: what `--queue` says, or the environment. Throws a `CommandError`, with `missing` where nothing says it. */
export function queueIn(text: string | undefined, environment: Environment, missing: string): QueueAddress {
  const given = text ?? environment[QUEUE_VARIABLES.url]
  if (given === undefined || given === '') throw new CommandError(missing)
  try {
    return queueAddress(given, environment)
  } catch (error) {
    throw error instanceof AddressProblem ? new CommandError(CLI_TEXTS.queues.noAddress(error.message)) : error
  }
}
