import type { ActivationFunction } from 'vscode-notebook-renderer'
import { SWEEP_MIME } from '../../src/record'
import { Outputs } from './view/outputs'
import type { SavedState } from './view/savedChoices'
import { SweepOutputs } from './view/sweep/sweepOutputs'

/** The notebook renderer of run records, sweeps and comparisons. */
export const activate: ActivationFunction<SavedState> = context => {
  const outputs = new Outputs(context)
  const sweeps = new SweepOutputs(context.postMessage ? message => context.postMessage!(message) : null)
  context.onDidReceiveMessage?.((value: unknown) => {
    outputs.receive(value)
    sweeps.receive(value)
  })
  return {
    renderOutputItem: (item, element) =>
      item.mime === SWEEP_MIME ? sweeps.render(item, element) : outputs.render(item, element),
    disposeOutputItem: id => {
      outputs.dispose(id)
      sweeps.dispose(id)
    }
  }
}
