import type { PictureFrame, PictureSubject } from '../../../src/record'
import { epochOf } from '../numbers/look'
import { frameAt } from '../numbers/predictions'
import { hex } from '../paint/oklab'
import { pngUrl } from '../paint/png'
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
import { labelOf, predictionText } from '../words/predictionText'
import { fullWidth } from './layout'
import type { Layer, Panel } from './panel'
import type { Scene } from './scene'
import { titleLayer } from './titleLayer'

type Surface = Extract<PictureSubject, { kind: 'surface' }>
type Images = Extract<PictureSubject, { kind: 'images' }>

/**
 * What the net makes of its inputs at the chosen epoch, as a panel of a figure that is taken away; null without
 * predictions.
 */
export function predictionPicture(scene: Scene): Panel | null {
  const { record, look, theme, layout } = scene
  const { subject } = record
  const frame = frameAt(record, epochOf(scene.shown, look))
  if (!subject || !frame) return null
  const { width, height, layer } =
    subject.kind === 'surface' ? surface(scene, subject, frame) : images(scene, subject, frame)
  return {
    name: 'prediction',
    width,
    height,
    layer: [titleLayer(theme, layout, [predictionText(record, frame)]), ...layer]
  }
}

type Part = Pick<Panel, 'width' | 'height' | 'layer'>

const PLACE = {
  x: { field: 'x', type: 'quantitative', scale: null },
  y: { field: 'y', type: 'quantitative', scale: null }
} as const

function surface({ record, theme }: Scene, subject: Surface, frame: PictureFrame): Part {
  const colors = classColors(record.data.classes.length, theme.kind)
  const url = pngUrl(surfacePicture(subject, frame, colors))
  const points = surfacePoints(subject, colors).map(point => ({ ...point, color: hex(point.color) }))
  const layer: Layer[] = [
    pictures([{ x: 0, y: 0, url }], SIDE, true),
    {
      data: { values: points },
      mark: { type: 'circle', size: Math.PI * POINT ** 2, opacity: 1, stroke: outlineOf(theme.kind), strokeWidth: 1 },
      encoding: { ...PLACE, color: { field: 'color', type: 'nominal', scale: null } }
    }
  ]
  return { width: SIDE, height: SIDE, layer }
}

const GAP = 8

function images({ record, theme, layout, measure }: Scene, subject: Images, frame: PictureFrame): Part {
  const samples = subject.classes.map((_, i) => ({
    url: pngUrl(imagePicture(subject, i)),
    ...labelOf(record, subject, frame, i)
  }))
  const across = Math.max(SAMPLE, ...samples.map(({ text }) => measure(text))) + GAP
  const down = SAMPLE + Math.round(layout.text * 1.4) + GAP
  const perLine = Math.max(1, Math.floor(fullWidth(layout) / across))
  const placed = samples.map((sample, i) => ({
    ...sample,
    x: (i % perLine) * across,
    y: Math.floor(i / perLine) * down
  }))
  const layer: Layer[] = [
    pictures(placed, SAMPLE, false),
    {
      data: { values: placed },
      mark: { type: 'text', align: 'left', baseline: 'top', dy: SAMPLE + 2, fontSize: layout.text },
      encoding: {
        ...PLACE,
        text: { field: 'text', type: 'nominal' },
        color: { condition: { test: 'datum.right', value: theme.foreground }, value: theme.alert }
      }
    }
  ]
  return {
    width: Math.min(samples.length, perLine) * across,
    height: Math.ceil(samples.length / perLine) * down,
    layer
  }
}

/** `smooth`: between the pictures' pixels colours change gradually. */
const pictures = (values: readonly { x: number; y: number; url: string }[], side: number, smooth: boolean): Layer => ({
  data: { values: [...values] },
  mark: { type: 'image', width: side, height: side, align: 'left', baseline: 'top', smooth },
  encoding: { ...PLACE, url: { field: 'url', type: 'nominal' } }
})
