import type { Path } from '../source'
import { valueAt } from '../words'
import { activation } from './activation'
import { dataset } from './dataset'
import { experimentSchema } from './experiment'
import { initializer } from './initializer'
import { optimizer } from './optimizer'

type Member = { shape: Record<string, unknown> & { name: { safeParse(value: unknown): { success: boolean } } } }

const MEMBERS: Readonly<Record<string, readonly unknown[]>> = {
  dataset: dataset.options,
  activation: activation.options,
  initializer: initializer.options,
  bias_initializer: initializer.options,
  optimizer: optimizer.options
}

/** The keys that the mapping at `path` of a canonical cell may have. */
export function knownKeys(path: Path, root: unknown): string[] {
  const key = path[0]
  if (key === undefined) return Object.keys(experimentSchema.shape)
  if (key === 'dataset' && path[1] === 'idx') return ['images', 'labels']
  if (key === 'hidden_layers') return ['depth', 'units']
  if (key === 'stop') return ['nonfinite', 'loss_below', 'after_seconds']
  const name = valueAt(root, [...path, 'name'])
  const member = (MEMBERS[String(key)] as Member[] | undefined)?.find(({ shape }) => shape.name.safeParse(name).success)
  return member ? Object.keys(member.shape) : []
}
