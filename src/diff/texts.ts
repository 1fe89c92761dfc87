/** All that comparing notebooks says, in English. */
export const DIFF_TEXTS = {
  cell: (place: number, kind: string) => `=== cell ${place}, ${kind}`,
  added: (place: number) => `=== cell ${place} was added`,
  removed: (place: number) => `=== cell ${place} was removed`,
  changed: (place: number) => `=== cell ${place}`,
  order: 'cells are in another order',
  output: (summary: string) => `output: ${summary}`,
  noOutput: 'none',
  damaged: 'an output that is damaged',
  moreOutput: 'different from before',
  sameToTheEye: 'the same to four digits',
  becomes: (what: string, before: string, after: string) => `${what}: ${before} → ${after}`,
  delta: (layer: string) => `delta at ${layer}`,
  deltaAfter: (layer: string, epoch: number) => `delta at ${layer} in epoch ${epoch}`,
  deltaCourse: (layer: string, before: string, after: string, epochs: number) =>
    epochs === 0
      ? `delta at ${layer}: ${before}`
      : `delta at ${layer}: ${before} before training, ${after} in epoch ${epochs}`,
  verdict: 'verdict',
  sweep: (name: string, runs: number) => `${name}, ${runs} ${runs === 1 ? 'run' : 'runs'}`,
  best: 'best',
  bestGroup: (group: string, metric: string, score: string) => `${group === '' ? '' : `${group}, `}${metric} ${score}`,
  runs: 'runs',
  fates: { diverged: 'diverged', stuck: 'did not learn', failed: 'failed', missing: 'not run' },
  failed: (message: string) => `failed: ${message}`,
  metadata: 'the notebook’s metadata has changed'
}
