import assert from 'node:assert/strict'
import { sweepTitle } from '../../../src/export'
import { output } from '../../../src/notebook'
import { encodeSweep, SWEEP_MIME } from '../../../src/record'
import { sampleSweep } from '../record/sampleSweep'
import { experiment, exported, textFormats, textOf } from './notebooks'

describe('a sweep in an export', () => {
  for (const format of textFormats)
    it(`is told in words: ${format}`, async () => {
      const cells = [experiment('seeds: 3', 'a', output(SWEEP_MIME, encodeSweep(sampleSweep())))]
      const [file] = await exported(cells, { format, file: `x.${format}`, runs: false })
      const text = textOf(file!).replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      assert.ok(text.includes(sweepTitle(sampleSweep()).slice(0, 40)), text.slice(-2000))
    })
})
