import { toUint8Array } from 'js-base64'
import { fileNames, parseCell, type CellResult, type Experiment, type Files } from '../experiment'
import { formatNotebook, type Cell, type Notebook, type Output } from '../notebook'
import { PAGE_TEXTS as TEXTS } from './texts'

/** The files that cells of the page read, as `filesBlock` wrote them. */
export interface PageFiles {
  readonly contents: readonly string[]
  readonly cells: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** The notebook in the page as it is now. Cells are known by their place from 1. */
export class NotebookPage {
  private cells: Cell[]

  constructor(
    private readonly notebook: Notebook,
    private readonly files: PageFiles
  ) {
    this.cells = [...notebook.cells]
  }

  cell(place: number): Cell {
    return this.cells[place - 1]!
  }

  setSource(place: number, source: string): void {
    this.cells[place - 1] = { ...this.cell(place), source }
  }

  setOutputs(place: number, outputs: readonly Output[]): void {
    this.cells[place - 1] = { ...this.cell(place), outputs }
  }

  /** Reads a cell among the others. */
  parse(place: number): CellResult {
    const cells = this.cells.filter(({ kind }) => kind === 'experiment').map(({ source }) => source)
    return parseCell(this.cell(place).source, { cells })
  }

  /** The files that an experiment reads: those of its cell, or of any other that has a file of that name. Throws where one is not here. */
  filesOf(place: number, experiment: Experiment): Files {
    const { shipped, named } = fileNames([experiment])
    return Object.fromEntries([...shipped, ...named].map(name => [name, this.file(place, name)]))
  }

  /** The notebook as a file, with what was changed here. */
  bytes(): Uint8Array {
    return formatNotebook({ ...this.notebook, cells: this.cells })
  }

  private file(place: number, name: string): Uint8Array {
    const own = this.files.cells[place] ?? {}
    const places = [own, ...Object.values(this.files.cells)].flatMap(names =>
      Object.hasOwn(names, name) ? [names[name]!] : []
    )
    if (places[0] === undefined) throw new RangeError(TEXTS.missing(name))
    return toUint8Array(this.files.contents[places[0]]!)
  }
}
