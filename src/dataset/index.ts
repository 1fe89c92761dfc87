export * from './loadDataset'
export * from './options'
export * from './spec'
