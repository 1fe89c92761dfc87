import type { Tensor } from './safetensors'
import type { WantedLayer } from './readWeights'

/** The numbers before the points in the names of a layer's tensors. */
export interface Modules {
  readonly dense: number
  /** null: the layer is not normalized, or not in the file */
  readonly normalization: number | null
}

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

/** Which modules of `file` are those of each layer: the numbers in ascending order. Throws a `RangeError` where they do not fit. */
export function modulesOf(file: string, tensors: ReadonlyMap<string, Tensor>, layers: Layers): Modules[] {
  const names = [...tensors.keys()]
  const normalizes = layers.some(layer => layer.normalization !== undefined) && holdsNormalization(tensors)
  const due = layers.flatMap((layer, index) => dueOf(layer, index, normalizes))
  const numbers = numbersOf(file, names, due, normalizes ? 'modules' : 'layers')
  checkParts(file, names, due, numbers)
  return layers.map((_, layer) => {
    const [dense, normalization] = numbers.filter((_, place) => due[place]!.layer === layer)
    return { dense: dense!, normalization: normalization ?? null }
  })
}

/** Only a normalization has a weight that is a vector, and running statistics. */
const holdsNormalization = (tensors: ReadonlyMap<string, Tensor>): boolean =>
  [...tensors].some(
    ([name, { shape }]) => (name.endsWith('.weight') && shape.length === 1) || name.includes('.running_')
  )

function dueOf({ name, normalization }: Layers[number], layer: number, normalizes: boolean): Due[] {
  const dense = { layer, name, parts: PARTS.dense }
  if (!normalizes || normalization === undefined) return [dense]
  return [dense, { layer, name: `the normalization of ${name}`, parts: PARTS[normalization] }]
}

const NAME = /^(0|[1-9]\d{0,8})\.([a-z_]+)$/

/** The number of every module, ascending. */
function numbersOf(file: string, names: readonly string[], due: readonly Due[], what: string): number[] {
  const known = due.flatMap(({ parts }) => parts)
  refuseStrange(
    file,
    names.filter(name => !known.includes(NAME.exec(name)?.[2] ?? ''))
  )
  const numbers = [...new Set(names.map(numberOf))].sort((a, b) => a - b)
  if (numbers.length < due.length)
    throw new RangeError(
      `${file} has tensors for ${numbers.length} of ${due.length} ${what}; those of ${due[numbers.length]!.name} are missing`
    )
  const surplus = names.filter(name => numbers.indexOf(numberOf(name)) >= due.length)
  if (surplus.length > 0)
    throw new RangeError(`${file} has tensors beyond the net's ${due.length} ${what}: ${listed(surplus)}`)
  return numbers
}

/** Each tensor must be one that its own module has. */
const checkParts = (file: string, names: readonly string[], due: readonly Due[], numbers: readonly number[]): void =>
  refuseStrange(
    file,
    names.filter(name => !due[numbers.indexOf(numberOf(name))]!.parts.includes(NAME.exec(name)![2]!))
  )

function refuseStrange(file: string, strange: readonly string[]): void {
  if (strange.length > 0)
    throw new RangeError(
      `${file} has tensors that no layer takes: ${listed(strange)}; expected are 0.weight, 0.bias, 2.weight …`
    )
}

const numberOf = (name: string): number => Number(name.split('.', 1)[0])

const MOST_LISTED = 6

const listed = (names: readonly string[]): string =>
  names
    .slice(0, MOST_LISTED)
    .map(name => JSON.stringify(name))
    .join(', ') + (names.length > MOST_LISTED ? ' …' : '')
