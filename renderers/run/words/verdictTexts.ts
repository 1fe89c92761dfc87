/** What stands with the findings of a run. */
export const VERDICT_TEXTS = {
  why: { text: 'why', hint: 'Why this happens, with this run’s numbers' },
  where: { text: 'where', hint: 'Mark it in the heatmap' },
  /** for screen readers: which finding a button belongs to */
  whyOf: (label: string) => `why: ${label}`,
  whereOf: (label: string, place: string) => `where: ${label}, ${place}`,
  marked: (place: string) => `marked in the heatmap: ${place}`,
  unmarked: (label: string) => `${label} is no longer marked`,
  others: { text: 'also found', hint: 'What else the rules found; it matters less' },
  othersCounted: (many: number) => `also found (${many})`,
  evidence: 'Other signs of it:',
  remedies: 'Try below:',
  /** for screen readers */
  remediesOf: (label: string) => `what may help: ${label}`,
  tried: (title: string) => `a cell below tries: ${title}`,
  repairing: 'remedies are tried until one helps',
  repair: { text: 'Repair', hint: 'Try remedies with the same seed until one helps, and insert that below' },
  remedyHint: 'Insert a cell below that extends this one with it, and run it with the same seed',
  place: (layers: string, when: string) => [layers, when].filter(part => part !== '').join(', '),
  beforeTraining: 'before any update',
  since: (epoch: number) => `since epoch ${epoch}`,
  wholeRun: 'the whole run',
  range: (first: string, last: string) => `${first} to ${last}`
}
