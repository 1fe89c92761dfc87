import * as z from 'zod'
import { INITIALIZERS, type InitializerSpec } from '../../catalogue'
import { formsOf, type NamedUnion } from './parameters'

export type { InitializerSpec } from '../../catalogue'

const safetensors = z
  .string()
  .min(1)
  .meta({
    description:
      'A safetensors file of a PyTorch net of Linear modules: 0.weight, 0.bias, 2.weight … as nn.Sequential names them, or other names with ascending numbers (net.0, fc1, layers.0.linear), in F64, F32, F16 or BF16.',
    examples: ['weights.safetensors']
  })

/** How the weights (or biases) of a layer are drawn before training. */
export const initializer = z.discriminatedUnion(
  'name',
  formsOf(INITIALIZERS, { safetensors: { safetensors } })
) as unknown as NamedUnion<InitializerSpec>
