import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'

interface Step {
  readonly id: string
  readonly completionEvents?: readonly string[]
}

/** Without VS Code there is nothing to import the keys from: they are read from the code. */
const keysSet = (): string[] =>
  [...readFileSync('src/extension/walkthrough.ts', 'utf8').matchAll(/^ {2}\w+: '(gradnb\.\w+)'/gm)].map(
    ([, key]) => key!
  )

describe('the walkthrough’s steps', () => {
  const [{ steps }] = (
    JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { walkthroughs: [{ steps: Step[] }] } }
  ).contributes.walkthroughs

  it('wait each for a key of its own that the extension sets when the step is done', () => {
    const events = steps.map(({ completionEvents }) => completionEvents)
    assert.deepEqual(
      events,
      keysSet().map(key => [`onContext:${key}`])
    )
    assert.equal(events.length, 6)
  })
})
