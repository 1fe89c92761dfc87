import { BINS, type Distribution, type Histograms, type RunRecord } from '../../../src/record'
import { multiples, niceStep } from './ticks'

/** Of what a record has histograms. */
export const SPREADS = ['weightGradient', 'activation'] as const
export type Spread = (typeof SPREADS)[number]

/** Which of at most three moments it is: before training, after the first epoch, newest. */
export type Snapshot = 'init' | 'first' | 'last'

/** The snapshots that are drawn, in their order. */
export const snapshotsOf = ({
  distributions
}: Pick<RunRecord, 'distributions'>): { snapshot: Snapshot; at: Distribution }[] =>
  distributions.map((at, i) => ({
    at,
    snapshot: at.epoch === 0 ? 'init' : i === distributions.length - 1 ? 'last' : 'first'
  }))

const LOG10_OF_2 = Math.log10(2)

/** What stands between the first and the last bar that holds anything: edges on a scale of values, and heights 0 … 1 of the highest. */
export interface Bars {
  /** [bars + 1]; powers of ten for gradients, values for activations */
  readonly edges: readonly number[]
  /** [bars] */
  readonly heights: readonly number[]
}

/** The bars of a layer at a moment; null where it had no finite number (or, of gradients, none but 0). */
export function barsOf(at: Distribution, spread: Spread, layer: number): Bars | null {
  const { from, to, bars }: Histograms = at[spread]
  const [low, high] = [from[layer]!, to[layer]!]
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null
  const own = [...bars.subarray(layer * BINS, (layer + 1) * BINS)]
  const first = own.findIndex(bar => bar > 0)
  if (first < 0) return null
  const last = own.length - 1 - [...own].reverse().findIndex(bar => bar > 0)
  const unit = spread === 'weightGradient' ? LOG10_OF_2 : 1
  const edge = (bar: number) => unit * (low + ((high - low) * bar) / BINS)
  const heights = own.slice(first, last + 1).map(bar => bar / 255)
  return { edges: heights.map((_, i) => edge(first + i)).concat(edge(last + 1)), heights }
}

/** Where half of the numbers are below, about. */
export function medianOf({ edges, heights }: Bars): number {
  const half = heights.reduce((sum, height) => sum + height, 0) / 2
  let sum = 0
  for (const [i, height] of heights.entries()) {
    if (sum + height >= half) return edges[i]! + ((edges[i + 1]! - edges[i]!) * (half - sum)) / height
    sum += height
  }
  return edges.at(-1)!
}

/** The common axis of a kind of histograms: what is wide enough for all layers and moments. */
export interface HistogramAxis {
  /** `power`: places are powers of ten; `linear`: values; `both`: sign(v) log10(1 + |v| / unit), of which decades on both sides of 0 fit */
  readonly kind: 'power' | 'linear' | 'both'
  /** places of the ends */
  readonly span: readonly [from: number, to: number]
  /** values (of `power` their powers of ten) with their places */
  readonly ticks: readonly { readonly value: number; readonly place: number }[]
  /** the place of an edge */
  place(edge: number): number
}

/** Layers whose activations reach this many times farther than others' need a scale that shows both. */
const LINEAR_UP_TO = 30

/** `most`: how many ticks there is room for. Null where there is nothing to draw. */
export function histogramAxis(all: readonly Bars[], spread: Spread, most: number): HistogramAxis | null {
  if (all.length === 0) return null
  const low = Math.min(...all.map(({ edges }) => edges[0]!))
  const high = Math.max(...all.map(({ edges }) => edges.at(-1)!))
  if (spread === 'weightGradient') return powerAxis(Math.floor(low), Math.ceil(high) + 0, most) // no -0
  const reaches = all.map(reachOf).filter(reach => reach > 0)
  const [least, largest] = [Math.min(...reaches), Math.max(...reaches)]
  return reaches.length > 0 && largest / least > LINEAR_UP_TO
    ? bothAxis([low, high], 10 ** Math.floor(Math.log10(least)), most)
    : linearAxis(low, high, most)
}

const reachOf = ({ edges }: Bars): number => Math.max(Math.abs(edges[0]!), Math.abs(edges.at(-1)!))

function powerAxis(from: number, to: number, most: number): HistogramAxis {
  const ticks = multiples(niceStep(Math.max(1, (to - from) / most)), from, to)
  return { kind: 'power', span: [from, to], ticks: ticks.map(value => ({ value, place: value })), place: edge => edge }
}

function linearAxis(low: number, high: number, most: number): HistogramAxis {
  const room = (high - low) / 50 || Math.abs(high) / 10 || 1
  const [from, to] = [low - room, high + room]
  const ticks = multiples(niceStep((to - from) / most), from, to)
  return { kind: 'linear', span: [from, to], ticks: ticks.map(value => ({ value, place: value })), place: edge => edge }
}

function bothAxis([low, high]: readonly [number, number], unit: number, most: number): HistogramAxis {
  const place = (edge: number) => Math.sign(edge) * Math.log10(1 + Math.abs(edge) / unit)
  const span = [place(low), place(high)] as const
  const decades = Math.max(Math.abs(span[0]), Math.abs(span[1]))
  const step = Math.max(1, Math.ceil((span[1] - span[0]) / most))
  const powers = Array.from({ length: Math.floor(decades / step) }, (_, i) => unit * 10 ** ((i + 1) * step))
  const values = [...powers.map(value => -value).reverse(), 0, ...powers]
  const ticks = values
    .map(value => ({ value, place: place(value) }))
    .filter(tick => tick.place >= span[0] && tick.place <= span[1])
  return { kind: 'both', span, ticks, place }
}

/** A corner of a histogram's outline: its place on the axis and its height, 0 … 1. */
export interface Corner {
  readonly place: number
  readonly height: number
}

/** The outline of bars, for a line that steps after each corner. All numbers alike make a bar a fiftieth of the axis wide. */
export function outlineOf({ edges, heights }: Bars, { place, span }: HistogramAxis): Corner[] {
  const [from, to] = [place(edges[0]!), place(edges.at(-1)!)]
  const thin = (span[1] - span[0]) / 100
  if (to - from < thin) {
    const middle = (from + to) / 2
    return [middle - thin, middle - thin, middle + thin].map((place, i) => ({ place, height: i === 1 ? 1 : 0 }))
  }
  return [
    { place: from, height: 0 },
    ...heights.map((height, i) => ({ place: place(edges[i]!), height })),
    { place: to, height: 0 }
  ]
}

const MOST_ROWS = 40

/** The layers that have a row: all, or evenly spread ones with the first, the last hidden one and the output. */
export function histogramLayers(layers: number): readonly number[] {
  if (layers <= MOST_ROWS) return Array.from({ length: layers }, (_, layer) => layer)
  const spread = Array.from({ length: MOST_ROWS - 1 }, (_, i) => Math.round((i * (layers - 2)) / (MOST_ROWS - 2)))
  return [...spread, layers - 1]
}
