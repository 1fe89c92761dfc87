import * as z from 'zod'
import { OPTIMIZERS, type OptimizerSpec } from '../../catalogue'
import { formsOf, type NamedUnion } from './parameters'

export type { OptimizerSpec } from '../../catalogue'

/** How gradients become steps. */
export const optimizer = z.discriminatedUnion('name', formsOf(OPTIMIZERS)) as unknown as NamedUnion<OptimizerSpec>
