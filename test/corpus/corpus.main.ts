/*
 * npm run corpus: how well the rules find and mend what is wrong with nets of which that is known, beside the published rules of two peers.
 *   --seeded, --wide, --reported, --held-out, --later, --fourth   only these
 *   --seed=N                           other seeded cases of the same kinds
 *   --no-repair                        only find                --verbose     a line a case
 *   --only=TEXT                        only those whose name contains this (not --seeded)
 */
import { standingOf } from '../../src/diagnosis'
import { ALL_JUDGED, markOf } from './judge'
import { fourthRuns, heldOutRuns, laterRuns, reportedRuns } from './reported'
import { BAD, badCases, GOOD, healthyCases, SEED } from './seeded/seededCases'
import { tallies, type CaseRun, type Tally, type Told } from './tally'

const flags = process.argv.slice(2)
const has = (flag: string): boolean => flags.includes(flag)
const valueOf = (flag: string): string | undefined =>
  flags.find(each => each.startsWith(`${flag}=`))?.slice(flag.length + 1)
const seed = Number(valueOf('--seed') ?? SEED)
const wanted = (id: string): boolean => id.includes(valueOf('--only') ?? '')

function* seeded(): Generator<CaseRun> {
  yield* badCases(undefined, seed)
  yield* healthyCases(undefined, seed)
}

function* wide(): Generator<CaseRun> {
  yield* badCases(4, seed, named(BAD.wide))
  yield* healthyCases(6, seed, named(GOOD.wide))
}

const named = <T>(families: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(families).filter(([name]) => wanted(name)))

function judge(title: string, runs: Iterable<CaseRun>): void {
  const all = tallies(runs, { repairs: !has('--no-repair'), ...(has('--verbose') ? { tell } : {}) })
  const order = (tally: Tally) => `${tally.half} ${ALL_JUDGED.indexOf(tally.rules)}`
  console.log(`\n${title}\nhalf    rules         bad  found  named   very  layer | good  false | repaired`)
  for (const tally of all.sort((a, b) => (order(a) < order(b) ? -1 : 1))) console.log(lineOf(tally))
}

function lineOf(t: Tally): string {
  const bad = [t.alarmed, t.named, t.very].map(part => share(part, t.bad)).join('  ')
  const good = `${String(t.good).padStart(4)}  ${share(t.falseAlarms, t.good)}`
  const about = `${t.half.padEnd(7)} ${t.rules.padEnd(11)} ${String(t.bad).padStart(5)}`
  return `${about}  ${bad}  ${share(t.rightLayer, t.layered)} | ${good} | ${share(t.repaired, t.tried)}`
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '    –' : `${((100 * part) / whole).toFixed(0).padStart(4)}%`

/** One case: what is wrong, what was said, what was tried. */
function tell({ run, said, repair }: Told): void {
  const mark = markOf(run, said)
  const notes = [
    run.fault === 'none' && mark.isAlarmed ? 'FALSE ALARM' : '',
    run.fault !== 'none' && !mark.isAcceptable ? 'MISSED' : '',
    mark.isAcceptable && !mark.isVery ? 'not the very cause' : '',
    mark.isRightLayer === false ? `WRONG LAYER, not ${run.layers!.join(' or ')}` : '',
    said.map(({ rule, layer }) => (layer === null ? rule : `${rule}@${layer}`)).join(' '),
    `at ${shareText(standingOf(run.record).share)} of a constant answer's loss`,
    mark.isAlarmed === (run.fault === 'none') ? JSON.stringify(run.cell) : '',
    repair !== null && repair.helped === null ? 'NOT REPAIRED' : '',
    ...(repair?.attempts ?? []).map(
      ({ titles, clears, isWorse, after }) =>
        `[${titles.join(' + ')}: ${clears ? 'clears' : 'stays'}${isWorse ? ', worse' : ''} ${shareText(after?.share ?? null)}]`
    )
  ]
  console.log(`${run.half.padEnd(7)} ${run.id.padEnd(40)} ${run.fault.padEnd(24)} ${notes.filter(Boolean).join(' · ')}`)
}

const shareText = (share: number | null): string => share?.toFixed(3) ?? '–'

const corpora = {
  '--seeded': () => judge('(a) seeded faults', seeded()),
  '--wide': () => judge('(w) seeded faults over wider ranges', wide()),
  '--reported': () => judge('(b) reported faults', reportedRuns(wanted)),
  '--held-out': () => judge('(c) reported faults that were held out', heldOutRuns(wanted)),
  '--later': () => judge('(d) reported faults that were collected after those', laterRuns(wanted)),
  '--fourth': () => judge('(e) reported faults that were collected last', fourthRuns(wanted))
}
const asked = Object.entries(corpora).filter(([flag]) => has(flag))
for (const [, run] of asked.length === 0 ? Object.entries(corpora) : asked) run()
