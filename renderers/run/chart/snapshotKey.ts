import type { Snapshot } from '../numbers/histograms'
import type { Theme } from '../paint/theme'
import type { Layer, Panel } from './panel'
import { placedTexts } from './placedTexts'
import type { Scene } from './scene'

/** Moments differ in colour and in their lines: dotted, dashed, and solid with a shade below. */
export const SNAPSHOT_DASHES: Readonly<Record<Snapshot, readonly number[]>> = {
  init: [1, 2.5],
  first: [5, 3],
  last: [1, 0]
}
export const SNAPSHOTS = Object.keys(SNAPSHOT_DASHES) as Snapshot[]

/** The colour of a moment's outline. */
export const snapshotColor = (theme: Theme, snapshot: Snapshot): string =>
  ({ init: theme.muted, first: theme.test, last: theme.foreground })[snapshot]

/** A moment's line with its text after it, or the text of a sign alone. */
interface Item {
  readonly snapshot: Snapshot | null
  readonly text: string
  /** from the item's left edge to its text, px */
  readonly indent: number
}

interface PlacedItem extends Item {
  readonly x: number
  readonly y: number
}

const [RULE, GAP] = [22, 18]

/** "⋯ init  ╌ epoch 1  ── epoch 30  ○ share that is exactly 0", in lines of at most `width` px. */
export function snapshotKey(
  scene: Scene,
  snapshots: readonly { readonly snapshot: Snapshot; readonly text: string }[],
  signs: readonly string[],
  width: number
): Panel {
  const { theme, layout } = scene
  const line = Math.round(layout.text * 1.5)
  const placed = placedItems(scene, line, width, [
    ...snapshots.map(({ snapshot, text }) => ({ snapshot, text, indent: RULE + 5 })),
    ...signs.map(text => ({ snapshot: null, text, indent: 0 }))
  ])
  const texts = placed.map(({ text, x, y, indent }) => ({ text, x: x + indent, y }))
  return {
    name: 'histograms_key',
    width,
    height: (placed.at(-1)?.y ?? line / 2) + line / 2,
    layer: [
      ...placed.flatMap(item => ruleOf(theme, item)),
      placedTexts(texts, { align: 'left', fontSize: layout.text, color: theme.foreground })
    ]
  }
}

/** Items side by side, and in the next line where one has no room. */
function placedItems({ measure }: Scene, line: number, width: number, items: readonly Item[]): PlacedItem[] {
  let [x, y] = [0, line / 2]
  return items.map(item => {
    const needed = item.indent + measure(item.text)
    if (x > 0 && x + needed > width) [x, y] = [0, y + line]
    const at = { ...item, x, y }
    x += needed + GAP
    return at
  })
}

function ruleOf(theme: Theme, { snapshot, x, y }: PlacedItem): Layer[] {
  if (snapshot === null) return []
  const strokeDash = [...SNAPSHOT_DASHES[snapshot]]
  return [
    {
      data: { values: [{}] },
      mark: { type: 'rule', strokeWidth: 1.6, color: snapshotColor(theme, snapshot), strokeDash },
      encoding: { x: { value: x }, x2: { value: x + RULE }, y: { value: y } }
    }
  ]
}
