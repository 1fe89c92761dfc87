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
  if (isNotFinite(m)) return [issue('explode', 'exploding_signal', m.record.events.nonfinite?.epoch ?? m.last, 0, 0)]
  for (let epoch = Math.max(1, Math.ceil(JUDGED_FROM * record.epochs)); epoch <= m.last; epoch++) {
    const found = judged(m, epoch)
    if (found !== null) return [found]
  }
  return []
}

const isNotFinite = (m: Measures): boolean =>
  m.record.events.nonfinite !== null ||
  (m.last > 0 && !((m.curve('test_loss', m.last) ?? m.curve('loss', m.last) ?? NaN) < LARGEST_LOSS))

/** What is wrong after `epoch`: a cause only where accuracy is low or stands still. */
function judged(m: Measures, epoch: number): PeerFinding | null {
  const train = accuracies(m, 'accuracy', epoch)
  const test = accuracies(m, 'test_accuracy', epoch)
  if (train.length === 0) return null
  const isLow = Math.min(largest(train), test.length === 0 ? Infinity : largest(test)) < ACCURATE
  const isSlow = rise(train) < SLOW && (test.length === 0 || rise(test) < SLOW)
  if (isLow || isSlow)
    return cause(m, epoch) ?? (isSlow ? issue('not_converge', 'loss_not_decreasing', epoch, rise(train), SLOW) : null)
  const share = swings(train) / train.length
  return share >= SWING_SHARE ? issue('unstable', 'oscillating_loss', epoch, share, SWING_SHARE) : null
}

function cause(m: Measures, epoch: number): PeerFinding | null {
  const last = m.record.layers.length - 1
  const zeros = zeroShare(m, epoch)
  if (zeros >= ZERO_SHARE) return issue('relu', 'dead_relu', epoch, zeros, ZERO_SHARE)
  for (let at = 0; at <= epoch; at++) {
    const first = m.log('weight_gradient_l2', at, 0)
    const ratio = 10 ** (first - m.log('weight_gradient_l2', at, last))
    if (ratio > EXPLODING_RATIO) return issue('explode', 'exploding_signal', at, ratio, EXPLODING_RATIO)
    if (ratio < VANISHING_RATIO && 10 ** first < VANISHING_NORM)
      return issue('vanish', 'vanishing_signal', at, ratio, VANISHING_RATIO)
  }
  return null
}

/** The share of zeros in the gradient of all weights, of the last look up to `epoch`. */
function zeroShare({ record }: Measures, epoch: number): number {
  const look = record.distributions.filter(each => each.epoch <= epoch).at(-1)
  if (look === undefined) return 0
  const sizes = record.layers.map(({ inputs, outputs }) => inputs * outputs)
  const zeros = sizes.reduce((sum, size, layer) => sum + size * (look.zeroGradient[layer] ?? 0), 0)
  return zeros / sizes.reduce((a, b) => a + b, 0)
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
