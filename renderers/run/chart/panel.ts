import type { TopLevelSpec } from 'vega-lite'

/** Vega-Lite's types of the parts that a chart is made of; the package exports only the whole. */
type Column = Extract<TopLevelSpec, { vconcat: unknown }>
type Charts = Extract<Column['vconcat'][number], { layer: unknown }>
type Unit = Extract<Charts['layer'][number], { mark: unknown }>

/** One chart of the column, made of layers. */
export type Panel = Charts
export type Layer = Unit
export type Encoding = NonNullable<Unit['encoding']>
export type Position = NonNullable<Encoding['x']>
export type Config = NonNullable<Column['config']>
