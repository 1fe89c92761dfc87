export * from './plan'
export * from './weightKeeper'
