import { crossProblems } from '../checks'
import type { Limits } from '../limits'
import { problemsOf, type Untold } from '../problems/issues'
import type { Problem } from '../problems/problem'
import { quoted, shortened } from '../problems/words'
import type { ParsedCell } from '../schema/experiment'
import type { Source } from '../source'
import { TEXTS } from '../texts/texts'
import { isWithin } from './override'
import type { Expansion, Look } from './expansion'
import type { Report } from './report'
import type { KeyFailure } from './runReader'
import { RunSource } from './sources'

/** More problems are not told anyway. */
const ENOUGH = 60
/** Layers of all runs together whose keys are held against each other; what lies beyond is found when it runs. */
const MOST_LAYERS = 10_000_000

/** What is wrong with any run of a cell, each thing once, at its value's place. */
export function runProblems(expansion: Expansion, source: Source, limits: Limits): Problem[] {
  const found = new Map<string, Problem>()
  const told = new Set<KeyFailure>()
  let layers = 0
  for (let index = 0; index < expansion.count && found.size < ENOUGH; index += expansion.repeats) {
    const look = expansion.look(index)
    if ('cell' in look && (layers += look.cell.hidden_layers.length + 1) > MOST_LAYERS) break
    if ('failures' in look && look.failures.every(failure => told.has(failure))) continue
    for (const [key, problem] of problemsOfRun(look, index, expansion, source, limits))
      if (!found.has(key)) found.set(key, problem)
    if ('failures' in look) look.failures.forEach(failure => told.add(failure))
  }
  return [...found.values()]
}

/** Each problem with what it is known by: the same thing in another run is no other problem. */
function* problemsOfRun(
  look: Look,
  index: number,
  { says, count }: Expansion,
  source: Source,
  limits: Limits
): Iterable<[string, Problem]> {
  const places = new RunSource(source, look.overrides)
  if ('failures' in look) {
    for (const problem of failed(look.failures, places)) yield [keyOf(problem, isDrawn(look)), problem]
    return
  }
  for (const untold of crossProblems(look.cell, places, limits)) {
    const problem = untold()
    const { suggestion: _, ...plain } = problem
    const message = count === 1 ? problem.message : TEXTS.sweeps.inRun(problem.message, index, valuesOf(look))
    yield [keyOf(problem, isDrawn(look)), { ...plain, message }]
  }
  if (says.seeds !== null && beyond(look.cell, says.seeds))
    yield ['seeds', { code: 'out-of-range', message: TEXTS.sweeps.lastSeed(look.cell.seed, says.seeds), ...source.rangeOf(['seeds']) }] // prettier-ignore
}

/** Numbers that are drawn differ in every run: of such a place the first problem of a kind tells enough. */
const keyOf = ({ start, end, code, message }: Problem, isDrawn: boolean): string =>
  `${start} ${end} ${code} ${isDrawn ? '' : message}`

const isDrawn = ({ values }: Look): boolean => values.some(({ id }) => id === null)

const failed = (failures: Extract<Look, { failures: unknown }>['failures'], places: Source): Problem[] =>
  failures.flatMap(({ key, value, issues }) =>
    problemsOf(issues, { [key]: value }, places).map((untold: Untold) => inPlace(untold()))
  )

/** Moving a key into its home is a change of a single cell's text. */
const inPlace = ({ home: _, ...problem }: Problem): Problem => problem

const beyond = ({ seed }: ParsedCell, seeds: number): boolean => seed + seeds - 1 > LAST_SEED
const LAST_SEED = 0xffffffff

/** "narrow, optimizer.learning_rate 0.1" */
function valuesOf({ variant, values }: Look): string {
  const parameters = values.map(({ path, value }) => `${shortened(path.join('.'))} ${quoted(value)}`)
  return [...(variant === null ? [] : [shortened(variant.label)]), ...parameters].join(', ')
}

/** Values of a variant that every run of the sweep replaces. */
export function checkOverruled({ says }: Expansion, report: Report): void {
  for (const { label, overrides } of says.variants)
    for (const { path, key } of overrides) {
      const parameter = says.combinations?.parameters.find(parameter => isWithin(path, parameter.path))
      if (parameter !== undefined)
        report.key('conflict', key, TEXTS.sweeps.overruled(shortened(parameter.name), shortened(label)))
    }
}
