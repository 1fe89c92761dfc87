import { watchDensity } from './watchDensity'
import { watchTheme } from './watchTheme'

/**
 * Calls `changed` when what a figure is drawn for has changed: the editor's theme, the screen's density, or the width of `root`, which
 * `width` tells; returns what stops it. `drawn`: the width of the last drawing, px.
 */
export function watchSurroundings(
  root: Element,
  { width, drawn }: { readonly width: () => number; readonly drawn: () => number },
  changed: () => void
): () => void {
  const resizes = new ResizeObserver(() => width() !== drawn() && changed())
  const ends = [watchTheme(changed), watchDensity(changed), () => resizes.disconnect()]
  resizes.observe(root)
  return () => ends.forEach(end => end())
}
