import { grouped } from '../../text'
import type { Limits } from '../limits'
import { quoted } from '../problems/words'
import { unknownKey } from '../problems/unknownKey'
import { experimentSchema } from '../schema/experiment'
import { TEXTS } from '../texts/texts'
import { checkOverruled, runProblems } from './checkRuns'
import { Expansion } from './expansion'
import { readSweep } from './readSweep'
import { readVariants } from './readVariants'
import type { Report } from './report'
import type { Written } from './written'

/** The stage `expand`: the runs of a cell, none of them made yet; null where anything is wrong with them, which is reported. */
export function readRuns({ cell, blocks, labels }: Written, report: Report, limits: Limits): Expansion | null {
  const { variants, sweep, seeds } = blocks
  let ids = 0
  const nextId = (): number => ids++
  const says = {
    variants: variants === undefined ? [] : readVariants(variants, labels, report, nextId),
    combinations: sweep === undefined ? null : readSweep(sweep, report, nextId),
    seeds: seeds === undefined ? null : seedsOf(seeds, report)
  }
  for (const key of Object.keys(cell))
    if (!(key in experimentSchema.shape)) report.problems.push(unknownKey(key, [], cell, report.source))
  if (report.problems.length > 0) return null
  const expansion = new Expansion(cell, says)
  checkOverruled(expansion, report)
  checkCount(expansion, report, limits)
  if (report.problems.length === 0) report.problems.push(...runProblems(expansion, report.source, limits))
  return report.problems.length > 0 ? null : expansion
}

function seedsOf(written: unknown, report: Report): number | null {
  if (Number.isSafeInteger(written) && (written as number) >= 1) return written as number
  if (Array.isArray(written)) report.value('wrong-type', ['seeds'], TEXTS.sweeps.seedList(written.length))
  else report.value('out-of-range', ['seeds'], TEXTS.sweeps.seeds(quoted(written)))
  return null
}

function checkCount({ count, says }: Expansion, report: Report, { runs }: Limits): void {
  if (count <= runs) return
  const key = says.combinations !== null ? 'sweep' : says.seeds !== null ? 'seeds' : 'variants'
  const many = Number.isSafeInteger(count) ? grouped(count) : TEXTS.sweeps.moreThan(Number.MAX_SAFE_INTEGER)
  report.key('limit', [key], TEXTS.sweeps.tooManyRuns(many, runs))
}
