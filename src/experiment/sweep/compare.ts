/** What a compare cell draws: a cell, one of its variants, or one of its runs. */
export interface Compared {
  readonly cell: string
  /** null: all runs */
  readonly variant: string | null
  /** from 0; null: all */
  readonly run: number | null
}

/** `name`, `name/label` or `name#12`. */
export function comparedIn(written: string): Compared {
  const slash = written.indexOf('/')
  if (slash >= 0) return { cell: written.slice(0, slash), variant: written.slice(slash + 1), run: null }
  const [, cell, run] = /^(.*)#(\d{1,15})$/su.exec(written) ?? []
  return cell === undefined ? { cell: written, variant: null, run: null } : { cell, variant: null, run: Number(run) }
}

/** The other way. */
export const writtenAs = ({ cell, variant, run }: Compared): string =>
  variant !== null ? `${cell}/${variant}` : run !== null ? `${cell}#${run}` : cell
