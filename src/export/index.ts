export * from './csv'
export * from './plainText'
export type { ColorDepth } from './shades'
export * from './textHeatmap'
