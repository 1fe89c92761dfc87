import assert from 'node:assert/strict'
import { recordCsv } from '../../../src/export'
import { recordOf, tenTo, vanishing } from '../renderer/records'
import { blowingUp } from '../renderer/stepRecords'
import { CURVE_NAMES, QUANTITY_NAMES, scaled } from '../../../src/record'

const table = (text: string) => text.trimEnd().split('\r\n').map(line => line.split(',')) // prettier-ignore

describe('recordCsv(record)', () => {
  it('has a row for each epoch and layer', () => {
    const [head, ...rows] = table(recordCsv(vanishing(4, 10)))
    assert.equal(rows.length, 11 * 5)
    assert.deepEqual(head!.slice(0, 7), [
      'epoch',
      'step',
      'layer',
      'inputs',
      'outputs',
      'activation',
      'weight_gradient_l2'
    ])
    for (const row of rows) assert.equal(row.length, head!.length)
    assert.deepEqual(rows[6]!.slice(0, 6), ['1', '', 'hidden 2', '32', '32', 'sigmoid'])
  })

  it('has single steps before the epoch that they are of', () => {
    const record = blowingUp()
    const [head, ...rows] = table(recordCsv(record))
    const places = rows.filter(row => row[2] === 'hidden 1').map(([epoch, step]) => `${epoch}:${step}`)
    assert.deepEqual(places.slice(0, 4), ['0:', '1:1', '1:2', '1:3'])
    assert.deepEqual(places.slice(-3), ['7:87', '7:88', '7:'])
    assert.equal(places.length, record.columns + record.steps.steps.length)
    const last = rows.find(row => row[1] === '88' && row[2] === 'hidden 2')!
    assert.equal(last[head!.indexOf('delta_rms')], 'NaN')
  })

  it('keeps numbers outside float64, and leaves empty what does not apply', () => {
    const record = recordOf({
      ...{ hidden: [2], activation: 'tanh', epochs: 1, columns: 1 },
      quantities: { delta_rms: (_, layer) => [tenTo(-400), scaled(NaN)][layer]! }
    })
    const [head, first, second] = table(recordCsv(record))
    const column = head!.indexOf('delta_rms')
    assert.deepEqual([first![column], second![column]], ['1e-400', 'NaN'])
    assert.equal(first![head!.indexOf('update_ratio')], '')
  })

  it('lets no name become a formula or a second field, however it begins', () => {
    const numbers = QUANTITY_NAMES.length + CURVE_NAMES.length
    const field = (activation: string) => {
      const line = recordCsv(recordOf({ hidden: [2], activation, epochs: 1, columns: 1 })).split('\r\n')[1]!
      return line.split(',').slice(5, -numbers).join(',')
    }
    for (const [name, safe] of [
      ['=1+2', `"'=1+2"`],
      ['+1', `"'+1"`],
      ['-1', `"'-1"`],
      ['@SUM(A1)', `"'@SUM(A1)"`],
      ['＝1+2', `"'＝1+2"`],
      [' =1', `"' =1"`],
      ['\t=1', `"'\\u0009=1"`],
      ['a;=1', '"a;=1"'],
      ['a"b', '"a""b"'],
      ['a\u001b[2J', '"a\\u001b[2J"'],
      ['leaky_relu', 'leaky_relu'],
      ['größe 2.5', 'größe 2.5']
    ] as const)
      assert.equal(field(name), safe, name)
  })

  it('quotes names, and lets no name become a formula', () => {
    const record = recordOf({ hidden: [2], activation: '=1+2,"x"', epochs: 1, columns: 1 })
    assert.ok(recordCsv(record).includes(`,"'=1+2,""x""",`))
  })
})
