import type { RuleName } from '../../../src/diagnosis'
import type { RunRecord } from '../../../src/record'
import { TEXTS } from '../words/texts'
import { runVerdict, type RunVerdict, type ToldFinding } from '../words/verdict'
import { element, keepKeys, setSentence } from './dom'
import { FindingRow, type FindingActions, type Opened } from './findingRow'
import { keepFocus } from './keepFocus'
import { button } from './controls'

const { verdict: TEXT } = TEXTS

/** A run under way is judged anew after so many milliseconds: its rules go through all of its numbers. */
const JUDGE_EVERY_MS = 1000
/** Findings above the picture; the others are folded. */
const MOST = 3

/** The verdict on a run, one bold line above its picture, and below it what else was found, each with its reasons on demand. */
export class VerdictLine {
  readonly node = element('div', 'gradnb-verdict')
  private readonly line = element('p', 'gradnb-verdict-line')
  private readonly label = element('strong', 'gradnb-verdict-label')
  private readonly sentence = element('strong', '')
  private readonly course = element('span', 'gradnb-course')
  private readonly findings = element('div', '')
  private readonly others = button(TEXT.others, () => this.foldOthers(!this.othersShown))
  private readonly lesser = element('div', '')
  private readonly rows = new Map<RuleName, FindingRow>()
  private readonly opened = new Map<RuleName, Opened>()
  private silenced: readonly RuleName[] = []
  private told: readonly ToldFinding[] = []
  private othersShown = false
  private judged: RunRecord | null = null
  private judgedAt = -Infinity
  /** the last record of a run may come too early to be judged, with none after it */
  private later = 0

  constructor(private readonly actions: FindingActions) {
    this.line.append(this.label, this.sentence, this.course)
    this.node.append(this.line, this.findings, this.others, this.lesser)
    this.line.tabIndex = -1
    keepKeys(this.node)
  }

  /** The findings that the heatmap marks: the verdict's own, until a person says otherwise. */
  get marked(): readonly ToldFinding[] {
    return this.told.filter(({ rule }) => this.rows.get(rule)?.marked)
  }

  /** `brief`: the record is still being read, and what stands there may stay. */
  show(record: RunRecord, brief: boolean): void {
    clearTimeout(this.later)
    if (this.judged === record) return
    if (!this.isDue(record)) return void (this.later = window.setTimeout(() => this.judgeLate(record), JUDGE_EVERY_MS))
    const verdict = runVerdict(record, brief, this.silenced)
    if (verdict === null) return
    this.judged = record
    this.judgedAt = performance.now()
    keepFocus(
      this.node,
      () => this.tell(verdict),
      () => this.stand
    )
  }

  dispose(): void {
    clearTimeout(this.later)
  }

  /** Rules that a person does not want to hear; true if these are others than before. */
  silence(rules: readonly RuleName[]): boolean {
    if (rules.join() === this.silenced.join()) return false
    this.silenced = rules
    this.judged = null
    this.judgedAt = -Infinity
    return true
  }

  /** Opens the reasons of what `rule` found, and brings them into view. */
  explain(rule: RuleName): void {
    if (this.told.findIndex(each => each.rule === rule) >= this.loud) this.foldOthers(true)
    this.rows.get(rule)?.explain()
  }

  /** With the marks of what is found, which were drawn before. */
  private judgeLate(record: RunRecord): void {
    this.show(record, false)
    this.actions.judged()
  }

  /** Where the focus can be whatever is found: the first button, or else the sentence. */
  private get stand(): HTMLElement {
    const first = this.findings.querySelector<HTMLElement>('button:not([hidden])')
    return first ?? this.line
  }

  private tell(verdict: RunVerdict): void {
    const { tone, label, sentence, course, findings } = verdict
    this.told = findings
    this.node.dataset['tone'] = tone
    const isIll = tone === 'error' || tone === 'warning'
    this.line.hidden = isIll
    this.label.textContent = `${label}: `
    setSentence(this.sentence, sentence)
    setSentence(this.course, course === '' ? '' : ` ${course}`)
    const rows = findings.map((each, i) => this.row(each, i === 0 && isIll ? verdict : null))
    hold(this.findings, rows.slice(0, this.loud))
    hold(this.lesser, rows.slice(this.loud))
    this.others.textContent = TEXT.othersCounted(rows.length - this.loud)
    this.others.hidden = rows.length === this.loud
    this.foldOthers(this.othersShown)
  }

  /** How many findings stand there at once: those that are more than information. */
  private get loud(): number {
    return Math.min(MOST, this.told.filter(({ tone }) => tone !== 'info').length)
  }

  /** The verdict's own row says how the loss went, too. */
  private row(finding: ToldFinding, verdict: RunVerdict | null): HTMLElement {
    const { rule } = finding
    const opened = this.opened.get(rule) ?? { why: false, where: null }
    this.opened.set(rule, opened)
    const row = this.rows.get(rule) ?? new FindingRow(opened, this.actions)
    this.rows.set(rule, row)
    row.show(finding, verdict?.label ?? finding.label, verdict?.course ?? null)
    return row.node
  }

  private foldOthers(shown: boolean): void {
    this.othersShown = shown
    this.lesser.hidden = !shown
    this.others.setAttribute('aria-expanded', String(shown))
  }

  private isDue({ events }: RunRecord): boolean {
    return events.stop !== null || performance.now() - this.judgedAt >= JUDGE_EVERY_MS
  }
}

/** Makes `rows` the children of `node`; where they are already, nothing is moved. */
function hold(node: HTMLElement, rows: readonly HTMLElement[]): void {
  const isSame = rows.length === node.children.length && rows.every((row, i) => node.children[i] === row)
  if (!isSame) node.replaceChildren(...rows)
}
