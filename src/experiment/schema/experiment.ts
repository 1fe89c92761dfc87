import * as z from 'zod'
import { activationsFor, LOSSES, LOSS_NAMES } from '../../catalogue'
import { activation } from './activation'
import { dataset } from './dataset'
import { docsIn, type Docs } from './doc'
import { initializer } from './initializer'
import { optimizer } from './optimizer'

/** What a cell may be called: letters with their marks, and the joiners between them that Indic scripts and Persian need. */
const CELL_NAME = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_-]|[\u200c\u200d](?=[\p{L}\p{M}]))*$/u

export const isCellName = (text: string): boolean => CELL_NAME.test(text)

const NORMALIZATIONS: Docs = {
  none: { description: 'z as it is.' },
  batch: {
    description:
      'Each unit over the mini-batch. Keeps the signal forward, but at the start delta grows by about a fifth in each layer of a deep plain net.',
    formula: 'z ← γ (z − mean) / √(variance + 10⁻⁵) + β',
    source: 'Ioffe & Szegedy 2015'
  },
  layer: {
    description: 'Each sample over the layer’s units, so that mini-batches may be small.',
    formula: 'z ← γ (z − mean) / √(variance + 10⁻⁵) + β',
    source: 'Ba, Kiros & Hinton 2016'
  }
}

const PRECISIONS: Docs = {
  float32: { description: 'What most training uses; runs in WebAssembly SIMD.' },
  float64: { description: 'The slower reference: magnitudes down to 10⁻³⁰⁸ take part in training.' }
}

const units = z
  .int()
  .gte(1)
  .lte(100_000)
  .meta({ description: 'Units of a hidden layer.', examples: [32, 16, 64] })

const hiddenLayers = z
  .union([
    z.array(units),
    z
      .strictObject({
        depth: z
          .int()
          .gte(0)
          .lte(10_000)
          .meta({ description: 'How many hidden layers.', examples: [10, 20, 50] }),
        units
      })
      .transform(({ depth, units }) => Array<number>(depth).fill(units))
  ])
  .default([16, 16])
  .meta({ description: 'Units of each hidden layer, input side first, or {depth, units}; [] is a linear model.' })

/** "a, b and c" */
const all = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]*)$/, ' and $1')

const penalty = (description: string) => z.number().gte(0).default(0).meta({ description })

const stop = z
  .strictObject({
    nonfinite: z
      .boolean()
      .default(true)
      .meta({ description: 'Stop when the loss or a parameter is no longer a number.' }),
    loss_below: z
      .number()
      .nullable()
      .default(null)
      .meta({ description: 'Stop after the first epoch whose loss is below this.', examples: [0.1] }),
    after_seconds: z
      .number()
      .gt(0)
      .nullable()
      .default(null)
      .meta({ description: 'Stop at the end of the epoch in which this many seconds have passed.', examples: [60] })
  })
  .prefault({})
  .meta({ description: 'When to stop before the last epoch.' })

/**
 * The canonical form of a cell, after `normalize` has spelled out its short forms: the single source of keys, defaults,
 * limits of single values and their documentation. null stands for "by other keys"; `resolve` fills those in.
 */
export const experimentSchema = z.strictObject({
  name: z
    .string()
    .regex(CELL_NAME)
    .nullable()
    .default(null)
    .meta({ description: 'A name for the picture and the outline.', examples: ['my-net'] }),
  dataset: dataset
    .prefault({ name: 'spiral' })
    .meta({ description: 'Where the samples come from: generated points, included data, or your own files.' }),
  hidden_layers: hiddenLayers,
  activation: z
    .union([z.array(activation), activation])
    .prefault({ name: 'tanh' })
    .meta({ description: 'One function for all hidden layers, or a list with one for each.' }),
  initializer: z
    .union([z.array(initializer), initializer])
    .nullable()
    .default(null)
    .meta({
      description: `How weights are drawn: one for all layers, or a list with one for each hidden layer and the output layer. Left out: he for ${all(activationsFor('he'))}; lecun_normal for ${all(activationsFor('lecun_normal'))}; else xavier.`
    }),
  bias_initializer: z
    .union([z.array(initializer), initializer])
    .nullable()
    .default(null)
    .meta({ description: 'The same for the biases. Left out: zeros.' }),
  normalization: z.enum(['none', 'batch', 'layer']).default('none').meta({
    description: 'Brings the z of each hidden layer to mean 0 and variance 1, with a trained scale and shift.',
    values: NORMALIZATIONS
  }),
  residual: z.boolean().default(false).meta({
    description: 'Adds the input of each hidden layer to its output where the widths agree.',
    formula: 'a ← φ(z) + input',
    source: 'He et al. 2016'
  }),
  loss: z
    .enum(LOSS_NAMES)
    .nullable()
    .default(null)
    .meta({
      description:
        'What training minimizes: a mean over the mini-batch. Left out: mse for regressions, else categorical_crossentropy.',
      values: docsIn(LOSSES)
    }),
  optimizer: optimizer.prefault({ name: 'sgd' }).meta({ description: 'How gradients become steps.' }),
  l1: penalty('Adds l1 · Σ|W| to the loss: many weights become zero.'),
  l2: penalty('Adds l2 · ΣW² to the loss: weights stay small.'),
  precision: z.enum(['float32', 'float64']).default('float32').meta({
    description: 'The arithmetic of training: float32 in WebAssembly SIMD, or the slower float64 reference.',
    values: PRECISIONS
  }),
  epochs: z.int().gte(0).default(30).meta({ description: 'Passes over the training set.' }),
  batch_size: z.int().gte(1).default(32).meta({ description: 'Samples of a mini-batch; the last may be smaller.' }),
  shuffle: z
    .boolean()
    .default(true)
    .meta({ description: 'A new order of the samples in every epoch; false keeps the order of the file.' }),
  seed: z.int().gte(0).lte(0xffffffff).default(0).meta({ description: 'Decides every random number of the run.' }),
  stop
})

export type ParsedCell = z.output<typeof experimentSchema>
