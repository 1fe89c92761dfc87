// What hosts need: `share` itself, which draws, is in the worker's bundle alone.
export * from './formats'
export * from './filesOfCells'
export { exportRemarks } from './remarks'
export type { Programs } from './html'
export type { ShareRequest } from './share'
export * from './sharer'
export { NothingToShare, type Shared, type SharedFile } from './sharedFile'
