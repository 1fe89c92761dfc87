import type { Json } from '../record'

/** How much a finding matters. `info`: true, but no reason to change anything. */
export type Severity = 'info' | 'warning' | 'error'

/** All rules. Causes look at what was asked for, symptoms at what was measured. */
export const RULES = [
  'nonfinite',
  'symmetry',
  'vanishing_signal',
  'exploding_signal',
  'poor_initialization',
  'target_scale',
  'input_scale',
  'loss_or_task',
  'learning_rate_too_large',
  'learning_rate_too_small',
  'underfit',
  'dead_relu',
  'saturation',
  'loss_not_decreasing',
  'loss_at_initialization',
  'weight_gradient_imbalance',
  'updates_too_small',
  'updates_too_large',
  'gradient_below_floor',
  'adam_epsilon_floor',
  'oscillating_loss',
  'overfit'
] as const

/** A rule, as cells and settings name it. */
export type RuleName = (typeof RULES)[number]

/** A change of the cell that may help. */
export interface Remedy {
  /** "Use relu with he" */
  readonly title: string
  /** dotted path in the cell → its new value; null removes the key */
  readonly edits: Readonly<Record<string, Json>>
}

/** Something that a rule has found in a run. */
export interface Finding {
  readonly rule: RuleName
  readonly severity: Severity
  /** the layers concerned, from 0, the worst first; none where it is about the whole run */
  readonly layers: readonly number[]
  /** where it first shows: 0 is before any update; null where that means nothing */
  readonly epoch: number | null
  /** the number that was measured, and the one it crossed */
  readonly value: number | null
  readonly threshold: number | null
  /** one sentence that a student understands */
  readonly message: string
  /** two sentences on why it happens, with this run's numbers */
  readonly why: string
  /** the likeliest to help first */
  readonly remedies: readonly Remedy[]
  /** symptoms that this cause explains */
  readonly evidence: readonly Finding[]
}

/** What a rule writes of a finding; the rest has a default. */
export type Draft = Pick<Finding, 'rule' | 'severity' | 'message' | 'why'> & Partial<Finding>

/** A finding without layers, epoch and numbers unless they are given. */
export const finding = (draft: Draft): Finding => ({
  layers: [],
  epoch: null,
  value: null,
  threshold: null,
  remedies: [],
  evidence: [],
  ...draft
})
