export * from './fileProblem'
export * from './inFolder'
export * from './plainFile'
export * from './systemError'
