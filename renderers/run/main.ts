import type { ActivationFunction } from 'vscode-notebook-renderer'
import type { FromFigure } from '../../src/figure'
import { COMPARE_MIME, SWEEP_MIME } from '../../src/record'
import { isDiffSide } from './view/otherVersions'
import { Outputs } from './view/outputs'
import type { SavedState } from './view/savedChoices'
import { CompareOutputs } from './view/sweep/compareOutputs'
import { SweepOutputs } from './view/sweep/sweepOutputs'

/** The notebook renderer of run records, sweeps and comparisons. */
export const activate: ActivationFunction<SavedState> = context => {
  const post = context.postMessage && !isDiffSide() ? (message: FromFigure) => context.postMessage!(message) : null
  const runs = new Outputs(context, post)
  const sweeps = new SweepOutputs(post)
  const comparisons = new CompareOutputs(post)
  context.onDidReceiveMessage?.((value: unknown) => {
    runs.receive(value)
    sweeps.receive(value)
  })
  return {
    renderOutputItem: (item, element) => {
      if (item.mime === SWEEP_MIME) return sweeps.render(item, element)
      if (item.mime === COMPARE_MIME) return comparisons.render(item, element)
      return runs.render(item, element)
    },
    disposeOutputItem: id => {
      for (const outputs of [runs, sweeps, comparisons]) outputs.dispose(id)
    }
  }
}
