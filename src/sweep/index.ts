export * from './compareCells'
export * from './digest'
export * from './sweepPlan'
export * from './sweepRun'
