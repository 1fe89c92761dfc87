export * from './visible'
