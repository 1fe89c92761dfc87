export { LimitError } from './limits'
export * from './loadDataset'
export * from './options'
export * from './spec'
