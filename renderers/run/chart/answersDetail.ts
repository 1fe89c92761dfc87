import { confusionAt } from '../numbers/confusion'
import { estimatesAt } from '../numbers/estimates'
import { epochOf } from '../numbers/look'
import { confusionText } from '../words/confusionText'
import { estimatesText } from '../words/estimatesText'
import { momentText } from '../words/momentText'
import { TEXTS } from '../words/texts'
import { confusionPanel } from './confusionPanel'
import type { DetailRoom } from './detailPlace'
import { estimatePanels } from './estimatePanels'
import type { Scene } from './scene'

const { answers: TEXT } = TEXTS.details

/** px above and below a plot */
const TITLE_AND_NAMED_AXIS = 51

/** The network's answers at the chosen epoch: a confusion matrix for classes, predicted against true values for a regression. */
export function answersDetail(scene: Scene, room: DetailRoom) {
  const { record, shown, look } = scene
  const epoch = epochOf(shown, look)
  const confusion = confusionAt(record, epoch)
  if (confusion) {
    const { panel, ...place } = confusionPanel(scene, confusion, room)
    const title = TEXT.confusion(TEXT.splits[confusion.split], momentText(shown, look, confusion.epoch))
    return { title, sentence: `${confusionText(confusion)} ${TEXT.share}`, rows: [[panel]], ...place }
  }
  const estimates = estimatesAt(record, epoch)
  if (!estimates) return null
  const title = TEXT.estimates(TEXT.splits[estimates.split], momentText(shown, look, estimates.epoch))
  return {
    title,
    sentence: `${estimatesText(estimates)} ${TEXT.diagonal}`,
    rows: estimatePanels(scene, estimates, room),
    extra: TITLE_AND_NAMED_AXIS
  }
}
