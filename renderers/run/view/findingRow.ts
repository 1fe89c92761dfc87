import type { RuleName } from '../../../src/diagnosis'
import { TEXTS } from '../words/texts'
import type { ToldFinding } from '../words/verdict'
import { element } from './dom'
import { button } from './toolbar'

const { verdict: TEXT } = TEXTS

/** What of a finding a person has opened. */
export interface Opened {
  why: boolean
  where: boolean
}

export type TryRemedy = (rule: RuleName, title: string | null) => void

/** What a row asks of the figure. */
export interface FindingActions {
  /** marks in the heatmap come or go */
  marked(finding: ToldFinding, shown: boolean): void
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
  private readonly whereButton = button(TEXT.where, () => this.openWhere(!this.opened.where))
  private readonly reasons = element('div', 'gradnb-reasons')
  private finding: ToldFinding | null = null

  constructor(
    private readonly opened: Opened,
    private readonly actions: FindingActions
  ) {
    const buttons = element('span', 'gradnb-found-buttons')
    buttons.append(this.whyButton, this.whereButton)
    this.line.append(this.label, this.sentence, this.rest, buttons)
    this.node.append(this.line, this.reasons)
  }

  /** `rest` follows the sentence: how the loss went. */
  show(finding: ToldFinding, label: string, rest = ''): void {
    this.finding = finding
    this.node.dataset['tone'] = finding.tone
    this.node.dataset['rule'] = finding.rule
    this.label.textContent = `${label}: `
    this.sentence.textContent = finding.sentence
    this.rest.textContent = rest === '' ? '' : ` ${rest}`
    this.whyButton.setAttribute('aria-label', TEXT.whyOf(label))
    this.whereButton.setAttribute('aria-label', TEXT.whereOf(label, finding.place))
    this.whereButton.title = `${TEXT.where.hint}: ${finding.place}`
    this.whereButton.hidden = finding.layers.length === 0 && finding.epoch === null
    this.showReasons()
    this.whereButton.setAttribute('aria-pressed', String(this.opened.where))
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

  private showReasons(): void {
    this.whyButton.setAttribute('aria-expanded', String(this.opened.why))
    this.reasons.hidden = !this.opened.why
    this.reasons.replaceChildren(...(this.finding && this.opened.why ? reasonsOf(this.finding, this.actions) : []))
  }
}

function reasonsOf(finding: ToldFinding, actions: FindingActions): HTMLElement[] {
  const { why, formula, evidence } = finding
  const list = element('ul', '')
  list.append(...evidence.map(sentence => element('li', '', sentence)))
  return [
    element('p', '', why),
    element('p', 'gradnb-formula', formula),
    ...(evidence.length > 0 ? [element('p', '', TEXT.evidence), list] : []),
    ...remediesOf(finding, actions)
  ]
}

/** Buttons that try what may help; words where nothing can be tried. */
function remediesOf({ rule, help, remedies }: ToldFinding, actions: FindingActions): HTMLElement[] {
  const remedy = actions.remedy()
  if (remedies.length === 0) return []
  if (remedy === null) return [element('p', '', help)]
  const line = element('p', 'gradnb-remedies', TEXT.remedies)
  const each = remedies.map(title => button({ text: title, hint: TEXT.remedyHint }, () => remedy(rule, title)))
  line.append(
    ...each,
    button(TEXT.repair, () => remedy(rule, null))
  )
  return [line]
}
