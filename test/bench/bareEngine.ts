import { createBackend, train } from '../../src/engine'
import { DEFAULT_LIMITS, type Expansion } from '../../src/experiment'
import { planOn, prepareData } from '../../src/plan'

/** Seconds that the steps of a run take in this thread, on data that are there: the mean of the first `count` runs. */
export function engineSeconds(expansion: Expansion, count: number): number {
  let seconds = 0
  for (let index = 0; index < count; index++) {
    const { experiment } = expansion.run(index)
    const data = prepareData(experiment, {}, DEFAULT_LIMITS)
    const { task, random } = planOn(experiment, data, {}, { limits: DEFAULT_LIMITS, summaryOnly: true })
    const start = performance.now()
    for (const steps = train(task, random, createBackend); !steps.next().done;);
    seconds += (performance.now() - start) / 1000
  }
  return seconds / count
}
