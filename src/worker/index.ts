export * from './client'
export * from './job'
export * from './messages'
export { filesOf } from './plan'
