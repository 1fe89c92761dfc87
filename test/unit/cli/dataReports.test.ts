import assert from 'node:assert/strict'
import { describe, it } from 'mocha'
import { gradnb } from './gradnb'
import { refusalOf, runOf, textOf } from './reports'

describe('files from the field', () => {
  it('01: a column that is the same in every row has no say, whatever its value', async () => {
    const [one, tenth] = [await runOf('01-constant-column/one.yaml'), await runOf('01-constant-column/tenth.yaml')]
    assert.deepEqual([tenth.loss, tenth.metrics], [one.loss, one.metrics])
    assert.deepEqual(tenth.data.decisions.constant, { count: 1, names: ['c'] })
  })

  it('01: nor has it in the one row of the test split that differs', async () => {
    const { loss, test_loss } = await runOf('01-constant-column/one-row-differs.yaml')
    assert.ok(test_loss.at(-1)! < 5 * loss.at(-1)!, `${test_loss.at(-1)} after ${loss.at(-1)} in training`)
  })

  it('05: whole numbers are classes with and without a point', async () => {
    const [plain, float] = [
      await runOf('05-float-labels/digits.yaml'),
      await runOf('05-float-labels/pandas-float.yaml')
    ]
    assert.equal(float.data.task, 'classification')
    assert.deepEqual([float.loss, float.metrics, float.data.classes], [plain.loss, plain.metrics, ['0', '1', '2']])
    assert.equal(float.data.decisions.why, '3 different whole numbers')
  })

  it('06: money is not made classes in silence', async () => {
    assert.match(
      await refusalOf('06-money-target/cell.yaml'),
      /prices.csv, line 2, column 3 \(price\): "\$80,000" is not written as a plain number: write 80000. If such values are names of classes, write task: classification/
    )
  })

  it('07: quoted names and semicolons are read', async () => {
    const { data } = await runOf('07-quoted-semicolons/cell.yaml')
    assert.deepEqual([data.task, data.inputs, data.trainSamples + data.testSamples], ['classification', 4, 60])
    assert.equal(data.decisions.separator, 'semicolon')
    assert.match(
      await textOf('07-quoted-semicolons/cell.yaml'),
      /values separated by semicolons; inputs standardized\n/
    )
  })

  it('08 and 09: the line sep=, names of rows by pandas and by R change no number', async () => {
    const plain = await runOf('07-quoted-semicolons/cell.yaml')
    for (const cell of ['08-sep-line/cell.yaml', '09-row-names/pandas.yaml', '09-row-names/r.yaml']) {
      const run = await runOf(cell)
      assert.deepEqual([run.loss, run.metrics, run.data.inputs], [plain.loss, plain.metrics, 4], cell)
      assert.equal(run.data.decisions.rowNames, cell.startsWith('09'))
    }
    assert.match(await textOf('09-row-names/pandas.yaml'), /without the first column, which only names the rows/)
  })

  it('10: a file without names is told of, and no sample is taken for them', async () => {
    for (const cell of ['by-name', 'by-number', 'by-text'])
      assert.match(
        await refusalOf(`10-no-header/${cell}.yaml`),
        /wine.csv seems to have no names of columns: line 1 \(1, 11.29, 2.69, 491\) reads like a sample. If it is one, write header: false/
      )
    const { data } = await runOf('10-no-header/as-advised.yaml')
    assert.deepEqual([data.inputs, data.trainSamples + data.testSamples, data.classes], [3, 60, ['1', '2', '3']])
  })

  it('11: gaps and text are told of together with the keys that help, which do', async () => {
    const sentence = await refusalOf('11-gaps-and-text/cars.yaml')
    for (const part of [/horsepower\): "\?" is a gap, the first of 2/, /car_name\): "model 0" is not a number/])
      assert.match(sentence, part)
    assert.match(sentence, /Write ignore: \[car_name\].*\nWrite missing: drop .* or missing: mean/)
    const { data } = await runOf('11-gaps-and-text/as-advised.yaml')
    assert.deepEqual([data.inputs, data.trainSamples + data.testSamples], [3, 48])
    assert.match(
      await textOf('11-gaps-and-text/as-advised.yaml'),
      /without car_name;\s2 rows with gaps left out; inputs/
    )
  })

  it('16: targets far from 1 are told of, beside what came of them', async () => {
    const text = await textOf('16-large-target/cell.yaml')
    assert.match(text, /diverged [^]*; targets of size 200,000 make gradients huge:\swrite standardize_target: true\n/)
    assert.match(
      text,
      /\nThe targets are of size 200,000, so the loss and its gradients are very large: write\sstandardize_target/
    )
    const { stderr } = await gradnb(['run', 'test/reports/16-large-target/cell.yaml', '--no-save', '--json'])
    assert.match(
      stderr,
      /^gradnb: prices.csv: The targets are of size 200,000, so the loss and its gradients are very large: .*\n$/
    )
    const { loss, data } = await runOf('16-large-target/as-advised.yaml')
    assert.ok(loss.every(value => Number.isFinite(value)) && loss.at(-1)! < loss[0]!, String(loss))
    assert.equal(data.decisions.targetScale!.length, 1)
    assert.match(await textOf('16-large-target/as-advised.yaml'), /price\sstandardized: the loss is in units of \d/)
  })
})
