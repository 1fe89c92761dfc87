import { COLUMN_TEXTS, TARGET_TEXTS } from './columns'
import { CSV_TEXTS } from './csv'
import { FILE_TEXTS, IDX_TEXTS } from './file'
import { NPY_TEXTS } from './npy'

/** All that is said of data files, in English; every other file of the room names a text and never writes one. */
export const TEXTS = {
  file: FILE_TEXTS,
  idx: IDX_TEXTS,
  npy: NPY_TEXTS,
  csv: CSV_TEXTS,
  columns: COLUMN_TEXTS,
  target: TARGET_TEXTS
}
