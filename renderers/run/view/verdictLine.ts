import type { RunRecord } from '../../../src/record'
import { runVerdict } from '../words/verdict'
import { element } from './dom'

/** A run under way is judged anew after so many milliseconds: its rules go through all of its numbers. */
const JUDGE_EVERY_MS = 1000

/** The verdict on a run, one bold line above its picture, and below it what else was found. */
export class VerdictLine {
  readonly node = element('div', 'gradnb-verdict')
  private readonly label = element('strong', 'gradnb-verdict-label')
  private readonly sentence = element('strong', '')
  private readonly course = element('span', 'gradnb-course')
  private readonly evidence = element('p', 'gradnb-evidence')
  private judged: RunRecord | null = null
  private judgedAt = -Infinity

  constructor() {
    const line = element('p', 'gradnb-verdict-line')
    line.append(this.label, this.sentence, this.course)
    this.node.append(line, this.evidence)
  }

  /** `brief`: the record is still being read, and what stands there may stay. */
  show(record: RunRecord, brief: boolean): void {
    if (this.judged === record || !this.isDue(record)) return
    const verdict = runVerdict(record, brief)
    if (verdict === null) return
    this.judged = record
    this.judgedAt = performance.now()
    this.node.dataset['tone'] = verdict.tone
    this.label.textContent = `${verdict.label}: `
    this.sentence.textContent = verdict.sentence
    this.course.textContent = verdict.course === '' ? '' : ` ${verdict.course}`
    this.evidence.textContent = verdict.evidence
    this.evidence.hidden = verdict.evidence === ''
  }

  private isDue({ events }: RunRecord): boolean {
    return events.stop !== null || performance.now() - this.judgedAt >= JUDGE_EVERY_MS
  }
}
