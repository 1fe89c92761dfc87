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
  encodeOutcome as encodeSweepOutcome,
  encodeSweep,
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
