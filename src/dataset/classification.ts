import { cos, sin, type Random } from '../arithmetic'

/** A point (x, y) of class `label` among `classes`; `place` in (0, 1) is how far along its class the sample stands. */
export type PointGenerator = (
  label: number,
  classes: number,
  place: number,
  random: Random
) => readonly [number, number]

const TAU = 6.283185307179586477

/** Concentric rings around (0, 0), class 0 a disc: class c has radii from (c + 0.1)/classes to (c + 0.9)/classes. */
export const circle: PointGenerator = (label, classes, _, random) => {
  const radius = (label + 0.1 + 0.8 * random.uniform()) / classes
  const angle = TAU * random.uniform()
  return [radius * cos(angle), radius * sin(angle)]
}

/** The square [-1, 1]² without its axes' neighbourhood; class 1 where the signs of x and y differ. */
export const xor: PointGenerator = (label, _classes, _place, random) => {
  const x = 0.05 + 0.95 * random.uniform()
  const y = 0.05 + 0.95 * random.uniform()
  const sign = random.integer(2) === 0 ? 1 : -1
  return [sign * x, (label === 0 ? sign : -sign) * y]
}

/** A normal cloud with standard deviation 0.25 for each class, its centre on the unit circle. */
export const gaussian: PointGenerator = (label, classes, _, random) => {
  const angle = (TAU * label) / classes
  return [cos(angle) + 0.25 * random.normal(), sin(angle) + 0.25 * random.normal()]
}

/** Arms that wind once around (0, 0) from its centre to radius 1, evenly set off against each other. */
export const spiral: PointGenerator = (label, classes, place) => {
  const angle = TAU * (place + label / classes)
  return [place * sin(angle), place * cos(angle)]
}

/** Two half circles that reach into each other, as scikit-learn's make_moons, its centre moved to (0, 0). */
export const moons: PointGenerator = (label, _, place) => {
  const angle = (TAU / 2) * place
  const [x, y] = label === 0 ? [cos(angle), sin(angle)] : [1 - cos(angle), 0.5 - sin(angle)]
  return [x - 0.5, y - 0.25]
}
