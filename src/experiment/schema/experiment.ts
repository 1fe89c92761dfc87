import * as z from 'zod'
import { activationsFor, LOSSES, LOSS_NAMES, OUTPUT_ACTIVATIONS, OUTPUT_ACTIVATION_NAMES } from '../../catalogue'
import { activation } from './activation'
import { dataset } from './dataset'
import { docsIn } from './doc'
import { initializer } from './initializer'
import { optimizer } from './optimizer'
import { TEXTS } from '../texts/texts'

/** What a cell may be called: letters with their marks, and the joiners between them that Indic scripts and Persian need. */
const CELL_NAME = /^[\p{L}_](?:[\p{L}\p{M}\p{N}_-]|[\u200c\u200d](?=[\p{L}\p{M}]))*$/u

/** Whether a cell may be called `text`. */
export const isCellName = (text: string): boolean => CELL_NAME.test(text)

const DOCS = TEXTS.docs

const units = z
  .int()
  .gte(1)
  .lte(100_000)
  .meta({ description: DOCS.units, examples: [32, 16, 64] })

const hiddenLayers = z
  .union([
    z.array(units),
    z
      .strictObject({
        depth: z
          .int()
          .gte(0)
          .lte(10_000)
          .meta({ description: DOCS.depth, examples: [10, 20, 50] }),
        units
      })
      .transform(({ depth, units }) => Array<number>(depth).fill(units))
  ])
  .default([16, 16])
  .meta({ description: DOCS.hiddenLayers })

const penalty = (description: string) => z.number().gte(0).default(0).meta({ description })

const stop = z
  .strictObject({
    nonfinite: z.boolean().default(true).meta({ description: DOCS.nonfinite }),
    loss_below: z
      .number()
      .nullable()
      .default(null)
      .meta({ description: DOCS.lossBelow, examples: [0.1] }),
    after_seconds: z
      .number()
      .gt(0)
      .nullable()
      .default(null)
      .meta({ description: DOCS.afterSeconds, examples: [60] })
  })
  .prefault({})
  .meta({ description: DOCS.stop })

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
    .meta({ description: DOCS.name, examples: ['my-net'] }),
  dataset: dataset.prefault({ name: 'spiral' }).meta({ description: DOCS.dataset }),
  hidden_layers: hiddenLayers,
  activation: z
    .union([z.array(activation), activation])
    .prefault({ name: 'tanh' })
    .meta({ description: DOCS.activation }),
  initializer: z
    .union([z.array(initializer), initializer])
    .nullable()
    .default(null)
    .meta({
      description: DOCS.initializer(activationsFor('he'), activationsFor('lecun_normal'))
    }),
  bias_initializer: z
    .union([z.array(initializer), initializer])
    .nullable()
    .default(null)
    .meta({ description: DOCS.biasInitializer }),
  normalization: z.enum(['none', 'batch', 'layer']).default('none').meta({
    description: DOCS.normalization,
    values: DOCS.normalizations
  }),
  residual: z.boolean().default(false).meta(DOCS.residual),
  output_activation: z
    .enum(OUTPUT_ACTIVATION_NAMES)
    .default('linear')
    .meta({ description: DOCS.outputActivation, values: docsIn(OUTPUT_ACTIVATIONS) }),
  loss: z
    .enum(LOSS_NAMES)
    .nullable()
    .default(null)
    .meta({
      description: DOCS.loss,
      values: docsIn(LOSSES)
    }),
  optimizer: optimizer.prefault({ name: 'sgd' }).meta({ description: DOCS.optimizer }),
  l1: penalty(DOCS.l1),
  l2: penalty(DOCS.l2),
  precision: z.enum(['float32', 'float64']).default('float32').meta({
    description: DOCS.precision,
    values: DOCS.precisions
  }),
  compat: z
    .enum(['sagemaker', 'autotrainer'])
    .nullable()
    .default(null)
    .meta({ description: DOCS.compat, values: DOCS.peers }),
  epochs: z.int().gte(0).default(30).meta({ description: DOCS.epochs }),
  batch_size: z.int().gte(1).default(32).meta({ description: DOCS.batchSize }),
  shuffle: z.boolean().default(true).meta({ description: DOCS.shuffle }),
  seed: z.int().gte(0).lte(0xffffffff).default(0).meta({ description: DOCS.seed }),
  stop
})

export type ParsedCell = z.output<typeof experimentSchema>
