export * from './choice'
export * from './messages'
export * from './paced'
