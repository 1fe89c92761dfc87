import type { Box, MultiplesLayout } from '../../chart/sweep/multiplesLayout'
import type { SweepScene } from '../../chart/sweep/sweepScene'
import { placeIn, type Dimension } from '../../numbers/sweep/dimensions'
import { SWEEP_FIGURE } from '../../words/sweepTexts'
import { dimensionName, fateTexts, groupName, groupScore } from '../../words/sweepWords'
import { element, keepKeys } from '../dom'

const { multiples: WORDS } = SWEEP_FIGURE

/** Groups that a person chose together, and what these are called. */
export interface Chosen {
  readonly name: string
  /** indices among the groups */
  readonly groups: readonly number[]
}

/** A button over each picture, and over each name of a row or column: these can be reached and heard, too. */
export function groupButtons(
  scene: SweepScene,
  layout: MultiplesLayout,
  chosen: Chosen | null,
  choose: (chosen: Chosen | null) => void
): HTMLElement {
  const holder = element('div', 'gradnb-groups')
  holder.setAttribute('role', 'group')
  holder.setAttribute('aria-label', WORDS.label)
  holder.setAttribute('aria-description', WORDS.keys)
  const add = (box: Box, label: string, what: Chosen) => {
    const isChosen = chosen !== null && sameGroups(chosen, what)
    const node = button(box, label, isChosen, () => choose(isChosen ? null : what))
    node.tabIndex = holder.childElementCount === 0 || isChosen ? 0 : -1
    holder.append(node)
  }
  for (const { group, picture } of layout.thumbs) {
    const result = scene.groups[group]!
    const name = groupName(scene.record, result)
    const fates = fateTexts(result.fates, result.runs.length).join(', ')
    add(picture, WORDS.group(name, groupScore(result, scene.metric), fates), { name, groups: [group] })
  }
  const { rows, columns } = scene.facets
  for (const { place, ...box } of layout.rows) if (rows) add(box, lineName(rows, place), line(scene, rows, place))
  for (const { place, ...box } of layout.columns)
    if (columns) add(box, lineName(columns, place), line(scene, columns, place))
  keepKeys(holder)
  holder.addEventListener('keydown', event => moveFocus(holder, event))
  return holder
}

const sameGroups = (a: Chosen, b: Chosen): boolean => a.groups.join() === b.groups.join()

const lineName = (dimension: Dimension, place: number): string =>
  WORDS.line(dimensionName(dimension.name), dimension.values[place]!)

const line = ({ groups }: SweepScene, dimension: Dimension, place: number): Chosen => ({
  name: lineName(dimension, place),
  groups: groups.map((_, i) => i).filter(i => placeIn(dimension, groups[i]!) === place)
})

function button({ x, y, width, height }: Box, label: string, pressed: boolean, click: () => void): HTMLButtonElement {
  const node = element('button', 'gradnb-group')
  node.type = 'button'
  node.title = label
  node.setAttribute('aria-label', label)
  node.setAttribute('aria-pressed', String(pressed))
  Object.assign(node.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
  node.addEventListener('click', click)
  return node
}

const DIRECTIONS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1]
}

/** To the nearest button in the direction of the arrow key. */
function moveFocus(holder: HTMLElement, event: KeyboardEvent): void {
  const direction = DIRECTIONS[event.key]
  const from = document.activeElement
  if (!direction || !(from instanceof HTMLButtonElement) || from.parentElement !== holder) return
  event.preventDefault()
  const next = nearest(from, [...holder.children] as HTMLElement[], direction)
  if (!next) return
  from.tabIndex = -1
  next.tabIndex = 0
  next.focus()
}

function nearest(
  from: HTMLElement,
  all: readonly HTMLElement[],
  [dx, dy]: readonly [number, number]
): HTMLElement | null {
  const far = (to: HTMLElement) => {
    const [x, y] = [to.offsetLeft - from.offsetLeft, to.offsetTop - from.offsetTop]
    const along = x * dx + y * dy
    return along > 2 ? along + 4 * Math.abs(x * dy + y * dx) : Infinity
  }
  const best = all.reduce((best, each) => (far(each) < far(best) ? each : best), from)
  return far(best) < Infinity ? best : null
}
