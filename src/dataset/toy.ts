import type { DatasetName, ShippedName } from '../catalogue'
import { sin, type Random } from '../arithmetic'
import { circle, gaussian, moons, spiral, xor, type PointGenerator } from './classification'
import type { DatasetOptions, Rows } from './spec'

type GeneratedName = Exclude<DatasetName, ShippedName>

/** The rows of a generated data set. Noise has a random stream of its own: more noise moves the same points farther. */
export const generate = (name: GeneratedName, options: Partial<DatasetOptions>, random: Random): Rows =>
  GENERATORS[name](options, random.stream('points'), random.stream('noise'))

type Generator = (options: Partial<DatasetOptions>, points: Random, disturbance: Random) => Rows

const inPlane =
  (point: PointGenerator): Generator =>
  ({ samples = 0, noise = 0, classes = 2 }, points, disturbance) =>
    planar(point, samples, classes, noise, points, disturbance)

const PI = 3.1415926535897932385

const GENERATORS: Readonly<Record<GeneratedName, Generator>> = {
  circle: inPlane(circle),
  xor: inPlane(xor),
  moons: inPlane(moons),
  gaussian: inPlane(gaussian),
  spiral: inPlane(spiral),
  plane: ({ samples = 0, noise = 0 }, points, disturbance) =>
    regression(samples, 2, noise, points, disturbance, planeHeight),
  sine: ({ samples = 0, noise = 0 }, points, disturbance) =>
    regression(samples, 1, noise, points, disturbance, x => sin(PI * x[0]!)),
  random: ({ samples = 0, classes = 2, inputs = 2 }, points) => unrelated(samples, inputs, classes, points)
}

/** The plane through 0 that rises equally along every axis: Σ x / √n. */
const planeHeight = (x: Float64Array): number => x.reduce((sum, value) => sum + value, 0) / Math.sqrt(x.length)

/** Points in the plane, the classes in turn, so that their sizes differ by one at most. */
function planar(
  point: PointGenerator,
  count: number,
  classes: number,
  noise: number,
  random: Random,
  disturbance: Random
): Rows {
  const inputs = new Float64Array(count * 2) // [count × 2]
  const targets = new Float64Array(count) // [count × 1]
  const rounds = Math.ceil(count / classes)
  for (let i = 0; i < count; i++) {
    const label = i % classes
    const place = (Math.floor(i / classes) + 0.5) / rounds
    const [x, y] = point(label, classes, place, random)
    inputs[2 * i] = x + noise * disturbance.normal()
    inputs[2 * i + 1] = y + noise * disturbance.normal()
    targets[i] = label
  }
  return { count, width: 2, inputs, targets, classNames: numbered(classes) }
}

/** Inputs uniform in [-1, 1), one target: `height` of them plus noise. */
function regression(
  count: number,
  width: number,
  noise: number,
  random: Random,
  disturbance: Random,
  height: (x: Float64Array) => number
): Rows {
  const inputs = filled(count * width, () => 2 * random.uniform() - 1) // [count × width]
  const targets = new Float64Array(count) // [count × 1]
  for (let i = 0; i < count; i++) {
    targets[i] = height(inputs.subarray(i * width, (i + 1) * width)) + noise * disturbance.normal()
  }
  return { count, width, inputs, targets, classNames: [] }
}

/** Standard normal inputs and labels that have nothing to do with them. */
function unrelated(count: number, width: number, classes: number, random: Random): Rows {
  const [features, labels] = [random.stream('inputs'), random.stream('labels')]
  const inputs = filled(count * width, () => features.normal()) // [count × width]
  const targets = filled(count, () => labels.integer(classes)) // [count × 1]
  return { count, width, inputs, targets, classNames: numbered(classes) }
}

/** Drawn one after the other into a single array, which may be large. */
function filled(length: number, draw: () => number): Float64Array {
  const values = new Float64Array(length)
  for (let i = 0; i < length; i++) values[i] = draw()
  return values
}

const numbered = (classes: number): string[] => Array.from({ length: classes }, (_, label) => String(label))
