import type { Json, LayerInfo, RunRecord } from './runRecord'

/**
 * One line that names a run: "deep-sigmoid — spiral, 2 → 32×20 → 2 sigmoid, xavier, sgd 0.1, batch 32, seed 42". Reads the
 * resolved experiment, which a stranger's file may hold in any form: what is not understood is left out.
 */
export function runTitle(record: RunRecord): string {
  const { experiment, data, layers } = record
  const parts = [
    data.name,
    `${netShape(layers)} ${activations(layers)}`.trim(),
    named(experiment['initializer']),
    optimizerText(experiment['optimizer']),
    plainNumber(experiment['batch_size'], 'batch '),
    plainNumber(experiment['seed'], 'seed ')
  ]
  const line = parts.filter(part => part !== '').join(', ')
  return record.name ? `${record.name} — ${line}` : line
}

/** "2 → 32×20 → 2": inputs, hidden layers (equal neighbours counted), outputs. */
export function netShape(layers: readonly LayerInfo[]): string {
  const hidden = layers.slice(0, -1).map(layer => layer.outputs)
  const groups: { units: number; count: number }[] = []
  for (const units of hidden) {
    const last = groups.at(-1)
    if (last?.units === units) last.count++
    else groups.push({ units, count: 1 })
  }
  const middle = groups.map(({ units, count }) => (count > 1 ? `${units}×${count}` : `${units}`))
  return [layers[0]?.inputs ?? '?', ...middle, layers.at(-1)?.outputs ?? '?'].join(' → ')
}

/** What became of the run: "epoch 12 of 50", "50 epochs", "diverged in epoch 3 (step 41, hidden 2: gradient is not finite)". */
export function runState({ columns, epochs, events, layers }: RunRecord): string {
  const { stop, nonfinite } = events
  const fault =
    nonfinite && `${place(nonfinite.layer, layers)}${nonfinite.quantity} not finite at step ${nonfinite.step}`
  if (stop === null) return `epoch ${Math.max(0, columns - 1)} of ${epochs}`
  switch (stop.reason) {
    case 'completed':
      return fault ? `${epochs} epochs; ${fault}` : `${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}`
    case 'nonfinite':
      return `diverged in epoch ${stop.epoch} of ${epochs}${fault ? `: ${fault}` : ''}`
    case 'loss_below':
      return `loss reached its goal in epoch ${stop.epoch} of ${epochs}`
    case 'after_seconds':
      return `time was up after epoch ${stop.epoch} of ${epochs}`
    case 'cancelled':
      return `stopped after epoch ${stop.epoch} of ${epochs}`
    case 'failed':
      return `failed after epoch ${stop.epoch} of ${epochs}`
  }
}

const place = (layer: number | null, layers: readonly LayerInfo[]): string =>
  layer === null ? '' : `${layers[layer]?.name ?? `layer ${layer + 1}`}: `

function activations(layers: readonly LayerInfo[]): string {
  const names = layers.slice(0, -1).map(layer => layer.activation)
  return [...new Set(names)].join('/')
}

function named(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return [...new Set(value.map(named))].join('/')
  const name = field(value, 'name')
  const width = field(value, 'stddev') ?? field(value, 'value')
  return typeof name === 'string' ? (typeof width === 'number' ? `${name} ${width}` : name) : ''
}

function optimizerText(value: Json | undefined): string {
  const [name, rate] = [field(value, 'name'), field(value, 'learning_rate')]
  return typeof name === 'string' ? (typeof rate === 'number' ? `${name} ${rate}` : name) : ''
}

const plainNumber = (value: Json | undefined, before: string): string =>
  typeof value === 'number' ? `${before}${value}` : ''

const field = (value: Json | undefined, key: string): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? (value as { readonly [key: string]: Json })[key]
    : undefined
