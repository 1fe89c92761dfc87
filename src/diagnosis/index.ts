export * from './diagnose'
export * from './finding'
export * from './verdict'
export * from './summaryOf'
