import type { RuleName } from '../../../src/diagnosis'
import { TEXTS } from '../words/texts'
import type { ToldFinding } from '../words/verdict'
import { element, setSentence } from './dom'
import { button } from './controls'

const { verdict: TEXT } = TEXTS

/** What of a finding a person has opened. */
export interface Opened {
  why: boolean
  /** null: as nobody chose, so that the heatmap marks the verdict's finding alone */
  where: boolean | null
}

export type TryRemedy = (rule: RuleName, title: string | null) => void

/** What a row asks of the figure. */
export interface FindingActions {
  /** marks in the heatmap come or go */
  marked(finding: ToldFinding, shown: boolean): void
  /** a record was judged after it had been drawn */
  judged(): void
  /** tries a remedy, or all until one helps (`title` null), in a cell below; null where nothing can insert one */
  remedy(): TryRemedy | null
}

/** One finding: its sentence, its reasons on demand, and whether the heatmap marks it. Kept while the run goes on. */
export class FindingRow {
  readonly node = element('div', 'gradnb-found')
  private readonly line = element('p', 'gradnb-found-line')
  private readonly label = element('strong', 'gradnb-verdict-label')
  private readonly sentence = element('span', '')
  private readonly rest = element('span', 'gradnb-course')
  private readonly whyButton = button(TEXT.why, () => this.openWhy(!this.opened.why))
  private readonly whereButton = button(TEXT.where, () => this.openWhere(!this.marked))
  private readonly repairButton = button(TEXT.repair, () => this.finding && this.remedy?.(this.finding.rule, null))
  private readonly reasons = element('div', 'gradnb-reasons')
  private finding: ToldFinding | null = null
  private remedy: TryRemedy | null = null
  private reasonsShown = ''
  private isVerdict = false

  constructor(
    private readonly opened: Opened,
    private readonly actions: FindingActions
  ) {
    const buttons = element('span', 'gradnb-found-buttons')
    this.repairButton.classList.add('gradnb-repair')
    buttons.append(this.whyButton, this.whereButton, this.repairButton)
    this.line.append(this.label, this.sentence, this.rest, buttons)
    this.node.append(this.line, this.reasons)
  }

  /** Whether the heatmap marks it. */
  get marked(): boolean {
    return this.opened.where ?? this.isVerdict
  }

  /** `rest` follows the sentence of the verdict: how the loss went. What is to be repaired is the verdict, too. */
  show(finding: ToldFinding, label: string, rest: string | null): void {
    this.finding = finding
    this.remedy = this.actions.remedy()
    this.isVerdict = rest !== null
    this.node.dataset['place'] = this.isVerdict ? 'verdict' : 'other'
    this.node.dataset['tone'] = finding.tone
    this.node.dataset['rule'] = finding.rule
    this.label.textContent = `${label}: `
    setSentence(this.sentence, finding.sentence)
    setSentence(this.rest, rest ? ` ${rest}` : '')
    this.repairButton.hidden = !this.isVerdict || this.remedy === null || finding.remedies.length === 0
    this.whyButton.setAttribute('aria-label', TEXT.whyOf(label))
    this.whereButton.setAttribute('aria-label', TEXT.whereOf(label, finding.place))
    this.whereButton.title = `${TEXT.where.hint}: ${finding.place}`
    this.whereButton.hidden = finding.layers.length === 0 && finding.epoch === null
    this.showReasons()
    this.whereButton.setAttribute('aria-pressed', String(this.marked))
  }

  /** Opens the reasons, and brings them into view. */
  explain(): void {
    this.openWhy(true)
    this.node.scrollIntoView({ block: 'nearest' })
    this.whyButton.focus()
  }

  private openWhy(shown: boolean): void {
    this.opened.why = shown
    this.showReasons()
  }

  private openWhere(shown: boolean): void {
    this.opened.where = shown
    this.whereButton.setAttribute('aria-pressed', String(shown))
    if (this.finding) this.actions.marked(this.finding, shown)
  }

  /** What is the same stays as it is, so that a button in it keeps the focus. */
  private showReasons(): void {
    this.whyButton.setAttribute('aria-expanded', String(this.opened.why))
    this.reasons.hidden = !this.opened.why
    const finding = this.opened.why ? this.finding : null
    const reasons = JSON.stringify([finding, this.remedy === null])
    if (reasons === this.reasonsShown) return
    this.reasonsShown = reasons
    this.reasons.replaceChildren(...(finding ? reasonsOf(finding, this.remedy) : []))
  }
}

function reasonsOf(finding: ToldFinding, remedy: TryRemedy | null): HTMLElement[] {
  const { why, formula, evidence } = finding
  const list = element('ul', '')
  list.append(...evidence.map(sentence => element('li', '', sentence)))
  return [
    element('p', '', why),
    element('p', 'gradnb-formula', formula),
    ...(evidence.length > 0 ? [element('p', '', TEXT.evidence), list] : []),
    ...remediesOf(finding, remedy)
  ]
}

/** Buttons that try what may help; words where nothing can be tried. */
function remediesOf({ rule, label, help, remedies }: ToldFinding, remedy: TryRemedy | null): HTMLElement[] {
  if (remedies.length === 0) return []
  if (remedy === null) return [element('p', '', help)]
  const line = element('div', 'gradnb-remedies', TEXT.remedies)
  line.setAttribute('role', 'group')
  line.setAttribute('aria-label', TEXT.remediesOf(label))
  line.append(...remedies.map(title => button({ text: title, hint: TEXT.remedyHint }, () => remedy(rule, title))))
  return [line]
}
