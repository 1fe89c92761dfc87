export * from './choice'
export * from './messages'
