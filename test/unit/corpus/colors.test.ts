import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { NEUTRAL, decadesOf, hiddenCells } from './shownColors'
import { BAD_NETS, goodNets } from './colorNets'
import { runCell } from '../../corpus/runExperiment'

/** Decades from neutral that are a healthy net's own. */
const BAND = 1.5
/** How many of healthy nets keep closer than this. */
const CLOSE = 1
const CLOSE_SHARE = 0.9

/** The farthest of a net's hidden cells from neutral, in decades; infinite for cells that have no place on the scale. */
const farthest = (cell: object): number => Math.max(...hiddenCells(runCell(cell)).map(Math.abs))

const told = (cell: object, decades: number): string => `${decades.toFixed(2)} decades: ${JSON.stringify(cell)}`

describe('the colours of a figure', function () {
  this.timeout(120_000)

  it('stay in the middle band for every healthy net, whatever its width, depth, activation, data, loss and rate', () => {
    const nets = goodNets(60).map(cell => ({ cell, decades: farthest(cell) }))
    for (const { cell, decades } of nets) assert.ok(decades <= BAND, told(cell, decades))
    const close = nets.filter(({ decades }) => decades <= CLOSE)
    assert.ok(close.length >= CLOSE_SHARE * nets.length, `${close.length} of ${nets.length} within a decade`)
  })

  for (const [what, cell] of Object.entries(BAD_NETS))
    it(`leave it for ${what}`, () => {
      const decades = farthest(cell)
      assert.ok(decades > BAND, told(cell, decades))
    })

  it('call the last hidden layer neutral, and the output too, which stands apart', () => {
    const record = runCell({ hidden_layers: [4, 4], epochs: 1 })
    assert.deepEqual(decadesOf(record, 1), [0, 0])
    assert.deepEqual(decadesOf(record, 2), [0, 0])
    assert.equal(NEUTRAL, 128)
  })
})
