import assert from 'node:assert/strict'
import { vanishing } from '../renderer/records'
import { experiment, exported, plainText, recordOutput, textFormats, textOf } from './notebooks'

const HOSTILE = 'seen </pre><b>x</b> ``` \u001b[31m'

describe('what other programs wrote as a cell’s output', () => {
  for (const format of textFormats)
    it(`is shown as its text in ${format}`, async () => {
      const cells = [experiment('epochs: 9', 'a', recordOutput(vanishing(2, 3)), plainText(HOSTILE))]
      const text = textOf((await exported(cells, { format, file: `x.${format}` }))[0]!)
      assert.ok(text.includes({ md: HOSTILE, html: HOSTILE, ipynb: JSON.stringify(HOSTILE) }[format].slice(0, 5)))
      assert.ok(text.includes('\\u001b[31m'.slice(1)), 'what acts on a terminal can be seen')
      assert.ok(!text.includes('\u001b'))
      if (format === 'html') assert.ok(text.includes('<pre>seen &#60;/pre&#62;&#60;b&#62;'))
      if (format === 'md') assert.match(text, /\n````text\nseen .*\n````\n/)
    })
})
