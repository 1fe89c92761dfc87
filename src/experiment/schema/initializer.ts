import * as z from 'zod'
import { INITIALIZERS, type InitializerSpec } from '../../catalogue'
import { formsOf, type NamedUnion } from './parameters'
import { TEXTS } from '../texts/texts'

export type { InitializerSpec } from '../../catalogue'

const safetensors = z
  .string()
  .min(1)
  .meta({
    description: TEXTS.docs.safetensors,
    examples: ['weights.safetensors']
  })

/** How the weights (or biases) of a layer are drawn before training. */
export const initializer = z.discriminatedUnion(
  'name',
  formsOf(INITIALIZERS, { safetensors: { safetensors } })
) as unknown as NamedUnion<InitializerSpec>
