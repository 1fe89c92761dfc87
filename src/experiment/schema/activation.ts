import * as z from 'zod'
import { ACTIVATIONS, type ActivationSpec } from '../../catalogue'
import { formsOf, type NamedUnion } from './parameters'

export type { ActivationSpec } from '../../catalogue'

/** φ of one hidden layer. */
export const activation = z.discriminatedUnion('name', formsOf(ACTIVATIONS)) as unknown as NamedUnion<ActivationSpec>
