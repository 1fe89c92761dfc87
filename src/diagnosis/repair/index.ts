export * from './overrides'
export * from './repair'
export * from './standing'
export * from './repairText'
