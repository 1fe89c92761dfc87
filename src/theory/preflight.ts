import { activationEntry, type ActivationName, type InitializerName } from '../catalogue'
import { SEVERE_DECADES, signalSeverity } from '../diagnosis'
import type { ActivationSpec, Experiment, InitializerSpec } from '../experiment'
import { isCovered, predictCell } from './cell'

/** What there is to say of a cell before it is trained. */
export type Preflight =
  /** fewer than two hidden layers: there is no way for a signal to fade on */
  { readonly kind: 'shallow' } | { readonly kind: 'uncovered'; readonly why: string } | Foretold

/** How delta changes from the last hidden layer to the first. */
export interface Foretold extends Change {
  readonly kind: 'foretold'
  /** none: a healthy net; those of a run's diagnosis otherwise */
  readonly severity: 'none' | 'warning' | 'error'
  /** "hidden 20" */
  readonly from: string
  /** "hidden 1" */
  readonly to: string
  readonly instead: Instead | null
}

interface Change {
  /** log10 of delta at the first over that at the last hidden layer; -Infinity where nothing arrives */
  readonly decades: number
}

/** What would do better. */
export interface Instead extends Change {
  readonly activation: ActivationName
  readonly initializer: InitializerName
}

/** What theory warns of before training, by the thresholds of the rules for a run; and what would do better. */
export function preflight(experiment: Experiment): Preflight {
  const hidden = experiment.hidden_layers.length
  if (hidden < 2) return { kind: 'shallow' }
  const predicted = predictCell(experiment)
  if (!isCovered(predicted)) return { kind: 'uncovered', why: predicted.why }
  const decades = arriving(predicted.decades)
  const severity = signalSeverity({ decades, perLayer: 10 ** (decades / (hidden - 1)) }, experiment.hidden_layers)
  return {
    kind: 'foretold',
    decades,
    severity,
    from: predicted.layers[hidden - 1]!.name,
    to: predicted.layers[0]!.name,
    instead: severity === 'none' ? null : better(experiment, decades)
  }
}

/** Weights of zeros pass nothing on: 0 over 0. */
const arriving = (decades: number | null): number => (decades === null || Number.isNaN(decades) ? -Infinity : decades)

/** A share of the decades that a change must leave at most to be worth its name. */
const WORTH = 0.4

/** The first usual start that loses much less: the net's own activation with what suits it, then the two classics. */
function better(experiment: Experiment, decades: number): Instead | null {
  for (const start of starts(experiment)) {
    const predicted = predictCell(withStart(experiment, start))
    const other = isCovered(predicted) ? arriving(predicted.decades) : Infinity
    if (Math.abs(other) <= WORTH * Math.abs(decades) && Math.abs(other) < SEVERE_DECADES)
      return { ...start, decades: other }
  }
  return null
}

type Start = Pick<Instead, 'activation' | 'initializer'>

function starts({ activation }: Experiment): Start[] {
  const { name } = activation[0]!
  const own = activation.every(each => each.name === name)
    ? [{ activation: name, initializer: activationEntry(name).initializer }]
    : []
  return [...own, { activation: 'tanh', initializer: 'xavier' }, { activation: 'relu', initializer: 'he' }]
}

function withStart(experiment: Experiment, { activation, initializer }: Start): Experiment {
  const spec = { name: activation } as ActivationSpec
  const weights = { name: initializer, gain: 1 } as InitializerSpec
  const zeros: InitializerSpec = { name: 'zeros' }
  return {
    ...experiment,
    activation: experiment.activation.map(own => (own.name === activation ? own : spec)),
    initializer: experiment.initializer.map(() => weights),
    bias_initializer: experiment.bias_initializer.map(() => zeros)
  }
}
