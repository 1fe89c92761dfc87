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
import type { SharedFile } from './sharedFile'

/** What is asked for. */
export interface ShareRequest extends ShareOptions {
  /** the bytes of a .gradnb file */
  readonly notebook: Uint8Array
  readonly format: Format
  /** the name of the file to be made, without its folder */
  readonly file: string
  /** what cells read, where they are needed (`readsFiles`) */
  readonly files: FilesOfCells
  /** what a page runs with, where it is to run */
  readonly programs: Programs | null
}

/**
 * A notebook as the files of another program, the one that was asked for first. Runs nothing. The same notebook gives the same bytes.
 * Throws a `NotebookFormatError` for bytes that are no notebook, and a `NothingToShare` where it has not what the format needs.
 */
export async function share(request: ShareRequest): Promise<SharedFile[]> {
  const { notebook, format, file, embed, pytorch, files } = request
  const cells = sharedCells(parseNotebook(notebook))
  switch (format) {
    case 'html':
      return htmlFiles(cells, { ...request, programs: request.runs ? request.programs : null })
    case 'md':
      return markdownFiles(cells, { file, embed })
    case 'ipynb':
      return jupyterFiles(cells, { file, pytorch: pytorch ? files : null })
    case 'pytorch':
      return pytorchFiles(cells, file, files)
    case 'pdf':
      return pdfFiles(cells, { file, digest: await notebookDigest(notebook) })
    case 'tex':
      return texFiles(cells, file, await notebookDigest(notebook))
    case 'csv':
      return csvFiles(cells, file)
    case 'json':
      return jsonFiles(cells, file)
    default:
      return format satisfies never
  }
}
