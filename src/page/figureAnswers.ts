import { toUint8Array } from 'js-base64'
import { isRuleName } from '../diagnosis'
import { CHOICE_KEY, parseChoice, type FromFigure } from '../figure'
import type { JsonObject } from '../notebook'
import type { CellViews } from './cellViews'
import { download } from './download'
import type { Figures } from './figures'
import { repairCell, tryRemedy } from './remedies'
import type { Runner } from './runCell'
import { insertRun, openRun } from './sweepRuns'
import { PAGE_TEXTS as TEXTS } from './texts'

/** What answers figures. */
export interface Answering {
  readonly runner: Runner
  readonly views: CellViews
  readonly figures: Figures
}

/** Does what a figure asks for, as the extension does in an editor. */
export function answer(message: FromFigure, { runner, views, figures }: Answering): void {
  switch (message.type) {
    case 'ask':
      return tellChoice(message.cell, runner, figures)
    case 'choose':
      return runner.page.setExtra(message.cell, { [CHOICE_KEY]: message.choice as unknown as JsonObject })
    case 'save':
      return download(message.name, toUint8Array(message.data), 'application/octet-stream')
    case 'open':
      return download(TEXTS.table, new TextEncoder().encode(message.text), 'text/csv')
    case 'openRun':
      return void openRun(message, runner, figures)
    case 'insertRun':
      return insertRun(message, runner.page, views)
    case 'remedy': {
      const { cell, rule, title } = message
      if (!isRuleName(rule)) return
      return void (title === null ? repairCell(cell, runner, views) : tryRemedy(cell, rule, title, runner, views))
    }
    case 'looked':
    case 'drawn':
    case 'missing':
      return // of an editor that counts, or streams in pieces that may be lost
    default:
      return message satisfies never
  }
}

function tellChoice(cell: string, { page }: Runner, figures: Figures): void {
  if (!page.has(cell)) return
  const choice = parseChoice(page.cell(cell).extra[CHOICE_KEY])
  figures.post({ type: 'chosen', cell, choice, silenced: page.silenced(cell) })
}
