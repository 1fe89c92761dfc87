import assert from 'node:assert/strict'
import { frameAt, predicted } from '../../../renderers/run/numbers/predictions'
import { colorWord } from '../../../renderers/run/paint/picture'
import { classColors, imagePicture, surfacePicture } from '../../../renderers/run/paint/prediction'
import { predictionText } from '../../../renderers/run/words/predictionText'
import type { PictureFrame, PictureSubject, RunRecord } from '../../../src/record'
import { healthy } from './records'

const COLORS = classColors(2, 'light')
const frame = (epoch: number, ...values: number[]): PictureFrame => ({ epoch, values: Uint8Array.from(values) })
const surface = { kind: 'surface', size: 2, x: [0, 1], y: [0, 1], points: new Uint8Array(0) } as const
const images = { kind: 'images', width: 1, images: Uint8Array.of(7, 200), classes: [0, 1] } as const
const record = (subject: PictureSubject, frames: PictureFrame[]): RunRecord => ({ ...healthy(), subject, frames })

describe('predictions', () => {
  it('are those of the newest frame that is not later than the epoch', () => {
    const run = record(surface, [frame(0), frame(4), frame(9)])
    assert.deepEqual(
      [0, 3, 4, 50].map(epoch => frameAt(run, epoch)!.epoch),
      [0, 0, 4, 9]
    )
    assert.equal(frameAt(record(surface, []), 3), null)
  })

  it('become a surface with the highest y on top, the classes’ colours mixed by probability', () => {
    const { words } = surfacePicture(surface, frame(1, 255, 0, 0, 255, 255, 0, 255, 0), COLORS)
    const [first, second] = COLORS.map(colorWord)
    assert.deepEqual([...words], [first, first, first, second])
  })

  it('are counted, also where the net is wrong', () => {
    const wrong = frame(3, 200, 55, 130, 125)
    assert.deepEqual([predicted(wrong, 0, 2), predicted(wrong, 1, 2)], [0, 0])
    assert.equal(predictionText(record(images, [wrong]), wrong), '1 of 2 right; ✗ marks a wrong answer.')
    assert.equal(imagePicture(images, 1).pixels[0], 200)
  })
})
