import { SWEEP_TEXTS } from '../../diagnosis'
import { FATES, type Fate, type FateCounts } from '../../record'

/** All that a sweep's text says beside its verdict. */
export const SWEEP_TEXT_WORDS = {
  title: (name: string | null, data: string, runs: number, factors: readonly string[]) =>
    `${name === null ? '' : `${name} — `}${data}; ${counted(runs, 'run')}${factors.length === 0 ? '' : `: ${factors.join(' × ')}`}`,
  variants: (count: number) => counted(count, 'variant'),
  parameter: (name: string, values: number) => `${name} (${values})`,
  seeds: (count: number) => counted(count, 'seed'),
  drawn: (names: readonly string[]) => `random ${names.join(', ')}`,
  group: 'group',
  runs: 'runs',
  strips: 'delta by layer',
  onlyGroup: 'all runs',
  noScore: '–',
  /** "5 runs", "5 runs: 2 diverged, 1 did not learn" */
  fates: (fates: FateCounts, runs: number) => {
    const told = FATES.filter(fate => fate !== 'learned' && fates[fate] > 0).map(
      fate => `${fates[fate]} ${nameOf(fate, fates[fate])}`
    )
    return told.length === 0 ? String(runs) : `${runs}: ${told.join(', ')}`
  },
  differences: 'The experiments differ in:',
  same: 'The experiments are the same.',
  difference: (key: string, values: readonly string[]) => `  ${key}: ${values.join(' | ')}`,
  legend: (low: string, steps: string, high: string) => [
    'delta of the median run, input side first: before training │ in the last epoch;',
    `1e${low} ${steps} 1e${high} (log; brighter is larger; 0 zero, × NaN or infinity)`
  ]
}

const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`

const nameOf = (fate: Fate, count: number): string =>
  fate === 'learned' ? '' : fate === 'missing' && count === 1 ? SWEEP_TEXTS.oneMissing : SWEEP_TEXTS.fates[fate]
