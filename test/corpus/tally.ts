import type { Repair } from '../../src/diagnosis'
import type { RunRecord } from '../../src/record'
import type { CorpusCase } from './corpusCase'
import { ALL_JUDGED, markOf, saidBy, type Judged, type Said } from './judge'
import { tryRepair } from './tryRepair'

/** A case with its run. */
export type CaseRun = CorpusCase & { readonly record: RunRecord }

/** How one set of rules did on one half of a corpus. */
export interface Tally {
  readonly half: CorpusCase['half']
  readonly rules: Judged
  bad: number
  /** bad cells about which anything was said */
  alarmed: number
  /** … about which something right was said */
  named: number
  /** … whose very fault was named */
  very: number
  /** named faults that sit in a layer, and those whose layer was right */
  layered: number
  rightLayer: number
  good: number
  falseAlarms: number
  /** bad cells that a repair was tried on, and those where it helped */
  tried: number
  repaired: number
}

/** What was found of one case by our rules, for whoever wants to look. */
export interface Told {
  readonly run: CaseRun
  readonly said: readonly Said[]
  readonly repair: Repair | null
}

export interface Judging {
  readonly repairs: boolean
  tell?(told: Told): void
}

/** How all rules did on `runs`, half by half. */
export function tallies(runs: Iterable<CaseRun>, { repairs, tell }: Judging): Tally[] {
  const all: Tally[] = []
  const of = (half: Tally['half'], rules: Judged): Tally => {
    const there = all.find(each => each.half === half && each.rules === rules)
    if (there !== undefined) return there
    all.push(empty(half, rules))
    return all.at(-1)!
  }
  for (const run of runs) {
    for (const rules of ALL_JUDGED) count(of(run.half, rules), run, saidBy(rules, run.record))
    const repair = repairs && run.fault !== 'none' ? tryRepair(run.cell, run.files, run.record) : null
    if (repair !== null) countRepair(of(run.half, 'gradnb'), repair)
    tell?.({ run, said: saidBy('gradnb', run.record), repair })
  }
  return all
}

const empty = (half: Tally['half'], rules: Judged): Tally => ({
  ...{ half, rules, bad: 0, alarmed: 0, named: 0, very: 0, layered: 0, rightLayer: 0 },
  ...{ good: 0, falseAlarms: 0, tried: 0, repaired: 0 }
})

function count(tally: Tally, run: CaseRun, said: readonly Said[]): void {
  const mark = markOf(run, said)
  if (run.fault === 'none') {
    tally.good++
    tally.falseAlarms += Number(mark.isAlarmed)
    return
  }
  tally.bad++
  tally.alarmed += Number(mark.isAlarmed)
  tally.named += Number(mark.isAcceptable)
  tally.very += Number(mark.isVery)
  tally.layered += Number(mark.isRightLayer !== null)
  tally.rightLayer += Number(mark.isRightLayer === true)
}

function countRepair(tally: Tally, { helped }: Repair): void {
  tally.tried++
  tally.repaired += Number(helped !== null)
}
