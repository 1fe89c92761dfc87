import assert from 'node:assert/strict'
import { chart } from '../../../renderers/run/chart/chart'
import { choiceOf, lookOf } from '../../../renderers/run/chart/choices'
import { sceneOf } from '../../../renderers/run/chart/scene'
import { curvesOf } from '../../../renderers/run/numbers/curves'
import { DEFAULT_LOOK, epochOf, isUnfolded } from '../../../renderers/run/numbers/look'
import { shownHasGrown, shownOf, type Shown } from '../../../renderers/run/numbers/shown'
import { spansAlong } from '../../../renderers/run/numbers/spansAlong'
import { THEMES } from '../../../renderers/run/paint/theme'
import { moveTo, RESTING } from '../../../renderers/run/pointing/crosshair'
import { columnMarks, hitTest } from '../../../renderers/run/pointing/hitTest'
import { columnName, columnTitle } from '../../../renderers/run/words/columnName'
import { cellFacts, quantityFacts } from '../../../renderers/run/words/facts'
import { DEFAULT_CHOICE, parseChoice } from '../../../src/figure'
import { at, encodeRecord, parseRecord, type RunRecord } from '../../../src/record'
import { draw } from './drawing'
import { exploding, folded, healthy } from './records'
import { EARLY, blowingUp, stepping } from './stepRecords'

const unfolded = (record: RunRecord): Shown => shownOf(record, true)
const names = (shown: Shown, columns = shown.timeline.columns): string[] =>
  Array.from({ length: columns }, (_, column) => columnName(shown, column).replace('epoch ', 'e').replace('step ', 's'))
const LAST = Array.from({ length: 17 }, (_, i) => `s${72 + i}`)

describe('the columns of a figure', () => {
  it('are epochs alone while its steps are folded, and where an old record has none', () => {
    for (const shown of [folded(stepping()), unfolded(healthy())]) {
      assert.equal(shown.columns, shown.record.columns)
      assert.equal(shown.timeline.hasSteps, false)
      assert.equal(shown.quantities, shown.record.quantities)
    }
  })

  it('have the first epoch’s steps between init and epoch 1', () =>
    assert.deepEqual(names(unfolded(stepping()), 10), ['init', ...EARLY.map(step => `s${step}`), 'e1', 'e2']))

  it('have the last steps before a break in front of the epoch in which it broke', () => {
    const all = names(unfolded(blowingUp()))
    assert.deepEqual(all.slice(8), ['e1', 'e2', 'e3', 'e4', 'e5', 'e6', ...LAST, 'e7'])
  })

  it('have all steps before epoch 1 where a run breaks in it', () => {
    const record = blowingUp()
    const nonfinite = { ...record.events.nonfinite!, epoch: 1 }
    const early = { ...record, columns: 2, stepsPerEpoch: 100, events: { ...record.events, nonfinite } }
    assert.deepEqual(names(unfolded(early)), ['init', ...EARLY.map(step => `s${step}`), ...LAST, 'e1'])
  })

  it('take the numbers of their epoch or step', () => {
    const shown = unfolded(blowingUp())
    const { record } = shown
    assert.deepEqual(at(shown.quantities.delta_rms, 8, 1), at(record.quantities.delta_rms, 1, 1))
    assert.deepEqual(at(shown.curves.loss, 3, 0), at(record.steps.curves.loss, 2, 0))
    assert.deepEqual(at(shown.quantities.delta_rms, 14, 0), at(record.steps.quantities.delta_rms, EARLY.length, 0))
  })

  it('leave room for the first epoch’s steps to come, and only grow', () => {
    const states = [stepping(1, []), stepping(1, [1, 2, 3]), stepping(1), stepping(2), stepping(9)].map(unfolded)
    assert.deepEqual(names(states[1]!), names(states[4]!))
    for (let i = 1; i < states.length - 1; i++)
      assert.ok(
        shownHasGrown(states[i]!, {
          ...states[i + 1]!,
          layers: states[i]!.layers,
          record: { ...states[i + 1]!.record, layers: states[i]!.record.layers }
        })
      )
    assert.equal(states[1]!.columns, 4)
    assert.equal(states[4]!.columns, 16)
  })

  it('survive a file', () =>
    assert.deepEqual(names(unfolded(parseRecord(encodeRecord(blowingUp())))), names(unfolded(blowingUp()))))

  it('survive a record whose break is not among its columns', () => {
    const record = blowingUp()
    for (const epoch of [3, 99]) {
      const shown = unfolded({
        ...record,
        events: { ...record.events, nonfinite: { ...record.events.nonfinite!, epoch } }
      })
      assert.equal(shown.quantities.delta_rms.columns, shown.columns)
    }
  })
})

describe('single steps', () => {
  it('are shown by themselves where a run broke, and where they differ by more than a decade', () => {
    assert.equal(isUnfolded(blowingUp(), DEFAULT_LOOK), true)
    assert.equal(isUnfolded(stepping(31, EARLY, 1.2), DEFAULT_LOOK), true)
    assert.equal(isUnfolded(stepping(31, EARLY, 0.8), DEFAULT_LOOK), false)
    assert.equal(isUnfolded(stepping(), DEFAULT_LOOK), false)
    assert.equal(isUnfolded(exploding(), DEFAULT_LOOK), false, 'a record without steps')
  })

  it('are shown where the loss grows tenfold in the first epoch', () => {
    const record = stepping()
    const { loss } = record.steps.curves
    const steps = {
      ...record.steps,
      curves: { ...record.steps.curves, loss: { ...loss, exponent: loss.exponent.map(e => e + 5) } }
    }
    assert.equal(isUnfolded({ ...record, steps }, DEFAULT_LOOK), true)
  })

  it('are shown or hidden as a person chose, which a file keeps; what nobody chose leaves nothing', () => {
    assert.equal(isUnfolded(blowingUp(), { steps: false }), false)
    assert.equal(isUnfolded(stepping(), { steps: true }), true)
    for (const steps of [true, false]) {
      const choice = choiceOf({ ...DEFAULT_LOOK, steps })
      assert.deepEqual(parseChoice(JSON.parse(JSON.stringify(choice))), choice)
      assert.equal(lookOf(choice).steps, steps)
    }
    assert.deepEqual(choiceOf(DEFAULT_LOOK), DEFAULT_CHOICE)
    assert.equal(parseChoice({ quantity: 'delta_rms', steps: 'yes' })!.steps, undefined)
  })

  it('are named wherever a column is named', () => {
    const shown = unfolded(blowingUp())
    assert.equal(columnName(shown, 4), 'step 4')
    assert.equal(columnTitle(shown, 4), 'step 4 (in epoch 1)')
    assert.equal(columnTitle(shown, 0), 'init (before any update)')
    assert.equal(cellFacts(shown, 30, 1)!.title, 'hidden 2 (8 → 8, relu), step 88 (in epoch 7)')
    const { title, facts } = quantityFacts(shown, ['delta_rms'], 30, 1)!
    assert.deepEqual([title, facts[0]!.label, facts[0]!.value], ['hidden 2, step 88', 'delta', 'NaN'])
  })

  it('have the predictions of the last epoch that had ended', () => {
    const shown = unfolded(blowingUp())
    assert.deepEqual(
      [0, 4, 8, 20, 31].map(column => epochOf(shown, { column })),
      [0, 0, 1, 6, 7]
    )
  })

  it('keep the crosshair on its step or epoch when they are folded', () => {
    const [open, closed] = [unfolded(blowingUp()), folded(blowingUp())]
    const there = moveTo(closed, { ...RESTING, column: 20, pinned: 10 }, open.timeline)
    assert.deepEqual([there.column, there.pinned], [7, 3], 'the epoch that the step is of')
    assert.equal(moveTo(open, there, closed.timeline).pinned, 10)
  })
})

describe('the axis of a figure with steps', () => {
  const shown = unfolded(blowingUp())
  const { timeline } = shown

  it('has a place for each column, and finds it again', () => {
    for (let column = 0; column < timeline.columns; column++) {
      assert.equal(timeline.columnAt(timeline.centreOf(column)), column)
      assert.equal(timeline.columnOf(timeline.momentOf(column)), column)
    }
  })

  it('gives steps of a long run columns that can be seen', () => {
    const long = { ...stepping(), epochs: 1000, columns: 5, events: { ...stepping().events, stop: null } }
    const { timeline } = unfolded(long)
    const share = (timeline.widthOf(3) * 8) / timeline.length
    assert.ok(share > 0.1 && share < 0.2, `${share}`)
    assert.equal(timeline.widthOf(20), 1)
  })

  it('is parted where steps and epochs meet', () =>
    assert.deepEqual(
      timeline.partings.map(place => names(shown)[timeline.columnAt(place)]),
      ['e1', 's72', 'e7']
    ))

  it('is covered by pixels without a gap, however few there are', () => {
    for (const pixels of [20, 31, 100, 700]) {
      const spans = spansAlong(timeline, { from: 0, to: timeline.length }, pixels, shown.columns)
      assert.equal(spans[0]!.from, 0)
      assert.equal(spans.at(-1)!.to, pixels)
      const seen = new Set(
        spans.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
      )
      assert.equal(seen.size, shown.columns)
    }
  })

  it('is hit where its columns are drawn, and marked there', () => {
    const boxes = new Map([['heat', { left: 10, top: 0, width: 320, height: 40 }]])
    const axis = { timeline, window: { from: 0, to: timeline.length } }
    for (const column of [0, 4, 8, 20, 31]) {
      const [mark] = columnMarks(boxes, axis, column, 'line')
      assert.equal(hitTest(boxes, axis, 4, mark!.left, 5)!.column, column)
    }
  })
})

describe('a chart with steps', () => {
  const made = (record: RunRecord, look = {}) => chart(record, THEMES.light, 920, { look })

  it('draws them with labels of their own, partings and the first bad cell framed', async () => {
    const { svg, problems } = await draw(made(blowingUp()))
    assert.deepEqual(problems, [])
    for (const text of ['>init<', '>1<', '>88<', '>step ‖ epoch<', '>7<']) assert.ok(svg.includes(text), text)
    const { nonfinite, partings } = made(blowingUp()).datasets as unknown as Record<string, object[]>
    assert.deepEqual(nonfinite, [{ place: 30, width: 1, row: 'hidden 2  8→8' }])
    assert.equal(partings!.length, 3)
  })

  it('labels the step that broke first of all, then where steps and epochs begin', () => {
    const labels = (width: number) => {
      const { params } = chart(blowingUp(), THEMES.light, width) as { params: { name: string; value: unknown }[] }
      return params.find(({ name }) => name === 'columnLabels')!.value as string[]
    }
    assert.deepEqual(labels(400).slice(0, 2), ['88', 'init'])
    for (const text of ['72', '1']) assert.ok(labels(400).includes(text), text)
    assert.ok(labels(1600).length > labels(400).length)
  })

  it('frames the first bad cell in its epoch where steps are folded', () => {
    const { nonfinite } = made(blowingUp(), { steps: false }).datasets as unknown as Record<string, object[]>
    assert.deepEqual(nonfinite, [{ place: 7, width: 1, row: 'hidden 2  8→8' }])
  })

  it('draws the loss through the steps, and the test’s from epoch to epoch', () => {
    const { points } = curvesOf(unfolded(stepping()))
    const of = (series: string) => points.filter(point => point.series === series)
    assert.equal(of('train').length, 31 + EARLY.length)
    assert.equal(of('test').length, 31)
    assert.deepEqual(
      of('test')
        .map(({ place }) => place)
        .slice(0, 2),
      [0, 8]
    )
  })

  it('colours them on the epochs’ scale, and as it would anew while they arrive', () => {
    let known
    for (const record of [
      stepping(1, [], 2),
      stepping(1, [1, 2], 2),
      stepping(1, EARLY, 2),
      stepping(2, EARLY, 2),
      stepping(9, EARLY, 2)
    ]) {
      const { layers } = stepping()
      const scene = sceneOf(
        { ...record, layers },
        THEMES.light,
        800,
        { ...DEFAULT_LOOK, steps: true },
        undefined,
        known
      )
      const anew = sceneOf({ ...record, layers }, THEMES.light, 800, { ...DEFAULT_LOOK, steps: true })
      assert.deepEqual(scene.heats, anew.heats)
      assert.deepEqual(scene.curves, anew.curves)
      known = scene
    }
  })
})
