export * from './formatWeights'
export * from './readWeights'
export * from './wantedLayer'
