import * as vscode from 'vscode'
import { CELL_LANGUAGE, CONTROLLER_ID, NOTEBOOK_TYPE } from './ids'
import { isThere } from './isThere'
import { Queues } from './queues'
import type { Kernel } from './kernel'
import { runCell } from './runCell'

/** What the kernel tells of its runs, and who runs them. */
export type Parts = Omit<Kernel, 'nextOrder'>

/**
 * The notebook's kernel. It sets no interruptHandler: with one, an execution's cancellation token would never fire. All
 * cells of one "Run All" show as pending at once and run in order; notebooks don't wait for each other.
 */
export function createController(parts: Parts): vscode.NotebookController {
  const controller = vscode.notebooks.createNotebookController(CONTROLLER_ID, NOTEBOOK_TYPE, 'Gradient engine')
  controller.supportedLanguages = [CELL_LANGUAGE]
  controller.supportsExecutionOrder = true
  controller.description = vscode.l10n.t('trains on this machine; cells cannot run code')
  const orders = new WeakMap<vscode.NotebookDocument, number>()
  const kernel: Kernel = {
    ...parts,
    nextOrder: notebook => {
      const order = (orders.get(notebook) ?? 0) + 1
      orders.set(notebook, order)
      return order
    }
  }
  const queues = new Queues()
  controller.executeHandler = async (cells, notebook) => {
    const executions = cells.filter(isThere).map(cell => controller.createNotebookCellExecution(cell))
    await Promise.all(executions.map(execution => queues.add(notebook, () => runCell(execution, kernel))))
  }
  return controller
}
