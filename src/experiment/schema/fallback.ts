import { experimentSchema } from './experiment'

/** The keys whose default is a named thing, of which single settings may be changed. */
const NAMED_BY_DEFAULT = ['dataset', 'activation', 'optimizer'] as const

/** What a key stands for where a cell leaves it out: {name: sgd}, [16, 16]; undefined where other keys decide. */
export function optionOf(key: string): unknown {
  const named = NAMED_BY_DEFAULT.find(name => name === key)
  if (named !== undefined) return { name: (experimentSchema.shape[named].parse(undefined) as { name: string }).name }
  return key === 'hidden_layers' ? experimentSchema.shape.hidden_layers.parse(undefined) : undefined
}
