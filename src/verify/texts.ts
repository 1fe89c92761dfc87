/** All that verification says, in English. */
export const VERIFY_TEXTS = {
  same: 'the same, bit for bit',
  sameUpTo: (epoch: number) => `the same, bit for bit, up to epoch ${epoch}, where the run was stopped`,
  differs: (difference: string) => `differs: ${difference}`,
  number: (name: string, where: string, saved: string, now: string) =>
    `${name} ${where} is ${saved} in the file, but ${now} now`,
  ofLayer: (layer: string, at: string) => `of ${layer} ${at}`,
  epoch: (epoch: number) => (epoch === 0 ? 'before any training' : `in epoch ${epoch}`),
  step: (step: number) => `at step ${step}`,
  data: 'the data it reads has changed since its output was made',
  epochs: (saved: number, now: number) => `the file has ${epochs(saved)}, but the run has ${epochs(now)} now`,
  part: (part: string) => `“${part}” of the record is not what the cell gives now`,
  run: (run: number) => `run ${run} does not give what the file has of it`,
  compared: (reference: string) => `${reference} shows something else now; run this cell again`,
  failure: 'the run failed when its output was made, and does not fail now',
  foreign: (mime: string) => `the file shows ${mime}, which running this cell does not make`,
  stale: 'stale: the cell has changed since its output was made; run it again',
  otherEngine: (made: string, now: string) =>
    `not comparable: its output was made by version ${made} of the engine, and this is version ${now}; run it again`,
  noOutput: 'no output; run it first',
  damaged: (reason: string) => `its output is damaged: ${reason}`,
  failed: (reason: string) => `cannot be run: ${reason}`,
  summary: (total: number, same: number) => {
    if (total === 0) return 'no cells to verify'
    if (total === 1) return `1 cell, ${same === 1 ? '' : 'not '}the same`
    return `${total} cells, ${same === total ? 'all' : same === 0 ? 'none' : `${same} of them`} the same`
  }
}

const epochs = (count: number): string => `${count} ${count === 1 ? 'epoch' : 'epochs'}`
