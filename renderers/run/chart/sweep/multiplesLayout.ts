import { labelSize } from '../../paint/theme'
import { dimensionName, fateTexts, groupValues } from '../../words/sweepWords'
import { bold } from '../bold'
import { fitted } from '../fitted'
import { wrap } from '../wrap'
import type { SweepScene } from './sweepScene'

/** px */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where one group's picture stands, and what is written around it. */
export interface Thumb {
  /** index among the groups */
  readonly group: number
  readonly picture: Box
  /** above the picture: what tells it from its neighbours; '' where rows and columns do */
  readonly caption: string
  /** below its number: what went wrong */
  readonly notes: readonly string[]
}

/** The name of a row or a column of pictures. */
export interface LineHead extends Box {
  /** place among the dimension's values */
  readonly place: number
  readonly text: string
}

/** Where the small multiples stand, px. */
export interface MultiplesLayout {
  readonly thumbs: readonly Thumb[]
  readonly rows: readonly LineHead[]
  readonly columns: readonly LineHead[]
  readonly line: number
  readonly height: number
}

const GAP = 10
const SLOT_GAP = 4
const NARROWEST = 60
const WIDEST = 172
const FLOW_WIDTH = 132
const BAR = 8

/** Rows and columns where two or more parameters make a grid, else one group after the other, in lines. */
export function multiplesLayout(scene: SweepScene): MultiplesLayout {
  return scene.facets.flow ? flowLayout(scene) : gridLayout(scene)
}

/** Lines of text are this high. */
const lineOf = ({ theme }: SweepScene): number => labelSize(theme) + 4

function gridLayout(scene: SweepScene): MultiplesLayout {
  const { facets, width, measure } = scene
  const line = lineOf(scene)
  const [rowTexts, columnTexts] = [facets.rows?.values ?? [''], facets.columns?.values ?? ['']]
  const gutter = facets.rows === null ? 0 : gutterOf(scene, rowTexts)
  const slots = facets.slots.length
  const room = width - gutter - GAP * (columnTexts.length - 1)
  const besides = (room / columnTexts.length - SLOT_GAP * (slots - 1)) / slots
  const across = besides >= NARROWEST ? slots : 1
  const thumbWidth = Math.floor(Math.max(44, Math.min(WIDEST, across === slots ? besides : room / columnTexts.length)))
  const thumbHeight = Math.min(64, Math.max(40, Math.round(thumbWidth * 0.6)))
  const block = across * thumbWidth + (across - 1) * SLOT_GAP
  const top = facets.columns === null ? 0 : 2 * line
  const thumbs: Thumb[] = []
  const rows: LineHead[] = []
  let y = top
  rowTexts.forEach((text, row) => {
    const start = y
    for (let stack = 0; stack < Math.ceil(slots / across); stack++) {
      const here = facets.facets.filter(each => each.row === row && Math.floor(each.slot / across) === stack)
      const placed = here.map(({ group, column, slot }) => ({
        group,
        x: gutter + column * (block + GAP) + (slot % across) * (thumbWidth + SLOT_GAP),
        caption: slots > 1 ? slotText(scene, slot, thumbWidth) : ''
      }))
      y = addRow(scene, thumbs, placed, { y, width: thumbWidth, height: thumbHeight, line })
    }
    rows.push({
      place: row,
      text: fitted(text, gutter - 8, bold(measure)),
      x: 0,
      y: start,
      width: gutter - 6,
      height: y - start - GAP
    })
  })
  const columns = columnTexts.map((text, place) => ({ place, text: fitted(text, block, bold(measure)), x: gutter + place * (block + GAP), y: line, width: block, height: line })) // prettier-ignore
  return { thumbs, rows: facets.rows ? rows : [], columns: facets.columns ? columns : [], line, height: y }
}

/** Room for the names of rows, and for what they are names of. */
function gutterOf({ facets, width, measure }: SweepScene, texts: readonly string[]): number {
  const corner = measure(rowsTitle(facets.rows?.name ?? ''))
  return Math.min(width * 0.26, 12 + texts.reduce((most, text) => Math.max(most, bold(measure)(text)), corner))
}

/** With names where these fit: "depth 3". */
const slotText = ({ facets, measure }: SweepScene, slot: number, width: number): string => {
  const named = facets.namedSlots[slot]!
  return measure(named) <= width ? named : facets.slots[slot]!
}

/** What stands in the corner: "activation ↓". */
export const rowsTitle = (name: string): string => `${dimensionName(name)} ↓`

function flowLayout(scene: SweepScene): MultiplesLayout {
  const { facets, width, groups } = scene
  const line = lineOf(scene)
  const across = Math.max(1, Math.min(facets.facets.length, Math.floor((width + GAP) / (FLOW_WIDTH + GAP))))
  const thumbWidth = Math.floor(Math.min(WIDEST, (width - GAP * (across - 1)) / across))
  const thumbs: Thumb[] = []
  let y = 0
  for (let from = 0; from < facets.facets.length; from += across) {
    const placed = facets.facets.slice(from, from + across).map(({ group }, i) => ({
      group,
      x: i * (thumbWidth + GAP),
      caption: groups.length > 1 ? groupValues(groups[group]!) : ''
    }))
    y = addRow(scene, thumbs, placed, { y, width: thumbWidth, height: Math.round(thumbWidth * 0.45), line })
  }
  return { thumbs, rows: [], columns: [], line, height: y }
}

interface Placed {
  readonly group: number
  readonly x: number
  readonly caption: string
}

/** Adds pictures next to each other, with as much room below as the one with the most notes needs; returns where the next row begins. */
function addRow(
  { groups, measure }: SweepScene,
  thumbs: Thumb[],
  placed: readonly Placed[],
  { y, width, height, line }: { y: number; width: number; height: number; line: number }
): number {
  const top = y + (placed.some(({ caption }) => caption !== '') ? line : 0)
  const notes = placed.map(({ group }) => {
    const { fates, runs } = groups[group]!
    return fateTexts(fates, runs.length).flatMap(text => wrap(text, width, measure))
  })
  placed.forEach(({ group, x, caption }, i) =>
    thumbs.push({
      group,
      caption: fitted(caption, width, measure),
      notes: notes[i]!,
      picture: { x, y: top, width, height }
    })
  )
  const most = notes.reduce((most, { length }) => Math.max(most, length), 0)
  return top + height + BAR + (1 + most) * line + GAP
}
