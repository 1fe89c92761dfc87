export * from './hash'
export * from './math'
export * from './random'
