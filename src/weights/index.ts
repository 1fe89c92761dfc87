export * from './formatWeights'
export * from './readWeights'
