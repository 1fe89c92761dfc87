import type { RunRecord } from '../../../src/record'
import { shownDetail, type DetailName } from '../numbers/details'
import { TEXTS } from '../words/texts'
import { activationDetail } from './activationDetail'
import { answersDetail } from './answersDetail'
import type { ChartData } from './chartData'
import type { DetailRoom } from './detailPlace'
import { histogramsDetail } from './histogramsDetail'
import type { Panel } from './panel'
import type { PlacedPicture } from './placedPictures'
import { predictionsDetail } from './predictionsDetail'
import type { Scene } from './scene'

/** What stands below or beside the heatmap: words, and panels in rows with their data. */
export interface Detail {
  readonly name: DetailName
  readonly title: string
  /** what is to be seen, for everybody */
  readonly sentence: string
  /** none where there is nothing to draw */
  readonly rows: readonly (readonly Panel[])[]
  /** left of the plots, px */
  readonly left: number
  /** what titles, axes and gaps take of its height beside the plots, px, about: so much room is kept before it is drawn */
  readonly extra: number
  readonly signals: Readonly<Record<string, unknown>>
  readonly data: ChartData
  /** data sets of pictures: a page draws them from a canvas, a file from an address */
  readonly pictures: Readonly<Record<string, readonly PlacedPicture[]>>
}

/** The chosen detail of a record, in so much room. */
export function detailOf(scene: Scene, room: DetailRoom): Detail {
  const name = shownDetail(scene.record, scene.look)
  const detail = DETAILS_OF[name](scene, room)
  return {
    name,
    signals: {},
    data: {},
    pictures: {},
    left: room.left,
    extra: TITLE_AND_AXIS,
    ...(detail ?? nothing(scene.record, name))
  }
}

/** px above and below a plot */
const TITLE_AND_AXIS = 36

/** What each of them makes; null where nothing was recorded. */
type Made = Pick<Detail, 'title' | 'sentence' | 'rows'> & Partial<Detail>

const DETAILS_OF: Readonly<Record<DetailName, (scene: Scene, room: DetailRoom) => Made | null>> = {
  activation: activationDetail,
  histograms: histogramsDetail,
  predictions: predictionsDetail,
  answers: answersDetail
}

function nothing(record: RunRecord, name: DetailName): Made {
  return { title: '', sentence: whyNothing(record, name), rows: [] }
}

/** The bounds of `engine/distribution` and `plan/outcomes`: beyond them nothing is recorded. */
const MOST_PARAMETERS = 1_000_000
const MOST_CLASSES = 20
const MOST_OUTPUTS = 4

function whyNothing(record: RunRecord, name: DetailName): string {
  const { columns, parameters, data, layers, events } = record
  const { notYet, notRecorded, tooLarge, tooManyClasses, tooManyOutputs } = TEXTS.details
  if (name === 'histograms' && parameters > MOST_PARAMETERS) return tooLarge(parameters.toLocaleString('en-US'))
  const outputs = layers.at(-1)!.outputs
  if (name === 'answers' && data.classes.length > MOST_CLASSES) return tooManyClasses(data.classes.length)
  if (name === 'answers' && data.task === 'regression' && outputs > MOST_OUTPUTS) return tooManyOutputs(outputs)
  return columns === 0 && events.stop === null ? notYet : notRecorded[name]
}
