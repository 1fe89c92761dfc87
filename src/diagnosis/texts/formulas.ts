import { count, number, percent } from './numbers'

/** The formula behind each rule, with a run's numbers put in. */
export const FORMULA_TEXTS = {
  notFinite: (precision: string, largest: string) => `${precision}: |x| ≤ ${largest}; beyond it ∞, and ∞ − ∞ = NaN`,
  symmetry: (rate: number) =>
    `wᵢ = wⱼ and ∂L/∂wᵢ = ∂L/∂wⱼ, so wᵢ − ${number(rate)} · ∂L/∂wᵢ = wⱼ − ${number(rate)} · ∂L/∂wⱼ`,
  backward: (first: string, last: string, perLayer: number, steps: number, ratio: number) =>
    `δ(${first}) / δ(${last}) = ${steps > 1 ? `ρ${raised(steps)} = ${number(perLayer)}${raised(steps)} = ` : ''}${number(ratio)}, since δₗ = φ′(zₗ) · Wₗ₊₁ᵀ δₗ₊₁`,
  nothingBack: (first: string) => `δ(${first}) = 0, since δₗ = φ′(zₗ) · Wₗ₊₁ᵀ δₗ₊₁`,
  forward: (from: string, to: string, ratio: number) =>
    `σ(a of ${to}) / σ(a of ${from}) = ${number(ratio)}, since Var z = fan_in · Var W · E[φ²]`,
  overflow: 'Var z = fan_in · Var W · E[φ²], layer after layer, until it is above the largest number',
  spread: (ratio: number, limit: number) => `max Var a / min Var a = ${number(ratio)} > ${number(limit)}`,
  wide: (times: number, limit: number) => `σ(W) / σ(W that suits fan_in) = ${number(times)}, limit ${number(limit)}`,
  loud: (times: number, limit: number) => `L₀ / L(constant answer) = ${number(times)} > ${number(limit)}`,
  centred: 'E[W] ≠ 0, so E[z] = fan_in · E[W] · E[a] is the same for all units',
  largeTargets: (rms: number) => `RMS(y) = ${number(rms)}, so L ≈ RMS(y)² = ${number(rms * rms)} at the start`,
  largeTargetsForMae: (rms: number) => `RMS(y) = ${number(rms)}, and ∂L/∂ŷ = ±1 however far ŷ is from y`,
  inputs: (rms: number) =>
    `RMS(x) = ${number(rms)}, so z = W x + b is ${number(rms)} times what the initializer is made for`,
  alwaysOne: 'softmax(z) = eᶻ / eᶻ = 1',
  binaryCrossEntropy: 'L = −y log σ(z) − (1 − y) log(1 − σ(z)) takes the logit z itself',
  crossEntropy: 'L = −log softmax(z)ᵧ takes the logits z themselves',
  outOfReach: (activation: string, target: number) => `ŷ = ${activation}(z) ≠ ${number(target)} for every z`,
  limit: (value: number, limit: number) => `${number(value)}, limit ${number(limit)}`,
  task: 'classes: L = −log pᵧ; numbers: L = mean (ŷ − y)²',
  step: (rate: number, value: string) => `ΔW = −η ∂L/∂W with η = ${number(rate)}; ${value}`,
  ofWeights: (share: number, limit: number) => `‖ΔW‖ / ‖W‖ = ${number(share)}, limit ${number(limit)}`,
  grows: (times: number, limit: number) => `L / L₀ = ${number(times)}, limit ${number(limit)}`,
  diverged: (step: number) => `not finite in step ${number(step)}`,
  killed: (share: number) => `${percent(share)} of a layer’s units died`,
  linear: (layers: number) => `W${lowered(layers)} ${layers > 2 ? '⋯ ' : ''}W₁ x is one matrix times x`,
  penalty: (pull: number, rate: number) =>
    `each step: W ← W − η λ W with η λ = ${number(rate)} · ${number(pull)} = ${number(rate * pull)}`,
  steps: (epochs: number, perEpoch: number) =>
    `${count(epochs, 'epoch')} · ${count(perEpoch, 'step')} = ${count(epochs * perEpoch, 'step')}`,
  dead: (share: number, limit: number) =>
    `relu′(z) = 0 for z < 0: share of units = ${number(share)}, limit ${number(limit)}`,
  flat: (activation: string, share: number) =>
    `δₗ = φ′(zₗ) · …, and ${activation}′ ≈ 0 there: share of units = ${number(share)}`,
  deep: (activation: string, size: number, limit: number) =>
    `δₗ = φ′(zₗ) · …, and ${activation}′ ≈ 0 there: |z| up to ${number(size)} > ${number(limit)}`,
  fall: (share: number, limit: number) => `min L(last 10) / min L(before) = ${number(share)} > ${number(limit)}`,
  first: (loss: number, classes: number, due: number) => `L₀ = ${number(loss)}, ln ${classes} = ${number(due)}`,
  uneven: (first: string, last: string, ratio: number) => `mean |∂W(${first})| / mean |∂W(${last})| = ${number(ratio)}`,
  floor: (value: number, limit: number) => `mean |∂L/∂W| = ${number(value)} < ${number(limit)}`,
  epsilon: (rms: number, epsilon: number) => `Δw = −η m / (√v + ε) with √v ≈ ${number(rms)}, ε = ${number(epsilon)}`,
  swings: (share: number, limit: number) =>
    `|Δ accuracy| ≥ 0.03, back and forth: ${number(share)} of the epochs, limit ${number(limit)}`,
  gap: (share: number, limit: number) => `(L_test − L) / L = ${number(share)} > ${number(limit)}`
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉'

const raised = (power: number): string => String(power).replace(/\d/g, digit => SUPERSCRIPTS[Number(digit)]!)
const lowered = (index: number): string => String(index).replace(/\d/g, digit => SUBSCRIPTS[Number(digit)]!)
