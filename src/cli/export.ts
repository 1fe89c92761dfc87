import path from 'node:path'
import { formatNotebook, type Notebook } from '../notebook'
import {
  exportRemarks,
  filesOfCells,
  FORMATS,
  isFolder,
  NothingToShare,
  shareIn,
  type FilesOfCells,
  type FilesWanted,
  type Format,
  type SharedFile,
  type ShareOptions,
  type ShareRequest
} from '../sharing'
import { spawnSharerText } from '../sharing/spawn.node'
import { readFiles } from './cellFiles'
import { CommandError, EXIT } from './exitStatus'
import { readInput } from './input'
import { limitsIn, type LimitOptions } from './limitOptions'
import { locked } from './lock'
import { makeFolderOf } from './makeFolder'
import { pagePrograms } from './pagePrograms'
import { print } from './print'
import { Remarks, type QuietOptions } from './remarks'
import type { Stop } from './stop'
import { CLI_TEXTS as TEXTS } from './texts'
import { checkWritable, existing, realFile } from './writable'
import { wholeProgram } from './wholeProgram'
import { writeWhole } from './writeWhole'

export interface ExportOptions extends QuietOptions, LimitOptions {
  readonly to: Format
  readonly out?: string
  readonly force?: boolean
  readonly embed?: boolean
  readonly pytorch?: boolean
  readonly static?: boolean
  readonly allowOutside?: boolean
}

/** `gradnb export`: writes a notebook as files of another program, and prints the name of the one that was asked for; what it lacks, a line a cell on standard error. Runs nothing. Fails only where nothing at all could be written. */
export async function exportFile(file: string, options: ExportOptions, stop: Stop): Promise<number> {
  const format = options.to
  const { notebook } = await readInput(file, stop.signal)
  if (notebook === null) throw new CommandError(TEXTS.exportsNotebooks(file))
  const out = await placeOf(file, format, options)
  const chosen: ShareOptions = {
    ...{ embed: options.embed ?? false, pytorch: options.pytorch ?? false },
    runs: !options.static
  }
  const limits = limitsIn(options)
  const request: ShareRequest = {
    ...{ notebook: formatNotebook(notebook), format, file: path.basename(out), limits },
    ...chosen,
    programs: format === 'html' && chosen.runs ? await pagePrograms() : null,
    files: await filesFor(
      file,
      notebook,
      { format, options: chosen, limits, allowOutside: options.allowOutside ?? false },
      stop
    )
  }
  let leftOut: readonly string[]
  try {
    const shared = await shareIn(spawnSharerText((await wholeProgram('sharing')).join('')), request)
    if (stop.signal.aborted) return EXIT.problems
    await write(path.dirname(out), shared.files)
    leftOut = shared.leftOut
  } catch (error) {
    if (error instanceof NothingToShare) throw new CommandError(`${file}: ${error.message}`, EXIT.problems)
    throw error
  }
  const remarks = new Remarks(options)
  const told = [...exportRemarks(notebook, { format, files: request.files, limits }), ...leftOut]
  for (const remark of told) remarks.warn(`${file}: ${remark}`)
  await print(`${out}\n`)
  return EXIT.done
}

/** Where the file goes. A name that nobody gave takes the place of no file: beside a notebook lie the data that it reads. */
async function placeOf(file: string, format: Format, { out, force = false }: ExportOptions): Promise<string> {
  const place = out ?? path.join(path.dirname(file), path.basename(file, path.extname(file)) + FORMATS[format])
  const real = await realFile(place)
  if (real === (await realFile(file))) throw new CommandError(TEXTS.writesOver(place))
  if (out === undefined && !force && (await existing(real)) !== null) throw new CommandError(TEXTS.isThere(place))
  if (!isFolder(format)) await checkWritable(real)
  return place
}

/** What is exported as what. */
interface Wanted extends FilesWanted {
  readonly allowOutside: boolean
}

/** Read as for a run. */
function filesFor(file: string, notebook: Notebook, wanted: Wanted, { signal }: Stop): Promise<FilesOfCells> {
  const place = { folder: path.dirname(file), allowOutside: wanted.allowOutside }
  return filesOfCells(notebook, wanted, names => readFiles(names, place, wanted.limits.fileBytes, signal))
}

async function write(folder: string, files: readonly SharedFile[]): Promise<void> {
  for (const { path: name, bytes } of files) {
    const file = path.join(folder, ...name.split('/'))
    await makeFolderOf(file)
    const real = await realFile(file)
    await locked(real, () => writeWhole(real, bytes))
  }
}
