import { audible, diagnose, findingLines, findingsOfPeer, verdictOf, type Finding, type PeerName } from '../diagnosis'
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
import { treatmentJson, type Treatment } from './treatment'
import type { Ward } from './ward'

/** What was found in one cell. */
export class Examination {
  private constructor(
    readonly cell: CellText,
    private readonly name: string,
    readonly record: RunRecord,
    private readonly findings: readonly Finding[]
  ) {}

  /** Trains `cell`. Null, with a sentence on stderr, where that was not possible. */
  static async of(ward: Ward, cell: CellText): Promise<Examination | null> {
    const experiment = experimentOf(ward, cell)
    if (experiment === null) return null
    try {
      const record = await trainCell(experiment, ward.place, ward.client, ward)
      if (ward.signal.aborted) return null
      const findings = audible(diagnose(record), cell.silenced)
      return new Examination(cell, experiment.name ?? dataName(experiment.dataset), record, findings)
    } catch (error) {
      if (ward.signal.aborted) return null
      if (!(error instanceof RunFailed)) throw error
      complain(`gradnb: ${ward.file}: cell ${called(cell)}: ${error.message}`)
      return null
    }
  }

  /** Nothing is wrong. */
  get isWell(): boolean {
    return this.findings.every(({ severity }) => severity === 'info')
  }

  lines(): string[] {
    const { tone, label, sentence, course } = verdictOf(this.record, this.findings)
    const head = CLI_TEXTS.doctor.verdict(this.name, tone === 'healthy' ? `${label}: ${sentence}` : label, course)
    const findings = this.findings.flatMap(findingLines).map(line => `  ${line}`)
    return [head, ...findings].map(visibleLine)
  }

  peerLines(peer: PeerName): string[] {
    const found = findingsOfPeer(peer, this.record).map(({ message }) => `  ${message}`)
    return found.length > 0 ? found : [`  ${CLI_TEXTS.doctor.peerSilent(peer)}`]
  }

  /** `treatment`: what was tried; null of nothing. */
  json(treatment: Treatment | null): object {
    const { cell, name } = this
    return {
      ...{ name, cell: cell.index === null ? null : cell.index + 1 },
      findings: findingsJson(this.record, cell.silenced),
      repair: treatment === null ? null : treatmentJson(treatment)
    }
  }
}

/** The single experiment of a cell; null, with a sentence on stderr, where there is none. */
function experimentOf({ file, texts, limits }: Ward, cell: CellText): Experiment | null {
  const result = parseCell(cell.text, { cells: texts, limits })
  if (!result.ok) result.problems.forEach(problem => complain(problemLine(file, cell, problem)))
  else if (result.cell.kind === 'run') return result.cell.experiment
  else complain(`gradnb: ${file}: ${CLI_TEXTS.doctor.manyRuns(called(cell))}`)
  return null
}
