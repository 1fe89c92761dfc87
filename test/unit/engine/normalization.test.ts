import assert from 'node:assert/strict'
import {
  createBackend,
  layoutOf,
  type Backend,
  type LayerSpec,
  type NormalizationName,
  type TrainingTask
} from '../../../src/engine'
import { log10, scaled } from '../../../src/record'
import { layer, quantity, randomSamples, run, taskWith } from './taskWith'

const PRECISIONS = ['float64', 'float32'] as const
const around = (units: number, more: Partial<LayerSpec>, activation: 'relu' | 'tanh' = 'relu') =>
  layer(units, activation, more)
const everything = ({ train }: TrainingTask): Int32Array => Int32Array.from({ length: train.count }, (_, i) => i)

function backendOf(task: TrainingTask, parameters: (size: number) => Float64Array): Backend {
  const layout = layoutOf(task.inputs, task.layers)
  const backend = createBackend(task, layout)
  backend.setParameters(parameters(layout.parameters))
  return backend
}

/** Numbers that are no multiples of each other. */
const some = (size: number): Float64Array => Float64Array.from({ length: size }, (_, i) => ((i * 7919) % 101) / 50 - 1)

for (const precision of PRECISIONS)
  describe(`normalization and residual in ${precision}`, () => {
    const task = (more: Partial<LayerSpec>, rest: Partial<TrainingTask> = {}): TrainingTask =>
      taskWith({ precision, layers: [around(6, more), around(6, more), layer(2, 'linear')], ...rest })

    it('begins with γ = 1, β = 0 and no memory of mini-batches', () => {
      const wanted = task({ normalization: 'batch' }, { epochs: 0 })
      const { parameters } = run(wanted, createBackend).result
      const { scales, shifts, end } = layoutOf(2, wanted.layers).layers[1]!
      const all = parameters()
      assert.deepEqual([...all.subarray(scales, shifts)], Array(6).fill(1))
      assert.deepEqual([...all.subarray(shifts, end)], Array(6).fill(0))
    })

    it('takes a mini-batch into its running statistics only with an update, and forgets all with new parameters', () => {
      const wanted = task({ normalization: 'batch' })
      const backend = backendOf(wanted, some)
      const fresh = backend.running(0)
      backend.step(everything(wanted), 0, 16, false)
      assert.deepEqual(backend.running(0), fresh)
      backend.step(everything(wanted), 0, 16, true)
      const { mean, batches } = backend.running(0)!
      assert.deepEqual([mean.every(value => value !== 0), batches], [true, 1])
      backend.setParameters(backend.parameters())
      assert.deepEqual(backend.running(0), fresh)
      assert.equal(backend.running(2), null)
    })

    it('gives running statistics the variance over n - 1', () => {
      const wanted = task({ normalization: 'batch' })
      const backend = backendOf(wanted, some)
      backend.step(everything(wanted), 0, 4, true)
      const { mean, variance } = backend.running(0)!
      const z = [0, 1, 2, 3].map(sample => backend.preactivations(0)[6 * sample]!)
      const average = z.reduce((sum, value) => sum + value, 0) / 4
      const spread = z.reduce((sum, value) => sum + (value - average) * (value - average), 0) / 3
      assert.ok(Math.abs(mean[0]! - 0.1 * average) < 1e-7)
      assert.ok(Math.abs(variance[0]! - (0.9 + 0.1 * spread)) < 1e-6)
    })

    it('calls a unit dead when φ(y) is 0 for every sample, whatever is added to it', () => {
      const wanted = task({ normalization: 'layer', residual: true }, { epochs: 0 })
      const { layers } = layoutOf(2, wanted.layers)
      const initialParameters = some(layoutOf(2, wanted.layers).parameters)
      initialParameters.fill(-100, layers[1]!.shifts, layers[1]!.shifts + 3)
      const [column] = run({ ...wanted, initialParameters }, createBackend).columns
      assert.equal(quantity(column!, 'dead_fraction')[1], 0.5)
    })

    it('calls a unit saturated by φ′(y)', () => {
      const layers = [around(4, { normalization: 'layer', residual: true }, 'tanh'), layer(2, 'linear')]
      const wanted = taskWith({ precision, inputs: 4, layers, epochs: 0, train: randomSamples(48, 4, 2) })
      const { shifts, parameters } = { ...layoutOf(4, layers).layers[0]!, ...layoutOf(4, layers) }
      const initialParameters = some(parameters)
      initialParameters.fill(50, shifts, shifts + 1)
      initialParameters.fill(0, shifts + 1, shifts + 4)
      const [column] = run({ ...wanted, initialParameters }, createBackend).columns
      assert.equal(quantity(column!, 'saturated_fraction')[0], 0.25)
    })

    it('records z before normalization, and a with what is added', () => {
      const layers = [around(2, { normalization: 'layer', residual: true }), layer(2, 'linear')]
      const wanted = taskWith({ precision, layers, epochs: 0, shuffle: false })
      const initialParameters = Float64Array.of(...[3, 0, 0, 3], ...[0, 0], ...[0, 0], ...[0, 0], ...some(6))
      const [column] = run({ ...wanted, initialParameters }, createBackend).columns
      const features = wanted.train.inputs.subarray(0, 32) // γ = β = 0: a is the input
      const average = features.reduce((sum, value) => sum + value, 0) / 32
      assert.ok(Math.abs(quantity(column!, 'activation_mean')[0]! - average) < 1e-6)
      const middle = [...features].sort((a, b) => a - b)
      assert.ok(Math.abs(quantity(column!, 'z_q50')[0]! - (3 * (middle[15]! + middle[16]!)) / 2) < 1e-6)
    })

    it('refuses mini-batches of one sample for batch normalization', () => {
      const refused = { name: 'RangeError', message: /two samples/ }
      assert.throws(() => run(task({ normalization: 'batch' }, { batchSize: 1 }), createBackend), refused)
      assert.throws(() => run(task({ normalization: 'batch' }, { batchSize: 47 }), createBackend), refused)
      run(task({ normalization: 'layer' }, { batchSize: 47 }), createBackend)
    })

    it('names the layer where a weight or a shift is not finite', () => {
      for (const normalization of ['batch', 'layer'] as NormalizationName[]) {
        const wanted = task({ normalization, residual: true })
        const { weights, shifts } = layoutOf(2, wanted.layers).layers[1]!
        const faultWith = (place: number, value: number) =>
          backendOf(wanted, size => some(size).map((number, i) => (i === place ? value : number))).step(
            everything(wanted),
            0,
            16,
            true
          )
        assert.deepEqual(faultWith(weights, Infinity), { layer: 1, quantity: 'activation' })
        assert.deepEqual(faultWith(shifts, NaN), { layer: 1, quantity: 'activation' })
        assert.equal(faultWith(shifts, 1), null)
      }
    })

    it('lets lsuv look at z before normalization', () => {
      const lsuv = { name: 'lsuv', tolerance: 0.01, tries: 20 } as const
      const layers = [around(6, { normalization: 'batch', initializer: lsuv }), layer(2, 'linear')]
      const wanted = taskWith({ precision, layers, epochs: 0, shuffle: false, batchSize: 48 })
      const backend = backendOf(wanted, () => run(wanted, createBackend).result.parameters())
      backend.step(everything(wanted), 0, 48, false)
      const z = [...backend.preactivations(0)]
      const mean = z.reduce((sum, value) => sum + value, 0) / z.length
      const variance = z.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / z.length
      assert.ok(Math.abs(variance - 1) < 0.011, String(variance))
    })

    for (const normalization of ['batch', 'layer'] as NormalizationName[]) {
      /** log10 of ‖∂loss/∂W‖ and delta of the first layer with W = `some` · 2^power, which leaves y as it is. */
      const sizes = (power: number): number[] => {
        const wanted = task({ normalization }, { batchSize: 40 })
        const { weights, scales } = layoutOf(2, wanted.layers).layers[0]!
        const grown = (size: number) =>
          some(size).map((value, i) => (i >= weights && i < scales ? value * 2 ** power : value))
        const backend = backendOf(wanted, grown)
        assert.equal(backend.step(everything(wanted), 0, 40, true), null)
        const { weightGradientL2, deltaRms } = backend.statistics
        return [weightGradientL2, deltaRms].map(({ value, exponent }) => log10(scaled(value[0]!, exponent[0]!)))
      }

      it(`makes gradients as small as weights are large, far beyond squares (${normalization})`, () => {
        const [small, large] = precision === 'float64' ? [30, 900] : [12, 100]
        const [near, far] = [sizes(small), sizes(large)]
        near.forEach((size, i) =>
          assert.ok(Math.abs(size - far[i]! - (large - small) * log10(scaled(2))) < 1e-4, `${size}, ${far[i]}`)
        )
      })
    }
  })
