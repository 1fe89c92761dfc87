import assert from 'node:assert/strict'
import { colorDepth } from '../../../src/cli/colorDepth'

describe('the colours of standard output', () => {
  const [PIPE, SIXTEEN, MANY, ALL] = [1, 4, 8, 24]

  it('are as many as the terminal shows, and none in a pipe', () => {
    const depths = [PIPE, SIXTEEN, MANY, ALL].map(bits => colorDepth({}, bits))
    assert.deepEqual(depths, ['none', 'none', '256', 'truecolor'])
  })

  it('are none with NO_COLOR, unless that is empty', () => {
    assert.equal(colorDepth({ NO_COLOR: '1' }, ALL), 'none')
    assert.equal(colorDepth({ NO_COLOR: '' }, ALL), 'truecolor')
  })

  it('are what FORCE_COLOR says, even in a pipe and against NO_COLOR', () => {
    for (const [forced, depth] of [
      ['0', 'none'],
      ['false', 'none'],
      ['1', '256'],
      ['true', '256'],
      ['2', '256'],
      ['3', 'truecolor']
    ] as const)
      for (const bits of [PIPE, ALL]) assert.equal(colorDepth({ FORCE_COLOR: forced, NO_COLOR: '1' }, bits), depth)
    assert.equal(colorDepth({ FORCE_COLOR: '' }, MANY), '256')
  })
})
