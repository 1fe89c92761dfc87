import * as vscode from 'vscode'
import { CELL_LANGUAGE, CONTROLLER_ID, NOTEBOOK_TYPE } from './ids'
import { runCell, type Kernel } from './runCell'

/** What the kernel tells of its runs, and who runs them. */
export type Parts = Pick<Kernel, 'client' | 'live' | 'figures' | 'forecast'>

/**
 * The notebook's kernel. It sets no interruptHandler: with one, an execution's cancellation token would never fire. All
 * cells of one "Run All" show as pending at once and run in order.
 */
export function createController(parts: Parts, datasets: vscode.Uri): vscode.NotebookController {
  const controller = vscode.notebooks.createNotebookController(CONTROLLER_ID, NOTEBOOK_TYPE, 'Gradient engine')
  controller.supportedLanguages = [CELL_LANGUAGE]
  controller.supportsExecutionOrder = true
  controller.description = vscode.l10n.t('trains on this machine; cells cannot run code')
  const orders = new WeakMap<vscode.NotebookDocument, number>()
  const kernel: Kernel = {
    ...parts,
    readDataset: name => Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(datasets, name))),
    nextOrder: notebook => {
      const order = (orders.get(notebook) ?? 0) + 1
      orders.set(notebook, order)
      return order
    }
  }
  let last = Promise.resolve()
  controller.executeHandler = cells => {
    for (const cell of cells) {
      const execution = controller.createNotebookCellExecution(cell)
      const run = () => runCell(execution, kernel)
      last = last.then(run, run)
    }
    return last
  }
  return controller
}
