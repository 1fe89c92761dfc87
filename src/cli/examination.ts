import {
  audible,
  diagnose,
  findingLines,
  findingsOfPeer,
  repairText,
  verdictOf,
  type Finding,
  type PeerName
} from '../diagnosis'
import { findingsJson } from '../export'
import { dataName, parseCell, type Experiment } from '../experiment'
import type { RunRecord } from '../record'
import { visibleLine } from '../text'
import { RunFailed } from '../worker'
import { called } from './chosenCells'
import { problemLine, type CellText } from './input'
import { complain } from './print'
import { CLI_TEXTS } from './texts'
import { trainCell } from './trainCell'
import { attemptLines, treat, treatmentJson, type Treatment } from './treatment'
import type { Ward } from './ward'

/** What was found in one cell, and done about it. */
export class Examination {
  private constructor(
    private readonly cell: CellText,
    private readonly name: string,
    readonly record: RunRecord,
    private readonly findings: readonly Finding[],
    private readonly treatment: Treatment | null
  ) {}

  /** Trains `cell` and, where something is wrong and `ward` asks for it, tries remedies. Null, with a sentence on stderr, where that was not possible. */
  static async of(ward: Ward, cell: CellText): Promise<Examination | null> {
    const experiment = experimentOf(ward, cell)
    if (experiment === null) return null
    try {
      const record = await trainCell(experiment, ward.place, ward.client, ward)
      if (ward.signal.aborted) return null
      const findings = audible(diagnose(record), cell.silenced)
      const isIll = findings.some(({ severity }) => severity !== 'info')
      const treatment = ward.fixes && isIll ? await treat(ward, cell, record) : null
      return new Examination(cell, experiment.name ?? dataName(experiment.dataset), record, findings, treatment)
    } catch (error) {
      if (ward.signal.aborted) return null
      if (!(error instanceof RunFailed)) throw error
      complain(`gradnb: ${ward.file}: cell ${called(cell)}: ${error.message}`)
      return null
    }
  }

  /** Nothing is wrong, or a remedy has cleared it. */
  get isWell(): boolean {
    return (
      this.findings.every(({ severity }) => severity === 'info') || (this.treatment?.repair.helped ?? null) !== null
    )
  }

  lines(): string[] {
    const { tone, label, sentence, course } = verdictOf(this.record, this.findings)
    const head = CLI_TEXTS.doctor.verdict(this.name, tone === 'healthy' ? `${label}: ${sentence}` : label, course)
    const findings = this.findings.flatMap(findingLines).map(line => `  ${line}`)
    return [head, ...findings, ...this.treatmentLines()].map(visibleLine)
  }

  peerLines(peer: PeerName): string[] {
    const found = findingsOfPeer(peer, this.record).map(({ message }) => `  ${message}`)
    return found.length > 0 ? found : [`  ${CLI_TEXTS.doctor.peerSilent(peer)}`]
  }

  json(): object {
    const { cell, name, treatment } = this
    return {
      ...{ name, cell: cell.index === null ? null : cell.index + 1 },
      findings: findingsJson(this.record, cell.silenced),
      repair: treatment === null ? null : treatmentJson(treatment)
    }
  }

  private treatmentLines(): string[] {
    if (this.treatment === null) return []
    const { repair, text, comparison, isSaved } = this.treatment
    const told = [...attemptLines(this.treatment), repairText(repair)].map(line => `  ${line}`)
    if (text === null) return told
    const where = isSaved ? CLI_TEXTS.doctor.inserted : CLI_TEXTS.doctor.notInserted
    const below = isSaved && comparison !== null ? [`  ${CLI_TEXTS.doctor.compared}`] : []
    return [...told, `  ${where}`, ...text.split('\n').map(line => `    ${line}`), ...below]
  }
}

/** The single experiment of a cell; null, with a sentence on stderr, where there is none. */
function experimentOf({ file, texts }: Ward, cell: CellText): Experiment | null {
  const result = parseCell(cell.text, { cells: texts })
  if (!result.ok) result.problems.forEach(problem => complain(problemLine(file, cell, problem)))
  else if (result.cell.kind === 'run') return result.cell.experiment
  else complain(`gradnb: ${file}: ${CLI_TEXTS.doctor.manyRuns(called(cell))}`)
  return null
}
