import type { PictureFrame, RunRecord } from '../../../src/record'
import { frameAt } from '../numbers/predictions'
import type { Picture } from '../paint/picture'
import {
  POINT,
  SAMPLE,
  SIDE,
  classColors,
  imagePicture,
  outlineOf,
  surfacePicture,
  surfacePoints
} from '../paint/prediction'
import type { ThemeKind } from '../paint/theme'
import { labelOf, predictionText } from '../words/predictionText'
import { TEXTS } from '../words/texts'
import { element } from './dom'

/**
 * What the net makes of its inputs at the chosen epoch: a surface with the training samples, or a few images with their
 * classes.
 */
export class PredictionPanel {
  readonly node = element('figure', 'gradnb-prediction')
  private shown: readonly unknown[] = []

  constructor() {
    this.node.hidden = true
    this.node.setAttribute('role', 'img')
  }

  show(record: RunRecord, epoch: number, kind: ThemeKind): void {
    const frame = frameAt(record, epoch)
    this.node.hidden = record.subject === null
    const key = [record.subject, frame, kind, window.devicePixelRatio]
    if (!frame || key.every((part, i) => part === this.shown[i])) return
    this.shown = key
    const text = predictionText(record, frame)
    this.node.setAttribute('aria-label', TEXTS.prediction.label(text))
    this.node.replaceChildren(element('figcaption', '', text), ...pictures(record, frame, kind))
  }
}

function pictures(record: RunRecord, frame: PictureFrame, kind: ThemeKind): HTMLElement[] {
  const { subject } = record
  if (subject?.kind === 'surface') return [surface(record, frame, kind)]
  if (subject?.kind !== 'images') return []
  const samples = element('div', 'gradnb-samples')
  samples.append(
    ...subject.classes.map((_, i) => {
      const { text, right } = labelOf(record, subject, frame, i)
      const node = element('div', 'gradnb-sample', text)
      node.dataset['right'] = String(right)
      node.prepend(canvasOf(imagePicture(subject, i), SAMPLE))
      return node
    })
  )
  return [samples]
}

function surface(record: RunRecord, frame: PictureFrame, kind: ThemeKind): HTMLElement {
  const subject = record.subject as Extract<RunRecord['subject'], { kind: 'surface' }>
  const colors = classColors(record.data.classes.length, kind)
  const density = window.devicePixelRatio || 1
  const canvas = canvasOf(null, SIDE)
  canvas.width = canvas.height = Math.round(SIDE * density)
  const context = canvas.getContext('2d')!
  context.scale(density, density)
  context.drawImage(canvasOf(surfacePicture(subject, frame, colors), subject.size), 0, 0, SIDE, SIDE)
  context.lineWidth = 1
  for (const { x, y, color } of surfacePoints(subject, colors)) {
    context.beginPath()
    context.arc(x, y, POINT, 0, 2 * Math.PI)
    context.fillStyle = `rgb(${color.join()})`
    context.strokeStyle = outlineOf(kind)
    context.fill()
    context.stroke()
  }
  return canvas
}

/** The picture upon a canvas of `side` CSS pixels. */
function canvasOf(picture: Picture | null, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.style.width = canvas.style.height = `${side}px`
  if (!picture) return canvas
  canvas.width = picture.width
  canvas.height = picture.height
  canvas.getContext('2d')!.putImageData(new ImageData(picture.pixels, picture.width, picture.height), 0, 0)
  return canvas
}
