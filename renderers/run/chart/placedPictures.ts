import type { Picture } from '../paint/picture'
import type { Layer } from './panel'

/** A picture with its place in its panel, px. */
export interface PlacedPicture {
  readonly x: number
  readonly y: number
  readonly picture: Picture
}

/** The pictures of a data set, each `side` px wide and high. `smooth`: between a picture's pixels colours change gradually. */
export const placedPictures = (name: string, side: number, smooth: boolean): Layer => ({
  data: { name },
  mark: { type: 'image', width: side, height: side, align: 'left', baseline: 'top', smooth },
  encoding: {
    x: { field: 'x', type: 'quantitative', scale: null },
    y: { field: 'y', type: 'quantitative', scale: null },
    url: { field: 'url', type: 'nominal' }
  }
})
