import type { FromFigure } from '../../../src/figure'

/** To the extension, where messages reach it. */
export type Post = (message: FromFigure) => void
