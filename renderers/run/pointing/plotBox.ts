/** A panel's plot area in CSS pixels from the chart's top left corner. */
export interface PlotBox {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Plot areas by the names of their panels. */
export type PlotBoxes = ReadonlyMap<string, PlotBox>
