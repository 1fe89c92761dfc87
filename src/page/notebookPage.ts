import { toUint8Array } from 'js-base64'
import { parseSilence, SILENCE_KEY, type RuleName } from '../diagnosis'
import { parseCell, type CellResult, type FileNames, type Files, type Limits } from '../experiment'
import { formatNotebook, freshId, type Cell, type JsonObject, type Notebook, type Output } from '../notebook'
import { PAGE_TEXTS as TEXTS } from './texts'

/** The files that cells of the page read, as `filesBlock` wrote them. */
export interface PageFiles {
  readonly contents: readonly string[]
  /** by a cell's place from 1: which of them have which names there; at 0 those that cells may be changed to read */
  readonly cells: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** by a cell's place: why what it reads is not here */
  readonly missing: Readonly<Record<string, string>>
  /** what cells may ask of the machine: as much as where the page was made */
  readonly limits: Limits
}

/** What a cell reads is not in the page. */
export class MissingFile extends Error {}

/** The notebook in the page as it is now. Cells are known by their ids. */
export class NotebookPage {
  private cells: readonly Cell[]
  private readonly read = new Map<string, CellResult>()
  /** places in the page's files by the ids of the cells that it began with */
  private readonly places: ReadonlyMap<string, number>
  /** whether something was changed that is in no file yet */
  isEdited = false

  constructor(
    private readonly notebook: Notebook,
    private readonly files: PageFiles
  ) {
    this.cells = notebook.cells
    this.places = new Map(notebook.cells.map(({ id }, i) => [id, i + 1]))
  }

  get all(): readonly Cell[] {
    return this.cells
  }

  get limits(): Limits {
    return this.files.limits
  }

  has(id: string): boolean {
    return this.cells.some(cell => cell.id === id)
  }

  cell(id: string): Cell {
    return this.cells[this.placeOf(id) - 1]!
  }

  /** Among all cells, from 1. */
  placeOf(id: string): number {
    return this.cells.findIndex(cell => cell.id === id) + 1
  }

  /** The texts of all experiment cells. */
  get texts(): readonly string[] {
    return this.cells.filter(({ kind }) => kind === 'experiment').map(({ source }) => source)
  }

  setSource(id: string, source: string): void {
    this.edit(this.cells.map(cell => (cell.id === id ? { ...cell, source } : cell)))
  }

  setOutputs(id: string, outputs: readonly Output[]): void {
    this.cells = this.cells.map(cell => (cell.id === id ? { ...cell, outputs } : cell))
  }

  /** Keeps something beside a cell's text. */
  setExtra(id: string, extra: JsonObject): void {
    this.cells = this.cells.map(cell => (cell.id === id ? { ...cell, extra: { ...cell.extra, ...extra } } : cell))
  }

  /** A new experiment cell below that of `id`; gives its id. */
  insertBelow(id: string, source: string, extra: JsonObject = {}): string {
    const place = this.placeOf(id)
    const fresh = freshId(`${source}/${place}`, new Set(this.cells.map(cell => cell.id)))
    const cell: Cell = { id: fresh, kind: 'experiment', source, outputs: [], extra }
    this.edit([...this.cells.slice(0, place), cell, ...this.cells.slice(place)])
    return fresh
  }

  remove(id: string): void {
    this.edit(this.cells.filter(cell => cell.id !== id))
  }

  /** Reads a cell among the others. */
  parse(id: string): CellResult {
    const { source } = this.cell(id)
    const known = this.read.get(source) ?? parseCell(source, { cells: this.texts, limits: this.limits })
    this.read.set(source, known)
    return known
  }

  /** The rules that nobody wants to hear of a cell. */
  silenced(id: string): readonly RuleName[] {
    return [this.cell(id).extra, this.notebook.metadata].flatMap(fields => parseSilence(fields[SILENCE_KEY]))
  }

  /** Files by their names: those of the cell, or of any other that has one of that name. Throws a `MissingFile` where one is not here. */
  filesOf(id: string, { shipped, named }: FileNames): Files {
    return Object.fromEntries([...shipped, ...named].map(name => [name, this.file(id, name)]))
  }

  /** Why the files that a cell read when the page was made are not here; null where they are. */
  whyMissing(id: string): string | null {
    return this.files.missing[this.places.get(id) ?? 0] ?? null
  }

  /** The notebook as a file, with what was changed here. */
  bytes(): Uint8Array {
    return formatNotebook({ ...this.notebook, cells: this.cells })
  }

  private edit(cells: readonly Cell[]): void {
    this.cells = cells
    this.isEdited = true
    this.read.clear()
  }

  private file(id: string, name: string): Uint8Array {
    const own = this.files.cells[this.places.get(id) ?? 0] ?? {}
    const places = [own, ...Object.values(this.files.cells)].flatMap(names =>
      Object.hasOwn(names, name) ? [names[name]!] : []
    )
    if (places[0] === undefined) throw new MissingFile(this.reason(id, name))
    return toUint8Array(this.files.contents[places[0]]!)
  }

  private reason(id: string, name: string): string {
    const why = this.whyMissing(id)
    return why === null ? TEXTS.missing(name) : TEXTS.cannotRun(why)
  }
}
