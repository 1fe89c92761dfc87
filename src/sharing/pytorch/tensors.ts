import { linkOf } from '../../catalogue'
import type { Samples } from '../../engine'
import { formatTensors, type TensorPart } from '../../weights'
import type { FirstStep } from './firstStep'
import { layerModules, type LayerModules } from './modules'

/** Data, first order and first weights as a safetensors file: what a script of ours loads. */
export function tensorsFile(step: FirstStep): Uint8Array {
  const { task, order } = step
  const counts: TensorPart[] = [
    { name: 'order', type: 'I64', shape: [order.length], values: Float64Array.from(order) },
    ...countsOf(step)
  ]
  return formatTensors([
    ...counts,
    ...samplesOf('train', task.train, step),
    ...(task.test ? samplesOf('test', task.test, step) : []),
    ...layerModules(step).flatMap((modules, layer) => weightsOf(modules, layer, step))
  ])
}

const typeOf = ({ task }: FirstStep): 'F32' | 'F64' => (task.precision === 'float32' ? 'F32' : 'F64')

/** Targets are [count] where they are classes or a single number each for BCE's logits, [count × outputs] otherwise. */
function samplesOf(name: string, { count, inputs, targets }: Samples, step: FirstStep): TensorPart[] {
  const type = typeOf(step)
  const width = targets.length / Math.max(1, count)
  const shape = linkOf(step.task.loss) === 'softmax' ? [count] : [count, width]
  return [
    { name: `${name}.inputs`, type, shape: [count, step.task.inputs], values: inputs },
    { name: `${name}.targets`, type, shape, values: targets }
  ]
}

/** How many mini-batches batch normalization has seen; eight bytes each. */
const countsOf = (step: FirstStep): TensorPart[] =>
  layerModules(step).flatMap(({ normalization }, layer) => {
    const state = step.running(layer)
    if (normalization === null || state === null) return []
    const name = `net.${normalization}.num_batches_tracked`
    return [{ name, type: 'I64' as const, shape: [], values: Float64Array.of(state.batches) }]
  })

function weightsOf({ linear, normalization }: LayerModules, layer: number, step: FirstStep): TensorPart[] {
  const { inputs, outputs, weights, biases, scales, shifts, end } = step.layout.layers[layer]!
  const type = typeOf(step)
  const vector = (name: string, values: Float64Array): TensorPart => ({ name, type, shape: [outputs], values })
  const part = (from: number, to: number) => step.parameters.subarray(from, to)
  const dense: TensorPart[] = [
    { name: `net.${linear}.weight`, type, shape: [outputs, inputs], values: part(weights, biases) },
    vector(`net.${linear}.bias`, part(biases, scales))
  ]
  if (normalization === null) return dense
  const around = [
    vector(`net.${normalization}.weight`, part(scales, shifts)),
    vector(`net.${normalization}.bias`, part(shifts, end))
  ]
  const state = step.running(layer)
  const seen = state === null ? [] : [vector(`net.${normalization}.running_mean`, state.mean), vector(`net.${normalization}.running_var`, state.variance)] // prettier-ignore
  return [...dense, ...around, ...seen]
}
