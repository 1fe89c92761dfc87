export * from './drawn'
export * from './fixedPoint'
export * from './net'
export * from './predict'
