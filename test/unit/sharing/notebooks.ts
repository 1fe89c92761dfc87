import { DEFAULT_LIMITS, type Limits } from '../../../src/experiment'
import { errorOutput, formatNotebook, output, type Cell, type Output } from '../../../src/notebook'
import { encodeRecord, RECORD_MIME, type RunRecord } from '../../../src/record'
import { share, type ShareRequest } from '../../../src/sharing/share'
import {
  DEFAULT_OPTIONS,
  type FilesOfCells,
  type Programs,
  type Shared,
  type SharedFile,
  type ShareOptions
} from '../../../src/sharing'

export const prose = (source: string, id = 'prose'): Cell => ({ id, kind: 'markdown', source, outputs: [], extra: {} })

export const experiment = (source: string, id: string, ...outputs: Output[]): Cell => ({
  ...{ id, kind: 'experiment', source, outputs },
  extra: {}
})

export const recordOutput = (record: RunRecord): Output => output(RECORD_MIME, encodeRecord(record))

export const failed = (message: string): Output => errorOutput('Training failed', message)

/** An output of another program. */
export const plainText = (text: string): Output => output('text/plain', text)

/** The files of an export of these cells. */
export const exported = async (...asked: Parameters<typeof sharedOf>): Promise<readonly SharedFile[]> =>
  (await sharedOf(...asked)).files

/** These cells exported, and what was left out. */
export function sharedOf(
  cells: readonly Cell[],
  request: Pick<ShareRequest, 'format' | 'file'> &
    Partial<ShareOptions> & {
      readonly files?: FilesOfCells
      readonly programs?: Programs
      readonly limits?: Limits
    }
): Promise<Shared> {
  return share({
    notebook: formatNotebook({ metadata: {}, cells, extra: {} }),
    ...{ ...DEFAULT_OPTIONS, files: {}, programs: null, limits: DEFAULT_LIMITS },
    ...request
  })
}

export const textOf = ({ bytes }: SharedFile): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

/** What each format of text makes of a cell. */
export const textFormats = ['md', 'html', 'ipynb'] as const
