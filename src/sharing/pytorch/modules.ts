import { ACTIVATIONS, OUTPUT_ACTIVATIONS, type ActivationSpec, type OutputActivationName } from '../../catalogue'
import type { LayerSlot } from '../../engine'
import type { FirstStep } from './firstStep'

/** A layer as modules of torch.nn in the net's nn.Sequential. */
export interface LayerModules {
  /** Python, a module each */
  readonly modules: readonly string[]
  /** the names that PyTorch gives to the Linear and to its normalization */
  readonly linear: string
  readonly normalization: string | null
  /** the place of the module whose output is the layer's */
  readonly end: number
}

/** The layers of a net, one after the other; one with a residual connection is a single module of its own. */
export function layerModules({ task, layout }: Pick<FirstStep, 'task' | 'layout'>): LayerModules[] {
  let place = 0
  return layout.layers.map((slot, i) => {
    const last = i === layout.layers.length - 1
    const spec = task.layers[i]!
    const activation = last ? outputModules(outputName(spec)) : [activationModule(spec.activation)]
    const inner = [`nn.Linear(${slot.inputs}, ${slot.outputs})`, ...normalizationModules(slot), ...activation]
    const made = slot.residual ? residual(inner, slot, place) : plain(inner, slot, place)
    place += made.modules.length
    return made
  })
}

const plain = (modules: readonly string[], { normalization }: LayerSlot, place: number): LayerModules => ({
  modules,
  linear: `${place}`,
  normalization: normalization === null ? null : `${place + 1}`,
  end: place + modules.length - 1
})

const residual = (inner: readonly string[], { normalization }: LayerSlot, place: number): LayerModules => ({
  modules: [`Residual(${inner.join(', ')})`],
  linear: `${place}.0`,
  normalization: normalization === null ? null : `${place}.1`,
  end: place
})

const normalizationModules = ({ normalization, outputs }: LayerSlot): string[] =>
  normalization === null ? [] : [`nn.${normalization === 'batch' ? 'BatchNorm1d' : 'LayerNorm'}(${outputs})`]

function activationModule(spec: ActivationSpec): string {
  const { torch } = ACTIVATIONS[spec.name]
  return spec.name === 'leaky_relu' ? `nn.${torch}(${spec.negative_slope})` : `nn.${torch}()`
}

const outputName = ({ activation, softmax }: FirstStep['task']['layers'][number]): OutputActivationName =>
  softmax ? 'softmax' : (activation.name as OutputActivationName)

/** The default passes z on. */
const outputModules = (name: OutputActivationName): string[] =>
  name === 'linear' ? [] : [`nn.${OUTPUT_ACTIVATIONS[name].torch}(${name === 'softmax' ? 'dim=1' : ''})`]
