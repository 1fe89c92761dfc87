import { SHORT_NUMBER } from './shortNumber'
import type { PictureFrame, PictureSubject } from '../../../src/record'
import { visibleLine } from '../../../src/text'
import { epochOf } from '../numbers/look'
import { answersAt, frameAt } from '../numbers/predictions'
import { hex } from '../paint/oklab'
import {
  SAMPLE,
  classColors,
  imagePicture,
  nothingPicture,
  outlineOf,
  surfacePicture,
  surfacePoints
} from '../paint/prediction'
import { momentText } from '../words/momentText'
import { labelOf, predictionText } from '../words/predictionText'
import { TEXTS } from '../words/texts'
import { classKey } from './classKey'
import type { DetailRoom } from './detailPlace'
import type { Layer, Panel, Position } from './panel'
import { placedPictures, type PlacedPicture } from './placedPictures'
import { placedTexts } from './placedTexts'
import type { Scene } from './scene'
import { strut } from './strut'

type Surface = Extract<PictureSubject, { kind: 'surface' }>
type Images = Extract<PictureSubject, { kind: 'images' }>

const { predictions: TEXT } = TEXTS.details

/** px of the surface's largest side */
const SIDE = 220

/** What the net makes of its inputs at the chosen epoch: a surface with the training samples, or images with their classes. */
export function predictionsDetail(scene: Scene, room: DetailRoom) {
  const { record, shown, look } = scene
  const { subject } = record
  const frame = frameAt(record, epochOf(shown, look))
  if (!subject || !frame) return null
  const moment = momentText(shown, look, frame.epoch)
  const words = {
    title: (subject.kind === 'images' ? TEXT.images : TEXT.title)(moment),
    sentence: predictionText(record, frame)
  }
  return {
    ...words,
    ...(subject.kind === 'images' ? images(scene, subject, frame, room) : surface(scene, subject, frame, room))
  }
}

function surface(scene: Scene, subject: Surface, frame: PictureFrame, { left, width }: DetailRoom) {
  const { record, theme, palette } = scene
  const { classes } = record.data
  const colors = classColors(classes.length, theme.kind)
  const key = classKey(scene, classes.map(visibleLine), colors, width)
  const side = Math.floor(Math.min(SIDE, key.beside ? width - key.width - KEY_GAP : width))
  const picture = answersAt(record, frame.epoch)
    ? surfacePicture(subject, frame, colors)
    : nothingPicture(side, palette)
  const panel: Panel = {
    name: 'prediction',
    width: side,
    height: side,
    layer: [
      strut(left),
      placedPictures('prediction', side, true),
      axes(scene, subject, side),
      points(scene, subject, colors, side),
      ...key.layers(key.beside ? { x: side + KEY_GAP, y: 0 } : { x: 0, y: side + KEY_BELOW })
    ]
  }
  return { rows: [[panel]], pictures: { prediction: [{ x: 0, y: 0, picture }] } }
}

const KEY_GAP = 20
/** Below the axis and its name. */
const KEY_BELOW = 44

/** The two inputs, with their names where the data has any. */
function axes({ record, theme, layout }: Scene, { x, y }: Surface, side: number): Layer {
  const names = record.data.decisions?.inputs.names.map(visibleLine) ?? []
  const at = (field: string, [from, to]: readonly [number, number], title: string): Position => ({
    field,
    type: 'quantitative',
    scale: { domain: [from, to], nice: false, zero: false },
    axis: {
      title,
      tickCount: 3,
      format: '~g',
      labelExpr: SHORT_NUMBER,
      grid: false,
      domain: false,
      titleFontSize: layout.text,
      titleColor: theme.foreground,
      titleFontWeight: 'normal',
      titleLimit: side,
      minExtent: 0
    }
  })
  return {
    data: { values: [{ x: x[0], y: y[0] }] },
    mark: { type: 'point', opacity: 0 },
    encoding: { x: at('x', x, names[0] ?? TEXT.axes[0]), y: at('y', y, names[1] ?? TEXT.axes[1]) }
  }
}

function points({ theme }: Scene, subject: Surface, colors: Parameters<typeof surfacePoints>[1], side: number): Layer {
  const values = surfacePoints(subject, colors, side).map(({ color, ...point }) => ({ ...point, color: hex(color) }))
  return {
    data: { values },
    mark: { type: 'point', filled: true, size: 20, opacity: 1, stroke: outlineOf(theme.kind), strokeWidth: 0.8 },
    encoding: {
      x: { field: 'x', type: 'quantitative', scale: null },
      y: { field: 'y', type: 'quantitative', scale: null },
      fill: { field: 'color', type: 'nominal', scale: null, legend: null },
      shape: { field: 'shape', type: 'nominal', scale: null, legend: null }
    }
  }
}

const GAP = 8

function images(
  { record, theme, layout, measure }: Scene,
  subject: Images,
  frame: PictureFrame,
  { left, width }: DetailRoom
) {
  const samples = subject.classes.map((_, i) => labelOf(record, subject, frame, i))
  const across = Math.max(SAMPLE, ...samples.map(({ text }) => measure(text))) + GAP
  const down = SAMPLE + Math.round(layout.text * 1.4) + GAP
  const perLine = Math.max(1, Math.floor(width / across))
  const placeOf = (i: number) => ({ x: (i % perLine) * across, y: Math.floor(i / perLine) * down })
  const pictures = samples.map((_, i): PlacedPicture => ({ ...placeOf(i), picture: imagePicture(subject, i) }))
  const texts = samples.map(({ text, right }, i) => {
    const { x, y } = placeOf(i)
    return { text, x, y: y + SAMPLE + 2, color: right ? theme.foreground : theme.alert }
  })
  const panel: Panel = {
    name: 'prediction',
    width: Math.min(samples.length, perLine) * across,
    height: Math.ceil(samples.length / perLine) * down,
    layer: [
      strut(left),
      placedPictures('prediction', SAMPLE, false),
      placedTexts(texts, { align: 'left', baseline: 'top', fontSize: layout.text, color: theme.foreground })
    ]
  }
  return { rows: [[panel]], extra: 0, pictures: { prediction: pictures } }
}
