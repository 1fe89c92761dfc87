export * from './failureSentence'
export * from '../texts/sweep'
export * from './sweepVerdict'
