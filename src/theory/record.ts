import { INITIALIZERS, isActivationName, LOSS_NAMES, OUTPUT_ACTIVATION_NAMES, type ActivationSpec } from '../catalogue'
import type { InitializerSpec } from '../experiment'
import type { Json, JsonObject, RunHeader } from '../record'
import type { CellPrediction } from './cell'
import { netOfWidths, type Described } from './net'
import { predict } from './predict'
import { spreadOf, type Source } from './spread'
import { TEXTS } from './texts'

/** The prediction for a run's net at initialisation, from what its record says of the net and of the size of its inputs. */
export function predictRecord({
  experiment,
  layers,
  baseline
}: Pick<RunHeader, 'experiment' | 'layers' | 'baseline'>): CellPrediction {
  if (baseline === null) return { why: TEXTS.olderRecord }
  const described = describedBy(experiment, layers.length)
  if (described === null) return { why: TEXTS.unknownNet }
  const widths = [layers[0]!.inputs, ...layers.map(({ outputs }) => outputs)]
  const spread = spreadOf({ ...sourceIn(experiment['dataset']), inputs: widths[0]! })
  const net = netOfWidths(described, widths, { inputSquare: baseline.inputs.rms ** 2, spread })
  return 'why' in net ? net : predict(net)
}

/** Which data a record says it is of. */
function sourceIn(dataset: Json | undefined): Pick<Source, 'name' | 'standardize'> {
  const standardize = (dataset as { standardize?: unknown } | null | undefined)?.standardize === true
  return { name: nameOf(dataset), standardize }
}

/** The record's experiment as the theory takes it; null where it names something that this version does not know. */
function describedBy(experiment: JsonObject, layers: number): Described | null {
  const activation = specs(experiment['activation'], layers - 1)
  const initializer = specs(experiment['initializer'], layers)
  const biases = specs(experiment['bias_initializer'], layers)
  const normalization = experiment['normalization'] ?? 'none'
  if (normalization !== 'none' && normalization !== 'batch' && normalization !== 'layer') return null
  if (!activation.every(isActivation) || !initializer.every(isInitializer) || !biases.every(isInitializer)) return null
  return {
    ...{ activation, initializer, bias_initializer: biases, normalization, residual: experiment['residual'] === true },
    output_activation: OUTPUT_ACTIVATION_NAMES.find(name => name === experiment['output_activation']) ?? 'linear',
    loss: LOSS_NAMES.find(name => name === experiment['loss']) ?? null,
    batch_size: typeof experiment['batch_size'] === 'number' ? experiment['batch_size'] : 1
  }
}

/** One spec for all layers, or one for each; names alone stand for a spec without parameters. */
function specs(value: Json | undefined, layers: number): unknown[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : Array.from({ length: layers }, () => value)
  const spec = (each: unknown) => (typeof each === 'string' ? { name: each } : each)
  return Array.from({ length: layers }, (_, i) => spec(all[i]))
}

const isActivation = (value: unknown): value is ActivationSpec => isActivationName(nameOf(value))

const isInitializer = (value: unknown): value is InitializerSpec => Object.hasOwn(INITIALIZERS, nameOf(value))

const nameOf = (value: unknown): string => String((value as { name?: unknown } | null | undefined)?.name)
