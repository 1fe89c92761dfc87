export * from './activation'
export * from './entry'
export * from './optimizer'
