export * from './arrayPath'
export type { WantedFile } from './fileKind'
export * from './visible'
export * from './whatItIs'
