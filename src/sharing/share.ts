import { parseNotebook } from '../notebook'
import type { Format } from './formats'
import { jupyterFiles } from './jupyter'
import { markdownFiles } from './markdown'
import { csvFiles, jsonFiles } from './numbers'
import type { FilesOfCells } from './filesOfCells'
import { pytorchFiles } from './pytorch'
import { sharedCells } from './sharedCells'
import type { SharedFile } from './sharedFile'

/** What is asked for. */
export interface ShareRequest {
  /** the bytes of a .gradnb file */
  readonly notebook: Uint8Array
  readonly format: Format
  /** the name of the file to be made, without its folder */
  readonly file: string
  /** Markdown: pictures in the text instead of in files beside it */
  readonly embed: boolean
  /** Jupyter: experiments as PyTorch instead of as they are */
  readonly pytorch: boolean
  /** what cells read, where they are needed (`readsFiles`) */
  readonly files: FilesOfCells
}

/**
 * A notebook as the files of another program, the one that was asked for first. Runs nothing. The same notebook gives the same bytes.
 * Throws a `NotebookFormatError` for bytes that are no notebook, and a `NothingToShare` where it has not what the format needs.
 */
export async function share({ notebook, format, file, embed, pytorch, files }: ShareRequest): Promise<SharedFile[]> {
  const cells = sharedCells(parseNotebook(notebook))
  switch (format) {
    case 'md':
      return markdownFiles(cells, { file, embed })
    case 'ipynb':
      return jupyterFiles(cells, { file, pytorch: pytorch ? files : null })
    case 'pytorch':
      return pytorchFiles(cells, file, files)
    case 'csv':
      return csvFiles(cells, file)
    case 'json':
      return jsonFiles(cells, file)
    default:
      return format satisfies never
  }
}
