export * from './client'
export * from './job'
export * from './messages'
export type { Port, WorkerHandle } from './port'
