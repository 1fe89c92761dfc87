import { count, number } from './numbers'

/** What is said of a repair: what was tried, and what came of it. */
export const REPAIR_TEXTS = {
  /** Several changes at once. */
  together: (titles: readonly string[]) =>
    titles.map((title, i) => (i === 0 ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`)).join('; '),
  attempt: (what: string, came: string) => `${what}: ${came}.`,
  notRun: 'the cell could not be run like that',
  clears: (rule: string) => `“${rule}” is gone`,
  stays: (rule: string) => `“${rule}” is still there`,
  instead: (rules: readonly string[]) => `${rules.map(rule => `“${rule}”`).join(' and ')} instead`,
  loss: (before: number, after: number) => `loss ${number(before)} → ${number(after)}`,
  notFinite: 'the loss is no longer finite',
  /** The same loss on the scale of each run's own data. */
  share: (before: number, after: number) =>
    `loss ${number(100 * before)} % → ${number(100 * after)} % of that of a constant answer`,
  worse: 'which is worse',
  useless: 'which is still far above that of a constant answer',
  came: (parts: readonly string[]) => parts.join(', '),
  helped: (what: string) => `What helped: ${what}.`,
  nothing: (tried: number, rule: string) =>
    tried === 0
      ? `There is no remedy to try for “${rule}”.`
      : `None of the ${count(tried, 'remedy').replace(/remedys$/, 'remedies')} that were tried cleared “${rule}” without making the loss worse.`
}
