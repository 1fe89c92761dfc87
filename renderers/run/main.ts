import type { ActivationFunction } from 'vscode-notebook-renderer'
import { Outputs } from './view/outputs'
import type { SavedState } from './view/savedChoices'

/** The notebook renderer of run records. */
export const activate: ActivationFunction<SavedState> = context => {
  const outputs = new Outputs(context)
  return {
    renderOutputItem: (item, element) => outputs.render(item, element),
    disposeOutputItem: id => outputs.dispose(id)
  }
}
