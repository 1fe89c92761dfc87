/*
 * What the kernels (AssemblyScript) and their caller (TypeScript) must agree on: this file is compiled into both. A table is a row
 * of 32-bit words in the kernels' memory; an entry is a whole number, an address or a float32. Forms of matrices: README.md.
 */

/** Samples of a batch that are taken through the network together; sums over samples are formed chunk by chunk. */
export const CHUNK = 32

export enum Activation {
  sigmoid,
  tanh,
  relu,
  leaky_relu,
  elu,
  selu,
  gelu,
  silu,
  softplus,
  softsign,
  mish,
  linear
}

/** What stands between z and φ. */
export enum Normalization {
  none,
  batch,
  layer
}

export enum Loss {
  mse,
  binary_crossentropy,
  categorical_crossentropy,
  half_mse,
  mae
}

export enum Rule {
  /** sgd without momentum, weight decay and clipping */
  plain,
  /** sgd without momentum */
  decayed,
  momentum,
  nesterov,
  rmsprop,
  rmsprop_momentum,
  adagrad,
  adam,
  lion
}

/** Words of the table that describes a run. */
export enum Run {
  /** number of layers */
  layerCount,
  /** address of the first layer's table; the others follow, `Layer.words` words each */
  layers,
  /** samples of the mini-batch at hand */
  count,
  /** [count rounded up to 8] classes, or [samples/8][outputs][8] */
  targets,
  loss,
  /** 1: measure; 0: leave out what only the record needs, to time it */
  record,
  /** 1: update parameters */
  update,
  rule,
  /** 1: gradients of all layers are kept until their common norm is known */
  clipsNorm,
  /** momentum; adam and lion β₁ */
  momentum,
  /** rmsprop ρ; adam and lion β₂ */
  rho,
  epsilon,
  /** 1 - β₁ or 0 */
  momentumRest,
  /** 1 - ρ, 1 - β₂ */
  rhoRest,
  /** η; adam: η/(1 - β₁ᵗ) */
  rate,
  /** adam: √(1 - β₂ᵗ) */
  root,
  /** λ, added to the gradient as λ · parameter */
  weightDecay,
  /** adamw and lion: η λ */
  decoupledDecay,
  clipNorm,
  /** Infinity: none */
  clipValue,
  l1,
  l2,
  /** address of the measured values, float64 [Measured.rows × layers] */
  values,
  /** address of their exponents, int32 [Measured.rows × layers] */
  exponents,
  /** address of float64 [Total.count] */
  totals,
  /** address of the `Team` words; 0: this thread is alone */
  team,
  /** distance of the workers' rooms for one panel of a gradient; 0 where every panel has its own */
  room,
  /** min(1, limit / norm) where norms are clipped */
  clipFactor,
  /** 1: samples are classified, so that some are right */
  counts,
  /** binary cross-entropy: an output above this says the second class */
  threshold,
  words
}

/** What a team does together, one after the other. */
export enum Phase {
  /** forward, loss and backward of one chunk of samples through all layers */
  samples,
  /** gradient and update of one panel */
  learn,
  /** the update of one panel once the common norm is known */
  update,
  /** there are four kinds, so that a phase's number tells which it is */
  kinds = 4
}

/** Words that the workers of a team share; what different workers write stands in different cache lines. */
export enum Team {
  /** lower half of the ticket: items · 2^16 + the next item that nobody has taken */
  items,
  /** upper half of the ticket: the number of the phase, which rises; `Phase` in its last two bits */
  phase,
  /** how many there are, with those that have not come yet */
  workers,
  /** items of this phase that are finished */
  done = 16,
  /** 1: the helpers leave */
  over = 32,
  /** items that helpers have finished, over all steps */
  helped,
  words = 48
}

/** The most items that a phase can have. */
export const MOST_ITEMS = 0xffff

/** Words of the table that describes a layer. */
export enum Layer {
  inputs,
  outputs,
  activation,
  /** of leaky_relu's negative side */
  slope,
  /** W by output with the bias as last row, or with γ and β behind it: [outputs/8][inputs + 1 or + 3][8] */
  weights,
  weightsPanel,
  /** W by input: [inputs/8][outputs][8]; 0 in the first layer */
  transposed,
  transposedPanel,
  /** optimizer state, in the form of `weights` */
  state,
  secondState,
  /** what enters: [samples/8][inputs][8] */
  input,
  inputPanel,
  /** the same by unit: [inputs/8][samples][8] */
  inputByUnit,
  /** [samples/8][outputs][8] */
  z,
  /** what enters φ: z, or z normalized */
  y,
  /** φ(y); may be y */
  value,
  /** what leaves the layer: φ(y), φ(y) + input or softmax(φ(y)); may be `value` */
  a,
  panel,
  /** a by unit: [outputs/8][samples][8] */
  aByUnit,
  /** B · ∂loss/∂z · 2^exponent: [samples/8][outputs][8] */
  delta,
  deltaPanel,
  /** [outputs/8][samples][8] */
  deltaByUnit,
  /** gradient, in the form of `weights`; one panel for all (a room for each worker) unless norms are clipped */
  gradient,
  gradientPanel,
  /** address of the `Chunk` records */
  chunks,
  /** address of the `Panel` records */
  panels,
  /** 1: count saturated samples; 2: mark active units */
  watch,
  /** int32 [chunks × outputs rounded up to 8] samples in which the unit is saturated */
  saturated,
  /** bytes [outputs], set to 1 where a unit's φ was not 0 */
  active,
  normalization,
  /** float32 μ of each group (batch: unit, layer: sample) that is normalized together */
  means,
  /** float32 1/√(σ² + ε) of each group */
  inverses,
  /** float64 μ and, in another array, σ² of each group */
  preciseMeans,
  variances,
  /** float64 [1 + chunks][2][outputs rounded up to 8]: room for means, then each chunk's Σ ∂loss/∂y x̂ and Σ ∂loss/∂y */
  parts,
  /** 1: the layer's input is added to its output */
  residual,
  /** ∂loss/∂a of a residual layer on its way around it: [samples/8][outputs][8] */
  skip,
  skipPanel,
  /** 1: the softmax over all units leaves the layer; the output layer only */
  softmax,
  words
}

/** float64 words of the record of one chunk of samples in one layer. */
export enum Chunk {
  /** Σ (a - shift), Σ (a - shift)² */
  shift,
  sum,
  squares,
  /** not 0: some z or a is not finite */
  fault,
  /** Σ delta², of the stored delta */
  deltaSquares,
  /** stored delta = B · ∂loss/∂z · 2^exponent */
  exponent,
  /** output layer: Σ loss and number of samples classified rightly */
  loss,
  right,
  /** normalized layers: Σ delta² and exponent of the stored B · ∂loss/∂y, as `parts` are */
  outerSquares,
  outerExponent,
  /** residual layers: stored `skip` = B · ∂loss/∂a · 2^skipExponent */
  skipExponent,
  /** room for two four-lane sums */
  scratch,
  /** two cache lines: threads write the records of neighbouring chunks */
  words = 16
}

/** float64 words of the record of one panel (eight units) of a layer's gradient and weights. */
export enum Panel {
  squares,
  sizes,
  largest,
  biasSquares,
  /** stored gradient = B · ∂loss/∂W · 2^exponent; divisor is that B (1 when l1 or l2 were added) */
  exponent,
  divisor,
  /** before the step */
  weightSquares,
  /** Σ W² of the weights as they are now */
  nextWeightSquares,
  stepSquares,
  /** not 0: a weight or bias is not finite after the step */
  fault,
  /** largest |gradient| of weights and biases as the optimizer sees it */
  seen,
  /** Σ gradient² and largest |gradient| of γ and β as the optimizer sees them */
  aroundSquares,
  aroundSeen,
  /** sgd alone: smallest |W|, where the last step was so faint that this was looked at; else 0 */
  smallest,
  /** two cache lines */
  words = 16
}

/** Rows of the measured values. */
export enum Measured {
  weightGradientL2,
  weightGradientMeanAbs,
  weightGradientMaxAbs,
  biasGradientL2,
  deltaRms,
  activationMean,
  activationStd,
  weightL2,
  updateL2,
  saturated,
  /** largest |gradient| as the optimizer sees it */
  seen,
  rows
}

export enum Total {
  loss,
  accuracy,
  /** ‖gradient‖ over all parameters, where norms are clipped */
  norm,
  /** l1 Σ|W| + l2 ΣW² before the step */
  penalty,
  /** `Fault` · 2^20 + layer, or 0 */
  fault,
  count
}

export enum Fault {
  none,
  activation,
  loss,
  gradient,
  weight
}
