import { METRIC_NAMES, metricsOf, type MetricName } from '../../../../src/record'
import type { SweepLook, SweepScene } from '../../chart/sweep/sweepScene'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName } from '../../words/sweepWords'
import { scoreText } from '../../../../src/diagnosis'
import { button, group, labelled, option, statusLine } from '../controls'
import { element, keepKeys } from '../dom'

export type SweepTakeAway = 'copy' | 'png' | 'svg' | 'csv' | 'copyTable'

/** What of a sweep's figure a person can choose. */
export interface SweepChoice extends SweepLook {
  readonly metric?: MetricName
  readonly level?: number
}

export interface SweepToolbarActions {
  choose(choice: SweepChoice): void
  take(what: SweepTakeAway): void
}

const TAKE_AWAY = ['copy', 'png', 'svg', 'csv', 'copyTable'] as const satisfies readonly SweepTakeAway[]
const { toolbar: TEXT } = SWEEP_FIGURE
/** Steps of the level's slider. */
const STEPS = 200

/** Rows, columns, metric and level, and ways to take the figure away. */
export class SweepToolbar {
  readonly node = element('div', 'gradnb-toolbar')
  private readonly rows = element('select', 'gradnb-rows')
  private readonly columns = element('select', 'gradnb-columns')
  private readonly metric = element('select', 'gradnb-metric')
  private readonly level = element('input', 'gradnb-level')
  private readonly levelText = element('output', '')
  private readonly status = statusLine()
  private range: readonly [low: number, high: number] = [0, 1]

  constructor(private readonly actions: SweepToolbarActions) {
    this.node.setAttribute('role', 'group')
    this.node.setAttribute('aria-label', TEXT.label)
    this.level.type = 'range'
    this.level.max = String(STEPS)
    const take = group(...TAKE_AWAY.map(what => button(TEXT[what], () => actions.take(what))))
    const level = hinted(TEXT.level, this.level, TEXT.levelHint)
    level.append(this.levelText)
    this.node.append(
      hinted(TEXT.rows, this.rows, TEXT.rowsHint),
      hinted(TEXT.columns, this.columns, TEXT.columnsHint),
      hinted(TEXT.metric, this.metric, TEXT.metricHint),
      level,
      take,
      this.status
    )
    this.listen()
    keepKeys(this.node)
  }

  show(scene: SweepScene): void {
    const { dimensions, facets, metric, record } = scene
    const options = [
      option('', TEXT.none),
      ...dimensions.map(({ id, name }) => option(String(id), dimensionName(name)))
    ]
    this.rows.replaceChildren(...options.map(node => node.cloneNode(true)))
    this.columns.replaceChildren(...options)
    this.rows.value = String(facets.rows?.id ?? '')
    this.columns.value = String(facets.columns?.id ?? '')
    const has = metricsOf(record)
    this.metric.replaceChildren(
      ...METRIC_NAMES.filter(name => has.includes(name)).map(name => option(name, TEXT.metrics[name]))
    )
    this.metric.value = metric.name
    this.rows.parentElement!.hidden = this.columns.parentElement!.hidden = dimensions.length === 0
    this.range = rangeOf(scene)
    this.level.value = String(Math.round(STEPS * shareOf(this.range, metric.level)))
    this.tellLevel(metric.level)
  }

  /** Says shortly what came of a click. */
  say(text: string): void {
    this.status.textContent = text
  }

  private listen(): void {
    const id = ({ value }: HTMLSelectElement) => (value === '' ? null : Number(value))
    this.rows.addEventListener('change', () => {
      const [rows, columns] = [id(this.rows), id(this.columns)]
      this.actions.choose({ rows, columns: columns === rows ? null : columns })
    })
    this.columns.addEventListener('change', () => {
      const [rows, columns] = [id(this.rows), id(this.columns)]
      this.actions.choose({ columns, rows: columns === rows ? null : rows })
    })
    this.metric.addEventListener('change', () => this.actions.choose({ metric: this.metric.value as MetricName }))
    this.level.addEventListener('input', () => {
      const [low, high] = this.range
      const level = Number((low * (high / low) ** (Number(this.level.value) / STEPS)).toPrecision(3))
      this.tellLevel(level)
      this.actions.choose({ level })
    })
  }

  private tellLevel(level: number): void {
    this.levelText.value = scoreText(level, { name: 'loss' })
    this.level.setAttribute('aria-valuetext', this.levelText.value)
  }
}

/** Losses between which a level can be: from the least that a run reached to the largest first one. */
function rangeOf({ record, metric }: SweepScene): [number, number] {
  const losses = record.runs.flatMap(run => {
    const loss = run.state === 'done' ? run.summary.curves.loss : null
    return loss ? [loss.best, loss.first] : []
  })
  const usable = [...losses, metric.level].filter(loss => Number.isFinite(loss) && loss > 0)
  const [low, high] = [usable.reduce((a, b) => Math.min(a, b)), usable.reduce((a, b) => Math.max(a, b))]
  return [Math.min(low, metric.level), Math.max(high, low * 1.01)]
}

const shareOf = ([low, high]: readonly [number, number], level: number): number =>
  high > low ? Math.min(1, Math.max(0, Math.log(level / low) / Math.log(high / low))) : 0

/** These controls are named by what they do. */
function hinted(text: string, control: HTMLElement, hint: string): HTMLElement {
  control.setAttribute('aria-label', hint)
  return labelled(text, control, hint)
}
