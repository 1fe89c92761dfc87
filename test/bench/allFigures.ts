import { benchFigures } from './figures'
import { benchLiveFigure } from './liveFigure'
import { benchTenFigures } from './tenFigures'

/** Drawing, one live figure and ten, one after the other. */
export async function benchAllFigures(): Promise<void> {
  await benchFigures()
  await benchLiveFigure()
  await benchTenFigures()
}
