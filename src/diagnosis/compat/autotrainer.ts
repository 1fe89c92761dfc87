import type { RunRecord } from '../../record'
import type { RuleName } from '../finding'
import { largest, Measures } from '../measures'
import type { PeerFinding } from './peerFinding'

/*
 * AUTOTRAINER (Zhang, Zhai, Ma & Shen, ICSE 2021), as its monitor decides: https://github.com/shiningrain/AUTOTRAINER,
 * AutoTrainer/utils/monitor.py, with its default parameters. It looks at the gradient of one mini-batch from time to time; here at the means of
 * each epoch, and at the zeros of the gradient where the record has looked at them. It judges accuracies, so of a regression it sees only what is
 * not finite.
 */

const [VANISHING_RATIO, VANISHING_NORM, EXPLODING_RATIO] = [1e-3, 1e-4, 70]
const ZERO_SHARE = 0.7
const [SWING, SWING_SHARE] = [0.03, 0.2]
const SLOW = 0.01
const ACCURATE = 0.7
const JUDGED_FROM = 0.3
const LARGEST_LOSS = 1e5

/** What AUTOTRAINER says of a run: one issue at most, at the first epoch in which it finds one. */
export function autotrainer(record: RunRecord): PeerFinding[] {
  const m = new Measures(record)
  const broken = record.events.nonfinite?.epoch ?? Infinity
  let wasLow = false
  for (let epoch = 1; epoch <= m.last; epoch++) {
    if (epoch >= broken || !(lossAt(m, epoch) < LARGEST_LOSS)) return [explodes(epoch)]
    if (epoch < JUDGED_FROM * record.epochs) continue
    wasLow ||= isLow(m, epoch)
    const found = judged(m, epoch, wasLow)
    if (found !== null) return [found]
  }
  return broken === Infinity ? [] : [explodes(broken)]
}

const explodes = (epoch: number): PeerFinding => issue('explode', 'exploding_signal', epoch, 0, 0)

const lossAt = (m: Measures, epoch: number): number => m.curve('test_loss', epoch) ?? m.curve('loss', epoch) ?? NaN

/** Whether no epoch so far was accurate, in training or in the test. */
function isLow(m: Measures, epoch: number): boolean {
  const [train, test] = [accuracies(m, 'accuracy', epoch), accuracies(m, 'test_accuracy', epoch)]
  return train.length > 0 && Math.min(largest(train), test.length === 0 ? Infinity : largest(test)) < ACCURATE
}

/** What is wrong after `epoch`: a cause only where accuracy is low or stands still. What a look has found counts for all later ones. */
function judged(m: Measures, epoch: number, wasLow: boolean): PeerFinding | null {
  const train = accuracies(m, 'accuracy', epoch)
  const test = accuracies(m, 'test_accuracy', epoch)
  if (train.length === 0) return null
  const isSlow = rise(train) < SLOW && (test.length === 0 || rise(test) < SLOW)
  if (wasLow || isSlow)
    return cause(m, epoch) ?? (isSlow ? issue('not_converge', 'loss_not_decreasing', epoch, rise(train), SLOW) : null)
  const share = swings(train) / train.length
  return share >= SWING_SHARE ? issue('unstable', 'oscillating_loss', epoch, share, SWING_SHARE) : null
}

function cause(m: Measures, epoch: number): PeerFinding | null {
  const last = m.record.layers.length - 1
  const zeros = mostZeros(m, epoch)
  if (zeros >= ZERO_SHARE) return issue('relu', 'dead_relu', epoch, zeros, ZERO_SHARE)
  const looks = Array.from({ length: epoch + 1 }, (_, at) => {
    const first = m.log('weight_gradient_l2', at, 0)
    return { at, first, decades: first - m.log('weight_gradient_l2', at, last) }
  })
  const exploding = looks.find(({ decades }) => decades > Math.log10(EXPLODING_RATIO))
  if (exploding) return issue('explode', 'exploding_signal', exploding.at, 10 ** exploding.decades, EXPLODING_RATIO)
  const vanishing = looks.find(
    ({ decades, first }) => decades < Math.log10(VANISHING_RATIO) && first < Math.log10(VANISHING_NORM)
  )
  return vanishing ? issue('vanish', 'vanishing_signal', vanishing.at, 10 ** vanishing.decades, VANISHING_RATIO) : null
}

/** The largest share of zeros in the gradient of all weights, of the looks up to `epoch`. */
function mostZeros({ record }: Measures, epoch: number): number {
  const sizes = record.layers.map(({ inputs, outputs }) => inputs * outputs)
  const all = sizes.reduce((a, b) => a + b, 0)
  const looks = record.distributions.filter(each => each.epoch <= epoch)
  return largest([
    0,
    ...looks.map(look => sizes.reduce((sum, size, layer) => sum + size * (look.zeroGradient[layer] ?? 0), 0) / all)
  ])
}

const accuracies = (m: Measures, name: 'accuracy' | 'test_accuracy', epoch: number): number[] =>
  Array.from({ length: epoch }, (_, i) => m.curve(name, i + 1)).filter(value => value !== null)

/** The largest rise from one epoch to the next. */
const rise = (values: readonly number[]): number =>
  largest([0, ...values.slice(1).map((value, i) => value - values[i]!)])

/** Pairs of a local maximum and a minimum, in their order, that are far apart. */
function swings(values: readonly number[]): number {
  const inner = values.slice(1, -1).map((value, i) => [values[i]!, value, values[i + 2]!] as const)
  const highs = inner.filter(([a, b, c]) => b >= a && b >= c).map(([, b]) => b)
  const lows = inner.filter(([a, b, c]) => b <= a && b <= c).map(([, b]) => b)
  return highs.filter((high, i) => i < lows.length && high - lows[i]! >= SWING).length
}

const issue = (rule: string, means: RuleName, epoch: number, value: number, threshold: number): PeerFinding => ({
  ...{ rule, means, epoch, value, threshold },
  layers: means === 'vanishing_signal' || means === 'exploding_signal' ? [0] : []
})
