import assert from 'node:assert/strict'
import { spans } from '../../../renderers/run/numbers/spans'
import {
  RESTING,
  chosenColumn,
  crosshairColumn,
  keyAction,
  moved,
  pinned,
  placed
} from '../../../renderers/run/pointing/crosshair'
import { columnMarks, hitTest, layerMarks, placeAt } from '../../../renderers/run/pointing/hitTest'
import type { PlotBoxes } from '../../../renderers/run/pointing/plotBox'
import { canZoomIn, centredOn, panned, revealing, zoomed } from '../../../renderers/run/pointing/zoom'
import { folded, vanishing } from './records'

const RECORD = vanishing(4, 10) // 5 layers, 11 columns

describe('the crosshair', () => {
  it('rests at the last epoch of the layer next to the input', () => {
    assert.deepEqual([crosshairColumn(RESTING, RECORD), RESTING.layer], [10, 0])
    assert.equal(chosenColumn(RESTING), null)
  })

  it('follows the last epoch while it rests and a run goes on', () =>
    assert.equal(crosshairColumn(RESTING, vanishing(4, 10, 3)), 2))

  it('moves by epochs and layers, within what is recorded', () => {
    const once = moved(RESTING, RECORD, -1, 2)
    assert.deepEqual([once.column, once.layer, once.visible], [9, 2, true])
    assert.equal(moved(once, RECORD, -Infinity, 0).column, 0)
    assert.deepEqual(moved(once, RECORD, 99, 99), { ...once, column: 10, layer: 4 })
  })

  it('pins an epoch, which stays chosen while the crosshair moves, and lets go of it', () => {
    const pin = pinned(moved(RESTING, RECORD, -3, 0), RECORD)
    assert.equal(pin.pinned, 7)
    const away = moved(pin, RECORD, -2, 0)
    assert.deepEqual([chosenColumn(away), crosshairColumn(away, RECORD)], [7, 5])
    assert.equal(pinned({ ...pin, column: 7 }, RECORD).pinned, null)
  })

  it('is not drawn over epochs to come, and pins none', () => {
    const early = vanishing(4, 10, 3)
    assert.equal(placed(RESTING, early, 7, 1).visible, false)
    assert.equal(pinned(RESTING, vanishing(4, 10, 0)).pinned, null)
  })

  it('keeps its epoch over a profile and its layer over the curves', () => {
    const at = placed(RESTING, RECORD, 4, 2)
    assert.equal(placed(at, RECORD, null, 3).column, 4)
    assert.equal(placed(at, RECORD, 6, null).layer, 2)
  })

  it('knows its keys and leaves all others to the editor', () => {
    assert.deepEqual(keyAction('ArrowUp'), { type: 'move', columns: 0, layers: -1 })
    assert.deepEqual(keyAction('Escape'), { type: 'unpin' })
    for (const key of ['a', 'Tab', 'F1', 'constructor']) assert.equal(keyAction(key), null)
  })
})

describe('the window of epochs', () => {
  it('keeps the column under the pointer in place', () => {
    const near = zoomed(null, 100, 0.5, 25)!
    assert.deepEqual(near, { from: 12.5, to: 62.5 })
    assert.equal(placeAt(near, 0.25), 25)
  })

  it('ends at the ends, and at four columns', () => {
    assert.deepEqual(zoomed(null, 100, 0.5, 0), { from: 0, to: 50 })
    assert.deepEqual(zoomed(null, 100, 1e-6, 50), { from: 48, to: 52 })
    assert.equal(zoomed({ from: 10, to: 60 }, 100, 2, 30), null)
    assert.equal(zoomed(null, 3, 0.5, 1), null)
  })

  it('moves, but not when all is in view', () => {
    assert.deepEqual(panned({ from: 10, to: 20 }, 100, 85), { from: 90, to: 100 })
    assert.equal(panned(null, 100, 5), null)
  })

  it('moves with a crosshair that leaves it', () => {
    const window = { from: 10, to: 20 }
    assert.deepEqual(revealing(window, 100, 20), { from: 11, to: 21 })
    assert.deepEqual(revealing(window, 100, 3), { from: 3, to: 13 })
    assert.equal(revealing(window, 100, 15), window)
  })
})

describe('zooming', () => {
  it('has the pinned column in its middle', () => {
    const window = zoomed(centredOn({ from: 0, to: 100 }, 80.5), 100, 0.5, 80.5)!
    assert.deepEqual(window, { from: 50, to: 100 }, 'as far as the axis goes')
    assert.deepEqual(zoomed(centredOn(window, 80.5), 100, 0.5, 80.5), { from: 68, to: 93 })
  })

  it('is told where it would change nothing', () => {
    assert.equal(canZoomIn(null, 4), false)
    assert.equal(canZoomIn(null, 30), true)
    assert.equal(canZoomIn({ from: 3, to: 7 }, 30), false)
  })
})

describe('spans(window, pixels, present)', () => {
  it('has one for each entry where there is room', () => {
    const all = spans({ from: 0, to: 4 }, 40, 3)
    assert.deepEqual(
      all.map(({ from, to }) => [from, to]),
      [
        [0, 10],
        [10, 20],
        [20, 30]
      ]
    )
    assert.deepEqual(
      all.map(({ first, last }) => [first, last]),
      [
        [0, 0],
        [1, 1],
        [2, 2]
      ]
    )
  })

  it('leaves out no entry where there are fewer pixels', () => {
    for (const [from, to] of [
      [0, 1000],
      [13.7, 811.2]
    ] as const) {
      const all = spans({ from, to }, 97, 900)
      const covered = new Set(
        all.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
      )
      for (let entry = Math.ceil(from); entry < Math.min(900, Math.floor(to)); entry++)
        assert.ok(covered.has(entry), `${entry}`)
    }
  })
})

describe('places of the chart', () => {
  const boxes: PlotBoxes = new Map([
    ['loss', { left: 100, top: 10, width: 200, height: 50 }],
    ['heat', { left: 100, top: 80, width: 200, height: 100 }],
    ['profile', { left: 320, top: 80, width: 80, height: 100 }]
  ])
  const { timeline } = folded(RECORD)
  const axis = (from: number, to: number) => ({ timeline, window: { from, to } })
  const all = axis(0, 10)

  it('are an epoch over curves, a cell over the heatmap, a layer over the profile', () => {
    assert.deepEqual(hitTest(boxes, all, 5, 150, 20), { column: 2, layer: null, panel: 'loss' })
    assert.deepEqual(hitTest(boxes, all, 5, 299, 179), { column: 9, layer: 4, panel: 'heat' })
    assert.deepEqual(hitTest(boxes, all, 5, 330, 81), { column: null, layer: 0, panel: 'profile' })
    assert.equal(hitTest(boxes, all, 5, 20, 100), null)
  })

  it('follow the window', () => assert.equal(hitTest(boxes, axis(4, 6), 5, 150, 20)!.column, 4))

  it('are marked in every panel at once', () => {
    assert.deepEqual(
      columnMarks(boxes, all, 4, 'line').map(({ left }) => left),
      [190, 190]
    )
    const [cell, row] = layerMarks(boxes, all, 5, 4, 1)
    assert.deepEqual(cell, { kind: 'cell', left: 180, top: 100, width: 20, height: 20 })
    assert.deepEqual(row, { kind: 'row', left: 320, top: 100, width: 80, height: 20 })
  })

  it('have a mark at the edge beyond which what is pinned lies', () => {
    const kinds = (from: number, to: number) =>
      columnMarks(boxes, axis(from, to), 4, 'pin').map(({ kind, left }) => [kind, left])
    assert.deepEqual(kinds(0, 3), Array(2).fill(['right', 300]))
    assert.deepEqual(kinds(6, 9), Array(2).fill(['left', 100]))
  })

  it('have no marks outside the window', () => {
    assert.deepEqual(columnMarks(boxes, axis(0, 3), 4, 'line'), [])
    assert.equal(layerMarks(boxes, axis(0, 3), 5, 4, 1).length, 1)
  })
})
