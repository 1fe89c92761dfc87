import assert from 'node:assert/strict'
import { parseExperiment } from '../../../src/experiment'
import { fixesOf } from '../../../src/language'
import { MISTAKES } from './mistakes'

function told(text: string): string {
  const result = parseExperiment(text)
  return result.ok ? 'nothing' : result.problems.map(({ message }) => message).join('\n')
}

describe('mistakes that people make', () => {
  for (const [text, sentence] of MISTAKES)
    it(JSON.stringify(text), () => {
      assert.equal(told(text), sentence)
    })

  it('end where the fixes they suggest are applied: none makes another problem of the same kind', () => {
    for (const [text] of MISTAKES) {
      const result = parseExperiment(text)
      if (result.ok) continue
      const [problem] = result.problems
      const [fix] = fixesOf(text, problem!)
      if (!fix || fix.does.type === 'remove') continue
      const mended = [...fix.edits]
        .sort((a, b) => b.start - a.start)
        .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text)
      assert.notEqual(told(mended).split('\n')[0], problem!.message, `${text} → ${mended}`)
    }
  })
})
