export * from './activation'
export * from './entry'
