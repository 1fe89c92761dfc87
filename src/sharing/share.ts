import type { Limits } from '../experiment'
import { parseNotebook } from '../notebook'
import type { Format, ShareOptions } from './formats'
import { htmlFiles, type Programs } from './html'
import { jupyterFiles } from './jupyter'
import { markdownFiles } from './markdown'
import { notebookDigest } from './digest'
import { csvFiles, jsonFiles } from './numbers'
import type { FilesOfCells } from './filesOfCells'
import { pdfFiles } from './pdf'
import { pytorchFiles } from './pytorch'
import { sharedCells } from './sharedCells'
import { texFiles } from './tex'
import type { Shared, SharedFile } from './sharedFile'

/** What is asked for. */
export interface ShareRequest extends ShareOptions {
  /** the bytes of a .gradnb file */
  readonly notebook: Uint8Array
  readonly format: Format
  /** the name of the file to be made, without its folder */
  readonly file: string
  /** what cells read, where they are needed (`readsFiles`) */
  readonly files: FilesOfCells
  /** what cells may ask of the machine */
  readonly limits: Limits
  /** what a page runs with, where it is to run */
  readonly programs: Programs | null
}

/**
 * A notebook as the files of another program, the one that was asked for first, and what of it they lack. Runs nothing. The same notebook gives the same bytes.
 * Throws a `NotebookFormatError` for bytes that are no notebook, and a `NothingToShare` where it has not what the format needs.
 */
export async function share(request: ShareRequest): Promise<Shared> {
  const { notebook, format, file, embed, pytorch, files, limits } = request
  const cells = sharedCells(parseNotebook(notebook))
  switch (format) {
    case 'html':
      return whole(await htmlFiles(cells, { ...request, programs: request.runs ? request.programs : null }))
    case 'md':
      return whole(await markdownFiles(cells, { file, embed }))
    case 'ipynb':
      return jupyterFiles(cells, { file, pytorch: pytorch ? { files, limits } : null })
    case 'pytorch':
      return pytorchFiles(cells, file, { files, limits })
    case 'pdf':
      return whole(await pdfFiles(cells, { file, digest: await notebookDigest(notebook) }))
    case 'tex':
      return whole(await texFiles(cells, file, await notebookDigest(notebook)))
    case 'csv':
      return whole(csvFiles(cells, file))
    case 'json':
      return whole(jsonFiles(cells, file))
    default:
      return format satisfies never
  }
}

/** Nothing was left out. */
const whole = (files: readonly SharedFile[]): Shared => ({ files, leftOut: [] })
