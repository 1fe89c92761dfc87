import type { Dataset } from '../dataset'
import type { Probe, Samples } from '../engine'
import type { PictureSubject } from '../record'

/** Pictures of a run: what is shown to the network, and how it is drawn. */
export interface Pictures {
  readonly subject: PictureSubject
  readonly probe: Probe
}

/** Points of the grid in each direction. */
const SIZE = 48
/** Room around the samples, as a share of their span. */
const MARGIN = 0.1
const MOST_POINTS = 256
const MOST_IMAGES = 20

/** The pictures that data allows: a surface over two inputs, a sample of images, or none. Classifications only. */
export function picturesOf(data: Dataset): Pictures | null {
  if (data.task !== 'classification' || data.train.count === 0) return null
  if (data.inputs === 2) return surface(data.train)
  const width = Math.round(Math.sqrt(data.inputs))
  return data.images && width * width === data.inputs ? images(data.test ?? data.train, width) : null
}

function surface(train: Samples): Pictures {
  const [x, y] = [span(train, 0), span(train, 1)]
  const inputs = new Float64Array(SIZE * SIZE * 2) // [rows × columns × 2]
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const at = 2 * (row * SIZE + column)
      inputs[at] = x[0] + ((x[1] - x[0]) * column) / (SIZE - 1)
      inputs[at + 1] = y[0] + ((y[1] - y[0]) * row) / (SIZE - 1)
    }
  }
  return {
    subject: { kind: 'surface', size: SIZE, x, y, points: pointsOf(train, x, y) },
    probe: { count: SIZE * SIZE, inputs }
  }
}

type Span = readonly [from: number, to: number]

/** From the least to the largest value of a feature, with a margin. */
function span({ inputs, count }: Samples, feature: number): Span {
  let [least, most] = [Infinity, -Infinity]
  for (let i = 0; i < count; i++) {
    least = Math.min(least, inputs[2 * i + feature]!)
    most = Math.max(most, inputs[2 * i + feature]!)
  }
  const margin = MARGIN * (most - least) || 1
  return [least - margin, most + margin]
}

/** The first training samples, [x, y, class] each. */
function pointsOf({ inputs, targets, count }: Samples, x: Span, y: Span): Uint8Array {
  const points = new Uint8Array(3 * Math.min(count, MOST_POINTS))
  for (let i = 0; 3 * i < points.length; i++) {
    points[3 * i] = byteIn(x, inputs[2 * i]!)
    points[3 * i + 1] = byteIn(y, inputs[2 * i + 1]!)
    points[3 * i + 2] = targets[i]!
  }
  return points
}

const byteIn = ([from, to]: Span, value: number): number => Math.round((255 * (value - from)) / (to - from))

function images({ inputs, targets, count }: Samples, width: number): Pictures {
  const size = width * width
  const shown = Math.min(count, MOST_IMAGES)
  const some = inputs.slice(0, shown * size)
  const range: Span = [some.reduce((a, b) => Math.min(a, b)), some.reduce((a, b) => Math.max(a, b))]
  const pixels = Uint8Array.from(some, value => (range[1] > range[0] ? byteIn(range, value) : 0))
  const classes = Array.from(targets.subarray(0, shown))
  return { subject: { kind: 'images', width, images: pixels, classes }, probe: { count: shown, inputs: some } }
}
