import * as z from 'zod'
import { TEXTS } from '../texts/texts'

const { docs } = TEXTS.sweeps
const { distributions } = docs

const doc = (description: string, examples?: readonly (string | number)[]) => ({
  description,
  ...(examples && { examples })
})

/** What a parameter of a sweep may say of its values. */
export const parameterSchema = z
  .strictObject({
    values: z.array(z.unknown()).optional().meta(doc(docs.values)),
    value: z.unknown().optional().meta(doc(docs.value)),
    min: z.number().optional().meta(doc(docs.min)),
    max: z.number().optional().meta(doc(docs.max)),
    mu: z.number().optional().meta(doc(docs.mu)),
    sigma: z.number().optional().meta(doc(docs.sigma)),
    distribution: z
      .enum(['constant', 'categorical', 'uniform', 'int_uniform', 'log_uniform_values', 'normal'])
      .optional()
      .meta({
        ...doc(docs.distribution),
        values: Object.fromEntries(Object.entries(distributions).map(([name, text]) => [name, doc(text)]))
      }),
    probabilities: z.array(z.number()).optional().meta(doc(docs.probabilities)),
    parameters: z.record(z.string(), z.unknown()).optional().meta(doc(docs.nested))
  })
  .meta({})

/**
 * The keys by which a cell builds on others and makes many runs, for completions and hovers. What they say is read by
 * `sweep/readCell`, which knows the values that the other keys take.
 */
export const manyRunsSchema = z.strictObject({
  extends: z.string().optional().meta(doc(docs.extends)),
  variants: z.record(z.string(), z.unknown()).optional().meta(doc(docs.variants)),
  sweep: z
    .strictObject({
      method: z
        .enum(['grid', 'random'])
        .default('grid')
        .meta({ ...doc(docs.method), values: { grid: doc(docs.grid), random: doc(docs.random) } }),
      parameters: z.record(z.string(), z.unknown()).meta(doc(docs.parameters)),
      run_cap: z
        .int()
        .gte(1)
        .optional()
        .meta(doc(docs.runCap, [20])),
      metric: z
        .strictObject({
          name: z.enum(['loss', 'accuracy', 'test_loss', 'test_accuracy']).meta(doc(docs.metricName))
        })
        .optional()
        .meta(doc(docs.metric))
    })
    .optional()
    .meta(doc(docs.sweep)),
  seeds: z
    .int()
    .gte(1)
    .optional()
    .meta(doc(docs.seeds, [5])),
  compare: z.array(z.string()).optional().meta(doc(docs.compare))
})

/** These keys, in the order in which they are offered. */
export const MANY_RUNS_KEYS = Object.keys(manyRunsSchema.shape)
