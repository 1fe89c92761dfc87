import { fittingLayers, kerasAdvice, normalizationAdvice, renamingLine } from './advice'
import { orderOf, strayBeside, type FileModule } from './moduleOrder'
import { listed } from './quoted'
import type { Tensor } from './safetensors'
import type { WantedLayer } from './wantedLayer'
import { TEXTS } from './texts'

/** What a layer's tensors are called before their last point: "0", "net.2", "fc1"; '' for those of a lone Linear. */
export interface Modules {
  readonly dense: string
  /** null: the layer is not normalized, or not in the file */
  readonly normalization: string | null
}

export type Tensors = ReadonlyMap<string, Tensor>
type Layers = readonly Pick<WantedLayer, 'name' | 'normalization'>[]

/** A module that the net has. */
interface Due {
  readonly layer: number
  readonly name: string
  readonly parts: readonly string[]
}

const PARTS = {
  dense: ['weight', 'bias'],
  layer: ['weight', 'bias'],
  batch: ['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked']
} as const

/** The name of a module's tensor. */
export const tensorName = (path: string, part: string): string => (path === '' ? part : `${path}.${part}`)

const pathOf = (name: string): string => name.slice(0, Math.max(0, name.lastIndexOf('.')))
const partOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

/** Which modules of `file` are those of each layer. Throws a `RangeError` where that is not certain, or where they do not fit. */
export function modulesOf(file: string, tensors: Tensors, layers: Layers): Modules[] {
  const isNormalized = layers.some(layer => layer.normalization !== undefined)
  const advice = isNormalized ? '' : normalizationAdvice([...tensors.keys()].map(partOf), [...tensors].some(isNorm))
  const refuse = (sentence: string) => new RangeError(TEXTS.of(file, sentence, advice))
  const due = layers.flatMap((layer, index) => dueOf(layer, index, isNormalized && [...tensors].some(isNorm)))
  const known = new Set(due.flatMap(({ parts }) => parts))
  refuseStrange(tensors, name => known.has(partOf(name)), refuse)
  const modules = modulesIn(tensors, isNormalized)
  const order = orderOf(modules)
  if (order === null) throw unordered(file, tensors, modules, due.length, refuse)
  const found = order.map(({ path }) => path)
  checkCount(tensors, found, due, due.length > layers.length ? TEXTS.modules : TEXTS.layers, refuse)
  const parts = new Map(found.map((path, place) => [path, due[place]!.parts]))
  refuseStrange(tensors, name => parts.get(pathOf(name))!.includes(partOf(name)), refuse)
  return layers.map((_, layer) => {
    const [dense, normalization] = found.filter((_, place) => due[place]!.layer === layer)
    return { dense: dense!, normalization: normalization ?? null }
  })
}

type Refuse = (sentence: string) => RangeError

/** Only a normalization has a weight that is a vector, and running statistics. */
const isNorm = ([name, { shape }]: readonly [string, Tensor]): boolean =>
  (partOf(name) === 'weight' && shape.length === 1) || partOf(name).startsWith('running_')

function dueOf({ name, normalization }: Layers[number], layer: number, normalizes: boolean): Due[] {
  const dense = { layer, name, parts: PARTS.dense }
  if (!normalizes || normalization === undefined) return [dense]
  return [dense, { layer, name: TEXTS.normalizationOf(name), parts: PARTS[normalization] }]
}

/** The modules in the order of the file; those of a net without normalization are all Linear. */
function modulesIn(tensors: Tensors, isNormalized: boolean): FileModule[] {
  const matrices = new Set([...tensors].filter(([, { shape }]) => shape.length > 1).map(([name]) => pathOf(name)))
  const norms = new Set([...tensors].filter(isNorm).map(([name]) => pathOf(name)))
  const paths = new Set([...tensors.keys()].map(pathOf))
  return [...paths].map(path => ({ path, normalizes: isNormalized && norms.has(path) && !matrices.has(path) }))
}

/** The error for names that leave a doubt. */
function unordered(
  file: string,
  tensors: Tensors,
  modules: readonly FileModule[],
  count: number,
  refuse: Refuse
): RangeError {
  const stray = strayBeside(modules, count)
  if (stray !== null) {
    const paths = new Set(stray.map(({ path }) => path))
    return strangeTensors(
      [...tensors.keys()].filter(name => paths.has(pathOf(name))),
      refuse
    )
  }
  const paths = modules.map(({ path }) => path)
  return refuse(TEXTS.noOrder(listed(paths), renamingLine(file, paths)))
}

function checkCount(
  tensors: Tensors,
  found: readonly string[],
  due: readonly Due[],
  what: string,
  refuse: Refuse
): void {
  if (found.length === due.length) return
  const fitting = fittingLayers(found.map(path => tensors.get(tensorName(path, 'weight'))))
  if (found.length < due.length)
    throw refuse(TEXTS.tooFew(found.length, due.length, what, due[found.length]!.name, fitting))
  const surplus = new Set(found.slice(due.length))
  const names = [...tensors.keys()].filter(name => surplus.has(pathOf(name)))
  throw refuse(TEXTS.tooMany(due.length, what, listed(names), fitting))
}

/** Each tensor must be one that its own module has. */
function refuseStrange(tensors: Tensors, isKnown: (name: string) => boolean, refuse: Refuse): void {
  const strange = [...tensors.keys()].filter(name => !isKnown(name))
  if (strange.length > 0) throw strangeTensors(strange, refuse)
}

const strangeTensors = (strange: readonly string[], refuse: Refuse): RangeError =>
  refuse(TEXTS.strange(listed(strange), kerasAdvice(strange)))
