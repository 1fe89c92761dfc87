import type { RunRecord } from '../../../src/record'

/** What can be seen below or beside the heatmap, one at a time, in the order of its switch. */
export const DETAILS = ['activation', 'histograms', 'predictions', 'answers'] as const
export type DetailName = (typeof DETAILS)[number]
export const DEFAULT_DETAIL: DetailName = 'activation'

/** The name if it is one that can be shown; else null. */
export const asDetail = (name: string | undefined): DetailName | null => DETAILS.find(detail => detail === name) ?? null

/** What this record's switch offers: pictures of predictions exist for classes over two inputs and of images alone. */
export const detailsOf = ({ subject }: Pick<RunRecord, 'subject'>): readonly DetailName[] =>
  DETAILS.filter(name => name !== 'predictions' || subject !== null)

/** The chosen one, where this record has it. */
export const shownDetail = (record: RunRecord, { detail }: { readonly detail: DetailName }): DetailName =>
  detailsOf(record).includes(detail) ? detail : DEFAULT_DETAIL
