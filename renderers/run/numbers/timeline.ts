/** What a column of the figure stands for; epoch 0 is before any update. A step counts from 1 through the whole run. */
export type Moment =
  | { readonly kind: 'epoch'; readonly epoch: number }
  | { readonly kind: 'step'; readonly step: number; readonly epoch: number }

/** Neighbouring columns that are equally wide: epochs, or single steps. */
export interface Stretch {
  /** the first one's */
  readonly column: number
  readonly count: number
  /** where the first one begins on the axis */
  readonly start: number
  /** of each */
  readonly width: number
  /** of the first one; of steps the epoch before whose column they stand */
  readonly epoch: number
  /** [count]; null: the columns are epochs */
  readonly steps: readonly number[] | null
}

/** Columns of a stretch before it has a place. */
type Planned = Pick<Stretch, 'count' | 'width' | 'epoch' | 'steps'>

/** Consecutive epochs. */
export const epochs = (epoch: number, count: number, width = 1): Planned => ({ epoch, count, width, steps: null })

/** Single steps before the column of `epoch`. */
export const steps = (numbers: readonly number[], epoch: number, width: number): Planned => ({
  epoch,
  count: numbers.length,
  width,
  steps: numbers
})

/**
 * The columns of a figure, also those to come, on its axis. An epoch is one unit wide; of a long run single steps are wider, or they could
 * not be seen.
 */
export class Timeline {
  readonly stretches: readonly Stretch[]

  constructor(planned: readonly Planned[]) {
    let [column, start] = [0, 0]
    this.stretches = planned
      .filter(({ count }) => count > 0)
      .map(part => {
        const stretch = { ...part, column, start }
        column += part.count
        start += part.count * part.width
        return stretch
      })
  }

  /** The axis' length. */
  get length(): number {
    const last = this.stretches.at(-1)
    return last ? last.start + last.count * last.width : 0
  }

  get columns(): number {
    const last = this.stretches.at(-1)
    return last ? last.column + last.count : 0
  }

  /** Whether there are single steps. */
  get hasSteps(): boolean {
    return this.stretches.some(({ steps }) => steps !== null)
  }

  momentOf(column: number): Moment {
    const { column: first, epoch, steps } = this.stretchOf(column)
    const step = steps?.[column - first]
    return step === undefined ? { kind: 'epoch', epoch: epoch + column - first } : { kind: 'step', step, epoch }
  }

  /** The moment's column; that of its epoch for a step that has none, and the last one for an epoch that has none. */
  columnOf(moment: Moment): number {
    const step = moment.kind === 'step' ? this.columnOfStep(moment.step) : null
    if (step !== null) return step
    const own = this.stretches.find(
      ({ steps, epoch, count }) => steps === null && moment.epoch >= epoch && moment.epoch < epoch + count
    )
    return own ? own.column + moment.epoch - own.epoch : this.columns - 1
  }

  /** The step's column, or null. */
  columnOfStep(step: number): number | null {
    for (const { steps, column } of this.stretches) {
      const place = steps?.indexOf(step) ?? -1
      if (place >= 0) return column + place
    }
    return null
  }

  /** Where a column begins on the axis. */
  startOf(column: number): number {
    const { column: first, start, width } = this.stretchOf(column)
    return start + (column - first) * width
  }

  widthOf(column: number): number {
    return this.stretchOf(column).width
  }

  centreOf(column: number): number {
    return this.startOf(column) + this.widthOf(column) / 2
  }

  /** The column at a place of the axis. */
  columnAt(place: number): number {
    const stretch = this.stretches.filter(({ start }) => start <= place).at(-1) ?? this.stretches[0]
    return stretch ? stretch.column + Math.floor((place - stretch.start) / stretch.width) : 0
  }

  /** Where single steps and epochs part. The first steps go on from init without a parting. */
  get partings(): number[] {
    return this.stretches
      .filter(({ steps }, i) => (steps !== null && i > 1) || (this.stretches[i - 1]?.steps ?? null) !== null)
      .map(({ start }) => start)
  }

  private stretchOf(column: number): Stretch {
    return this.stretches.filter(({ column: first }) => first <= column).at(-1) ?? this.stretches[0]!
  }
}

/** Whether the first `columns` columns are the same on both. */
export function startAlike(a: Timeline, b: Timeline, columns: number): boolean {
  for (let column = 0; column < columns; column++) if (!sameMoment(a.momentOf(column), b.momentOf(column))) return false
  return true
}

const sameMoment = (a: Moment, b: Moment): boolean =>
  a.kind === 'step' ? b.kind === 'step' && a.step === b.step : b.kind === 'epoch' && a.epoch === b.epoch
