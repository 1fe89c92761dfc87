export * from './compareRecord'
export * from './comparedSweep'
export * from './decades'
export * from './experimentDifferences'
export * from './fate'
export * from './groups'
export * from './runSummary'
export * from './summarize'
export { encodeSummary, parseSummary } from './summaryCodec'
export {
  checkOutcome as checkSweepOutcome,
  checkSweepSize,
  encodeOutcome as encodeSweepOutcome,
  encodeRun as encodeSweepRun,
  encodeSweep,
  encodeSweepOf,
  MOST_SWEEP_RUNS,
  parseOutcome as parseSweepOutcome,
  parseSweep
} from './sweepCodec'
export * from './sweepGroups'
export * from './sweepLabels'
export * from './sweepMetric'
export * from './sweepPiece'
export * from './sweepRecord'
export { LARGEST_CODE, thumbnailSize } from './thumbnail'
