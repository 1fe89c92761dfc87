import * as vscode from 'vscode'
import { queueAddress, QueueRuns } from '../queue'
import { visibleLine } from '../text'
import type { Runs } from '../worker'
import type { Kernel } from './kernel'
import { sweepQueue } from './settings'

/** Whether the runs of cells are given to a queue. */
export const usesQueue = ({ queues }: Kernel): boolean => queues !== null && sweepQueue() !== ''

/**
 * Who does the runs of a notebook's cells: a queue where the user's settings name one that can be reached, else this machine. Throws an
 * `Error` with a sentence for an address that cannot be one.
 */
export function runsOf(notebook: vscode.NotebookDocument, { pools, queues }: Kernel): Runs {
  const address = sweepQueue()
  if (address === '') return pools.of(notebook)
  if (queues === null) {
    say(vscode.l10n.t('A browser cannot reach the queue of the setting gradnb.sweep.queue, so the runs are done here.'))
    return pools.of(notebook)
  }
  return new QueueRuns(() => queues.load(), queueAddress(address, queues.environment), { say })
}

const say = (sentence: string): void => void vscode.window.showWarningMessage(visibleLine(sentence))
