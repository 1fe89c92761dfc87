export * from './client'
export * from './messages'
export { filesOf } from './plan'
