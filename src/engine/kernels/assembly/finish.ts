import { CHUNK, Chunk, Layer, Loss, Measured, Panel, Run, Total } from '../fields'
import { commonExponent } from './gradient'
import { address, eights, entry, real, setEntry, word } from './inline/access'
import { firstFault } from './faults'
import { isFinite } from './inline/lanes'
import { weightSizes } from './learn'
import { NOTHING, OVERFLOW, widePowerOfTwo } from './powers'
import { layerAt, panelCount, panelSum, recordOf } from './tables'

/** Adds up what chunks and panels noted, in their order, and leaves the step's measured values, loss, accuracy and fault. */
export function finishStep(run: usize): void {
  const layers = word(run, Run.layerCount)
  let sound = true
  for (let l = 0; l < layers; l++) {
    const layer = layerAt(run, l)
    if (!finishActivations(run, layer, l)) sound = false
    finishDelta(run, layer, l)
    if (!finishGradient(run, layer, l)) sound = false
  }
  const loss = finishLoss(run)
  setEntry(address(run, Run.totals), Total.fault, sound && isFinite(loss) ? 0 : firstFault(run))
}

function put(run: usize, row: i32, l: i32, value: f64, exponent: f64): void {
  const index = <usize>(row * word(run, Run.layerCount) + l)
  store<f64>(address(run, Run.values) + (index << 3), value)
  store<i32>(address(run, Run.exponents) + (index << 2), <i32>exponent)
}

/** Two rows of layer l: divisions and roots are made in pairs, which takes the processor as long as one. */
function putPair(run: usize, first: i32, second: i32, l: i32, values: v128, exponent: f64): void {
  put(run, first, l, f64x2.extract_lane(values, 0), exponent)
  put(run, second, l, f64x2.extract_lane(values, 1), exponent)
}

function pair(first: f64, second: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(first), 1, second)
}

/**
 * Mean and variance of the chunks put together (Chan, Golub & LeVeque 1983); saturated units. False if a chunk had a value that is not
 * finite.
 */
function finishActivations(run: usize, layer: usize, l: i32): bool {
  const count = word(run, Run.count)
  const units = word(layer, Layer.outputs)
  const all = <f64>count * <f64>units
  let mean: f64 = 0
  let squares: f64 = 0
  let before: f64 = 0
  let faults: f64 = 0
  let chunk = address(layer, Layer.chunks)
  for (let start = 0; start < count; start += CHUNK) {
    const size = <f64>min(CHUNK, count - start) * <f64>units
    const sum = entry(chunk, Chunk.sum)
    const shares = f64x2.div(pair(sum, sum * sum), f64x2.splat(size))
    const chunkMean = entry(chunk, Chunk.shift) + f64x2.extract_lane(shares, 0)
    squares += entry(chunk, Chunk.squares) - f64x2.extract_lane(shares, 1)
    faults += entry(chunk, Chunk.fault)
    if (before == 0) mean = chunkMean
    else {
      const distance = chunkMean - mean
      const share = size / (before + size)
      mean += distance * share
      squares += distance * distance * before * share
    }
    before += size
    chunk += Chunk.words << 3
  }
  put(run, Measured.activationMean, l, mean, 0)
  put(run, Measured.activationStd, l, Math.sqrt((squares < 0 ? 0 : squares) / all), 0)
  if (word(layer, Layer.watch) == 1) put(run, Measured.saturated, l, saturatedFraction(layer, count, units), 0)
  return faults == 0
}

function saturatedFraction(layer: usize, count: i32, units: i32): f64 {
  const counts = address(layer, Layer.saturated)
  let saturated: f64 = 0
  for (let unit = 0; unit < units; unit++) {
    let samples = 0
    for (let start = 0, i = unit; start < count; start += CHUNK, i += eights(units))
      samples += load<i32>(counts + ((<usize>i) << 2))
    if (100 * samples >= 99 * count) saturated += 1
  }
  return saturated / <f64>units
}

function finishDelta(run: usize, layer: usize, l: i32): void {
  const count = word(run, Run.count)
  let chunk = address(layer, Layer.chunks)
  const common = commonExponent(chunk, count)
  let squares: f64 = 0
  for (let start = 0; start < count; start += CHUNK) {
    const part = entry(chunk, Chunk.deltaSquares)
    if (part != 0) squares += part * widePowerOfTwo(<i32>(2 * (common - entry(chunk, Chunk.exponent))))
    chunk += Chunk.words << 3
  }
  put(run, Measured.deltaRms, l, Math.sqrt(squares / (<f64>count * <f64>word(layer, Layer.outputs))), -common)
}

/** False if the optimizer saw, or left, what is not finite. */
function finishGradient(run: usize, layer: usize, l: i32): bool {
  const first = recordOf(layer, 0)
  const end = first + <usize>panelCount(layer) * (Panel.words << 3)
  let squares: f64 = 0
  let sizes: f64 = 0
  let biasSquares: f64 = 0
  let weightSquares: f64 = 0
  let stepSquares: f64 = 0
  let largest: f64 = 0
  let seen: f64 = 0
  let aroundSeen: f64 = 0
  let faults: f64 = 0
  for (let panel = first; panel < end; panel += Panel.words << 3) {
    squares += entry(panel, Panel.squares)
    sizes += entry(panel, Panel.sizes)
    biasSquares += entry(panel, Panel.biasSquares)
    weightSquares += entry(panel, Panel.weightSquares)
    stepSquares += entry(panel, Panel.stepSquares)
    largest = max(largest, entry(panel, Panel.largest))
    seen = max(seen, entry(panel, Panel.seen))
    aroundSeen = max(aroundSeen, entry(panel, Panel.aroundSeen))
    faults += entry(panel, Panel.fault)
  }
  const exponent = -entry(first, Panel.exponent)
  const divisor = f64x2.splat(entry(first, Panel.divisor))
  const weights = <f64>word(layer, Layer.inputs) * <f64>word(layer, Layer.outputs)
  const norms = f64x2.div(f64x2.sqrt(pair(squares, biasSquares)), divisor)
  const ofEntries = f64x2.div(pair(sizes / weights, largest), divisor)
  const ofWeights = f64x2.sqrt(pair(weightSquares, stepSquares))
  putPair(run, Measured.weightGradientL2, Measured.biasGradientL2, l, norms, exponent)
  putPair(run, Measured.weightGradientMeanAbs, Measured.weightGradientMaxAbs, l, ofEntries, exponent)
  putPair(run, Measured.weightL2, Measured.updateL2, l, ofWeights, 0)
  put(run, Measured.seen, l, rounded(seen), 0)
  return seen < OVERFLOW && aroundSeen < OVERFLOW && faults == 0
}

/** A size where float32 has it as 0 or as Infinity. */
function rounded(size: f64): f64 {
  if (size < NOTHING) return 0
  return size >= OVERFLOW ? Infinity : size
}

/** Leaves l1 Σ|W| + l2 ΣW² over all weights as they are now. */
export function measurePenalty(run: usize): void {
  const l1 = <f64>real(run, Run.l1)
  const l2 = <f64>real(run, Run.l2)
  let penalty: f64 = 0
  for (let l = 0; l < word(run, Run.layerCount); l++) {
    const layer = layerAt(run, l)
    if (l1 != 0) penalty += l1 * weightSizes(layer)
    if (l2 != 0) penalty += l2 * panelSum(layer, Panel.nextWeightSquares)
  }
  setEntry(address(run, Run.totals), Total.penalty, penalty)
}

function finishLoss(run: usize): f64 {
  const count = word(run, Run.count)
  const last = layerAt(run, word(run, Run.layerCount) - 1)
  let chunk = address(last, Layer.chunks)
  let loss: f64 = 0
  let right: f64 = 0
  for (let start = 0; start < count; start += CHUNK) {
    loss += entry(chunk, Chunk.loss)
    right += entry(chunk, Chunk.right)
    chunk += Chunk.words << 3
  }
  const kind = word(run, Run.loss)
  if (kind == Loss.binary_crossentropy) right /= <f64>word(last, Layer.outputs)
  const totals = address(run, Run.totals)
  const mean = loss / <f64>count + entry(totals, Total.penalty)
  setEntry(totals, Total.loss, mean)
  setEntry(totals, Total.accuracy, word(run, Run.counts) ? right / <f64>count : NaN)
  return mean
}
