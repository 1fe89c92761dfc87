import type { Cell } from './cell'
import { crossProblems } from './checks'
import type { Experiment } from './experiment'
import { DEFAULT_LIMITS, type Limits } from './limits'
import { plainCell } from './plainCell'
import { problemsOf, wholeNumbers, type Untold } from './problems/issues'
import type { Problem } from './problems/problem'
import { told } from './problems/told'
import { resolve } from './resolve'
import { experimentSchema } from './schema/experiment'
import { YamlSource, type Source } from './source'
import { CellNames } from './sweep/cellNames'
import { inherited } from './sweep/inherit'
import { readCompare } from './sweep/readCompare'
import { readRuns } from './sweep/readRuns'
import { Report } from './sweep/report'
import type { Written } from './sweep/written'
import { TEXTS } from './texts/texts'

/** What a cell is read with. */
export interface Surroundings {
  /** the texts of all experiment cells of its notebook, this one among them: `extends` and `compare` look for names there */
  readonly cells?: readonly string[]
  readonly limits?: Limits
}

/** A cell that can run, or everything that is wrong with it. */
export type CellResult =
  { readonly ok: true; readonly cell: Cell } | { readonly ok: false; readonly problems: readonly Problem[] }

/**
 * Reads a cell in stages: YAML, then what it extends, short forms spelled out, the schema, what needs several keys at once, and its
 * runs. Each stage reports all it finds; the next runs only on what the last accepted. Never throws for what a cell says, and
 * no run is made before it is asked for.
 */
export function parseCell(text: string, { cells = [], limits = DEFAULT_LIMITS }: Surroundings = {}): CellResult {
  const { result } = new CellReader(new CellNames(cells), limits).read(text)
  return 'problems' in result ? { ok: false, problems: told(result.problems, text) } : { ok: true, cell: result.cell }
}

/** The same of a cell that must be a single experiment. */
export type ParseResult =
  { readonly ok: true; readonly experiment: Experiment } | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the cell of a single experiment. */
export const parseExperiment = (text: string, around: Surroundings = {}): ParseResult =>
  single(text, parseCell(text, around))

/** What `text`, read already, says of a single experiment. */
export function single(text: string, result: CellResult): ParseResult {
  if (!result.ok) return result
  return result.cell.kind === 'run'
    ? { ok: true, experiment: result.cell.experiment }
    : { ok: false, problems: [severalRuns(text)] }
}

function severalRuns(text: string): Problem {
  const source = new YamlSource(text)
  const key = ['compare', 'sweep', 'variants', 'seeds'].find(key => key in (source.toValue() as object))!
  return { code: 'conflict', message: TEXTS.sweeps.manyRuns(key), ...source.rangeOfKey([key]) }
}

type Found = { readonly problems: readonly (Problem | Untold)[] } | { readonly cell: Cell }

/** A cell that was read, and its mapping for those that extend it. */
interface Read {
  readonly result: Found
  readonly written: Written | null
}

/** Reads a cell, and those that it names. */
export class CellReader {
  constructor(
    private readonly names: CellNames,
    private readonly limits: Limits
  ) {}

  read(text: string): Read {
    const source = new YamlSource(text)
    const refused = (problems: readonly (Problem | Untold)[]): Read => ({ result: { problems }, written: null })
    if (source.problems.length > 0) return refused(source.problems)
    const plain = plainCell(source)
    if (!plain.ok) return refused(source.structure.length > 0 ? source.structure : [plain.problem])
    const taken = inherited(plain.value, source, this.names, base => this.readBase(base))
    if ('problem' in taken) return refused([taken.problem])
    const { written, places } = taken
    return { written, result: this.resultOf(written, places) }
  }

  private readBase(text: string): { readonly written: Written } | { readonly problem: Problem } {
    const { result, written } = this.read(text)
    return 'problems' in result ? { problem: told(result.problems, text)[0]! } : { written: written! }
  }

  private resultOf(written: Written, source: Source): Found {
    const { blocks, cell } = written
    if ('compare' in blocks) return readCompare(written, source, this.names, text => this.cellIn(text))
    if (!('variants' in blocks || 'sweep' in blocks || 'seeds' in blocks)) return oneRun(cell, source, this.limits)
    const report = new Report(source)
    const expansion = readRuns(written, report, this.limits)
    if (expansion === null) return { problems: report.problems }
    const { experiment } = expansion.run(0)
    return { cell: { kind: 'sweep', name: experiment.name, expansion, first: experiment } }
  }

  private cellIn(text: string): Cell | null {
    const { result } = this.read(text)
    return 'cell' in result ? result.cell : null
  }
}

function oneRun(cell: Readonly<Record<string, unknown>>, source: Source, limits: Limits): Found {
  const parsed = experimentSchema.safeParse(cell, { error: wholeNumbers })
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, cell, source) }
  const problems = crossProblems(parsed.data, source, limits)
  return problems.length > 0 ? { problems } : { cell: { kind: 'run', experiment: resolve(parsed.data) } }
}
