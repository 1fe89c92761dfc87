import type { JsonObject } from '../notebook'
import { CellView, type Surroundings } from './cellView'
import { element } from './dom'
import type { Figures } from './figures'
import type { Runner } from './runCell'

/** The experiment cells of the page. */
export class CellViews {
  private readonly views = new Map<string, CellView>()
  private readonly around: Surroundings

  /** Takes over the cells that stand in `document`. */
  constructor(runner: Runner, figures: Figures) {
    this.around = { ...runner, figures, edited: () => this.refresh(), remove: id => this.remove(id) }
    for (const section of document.querySelectorAll<HTMLElement>('.cell')) {
      const { id } = runner.page.all[Number(section.dataset['place']) - 1]!
      this.views.set(id, new CellView(id, section, this.around))
    }
    this.refresh()
  }

  of(id: string): CellView | undefined {
    return this.views.get(id)
  }

  /** In the order of the notebook. */
  get all(): readonly CellView[] {
    return this.around.page.all.flatMap(({ id }) => this.views.get(id) ?? [])
  }

  /** A new cell below that of `id`. */
  insertBelow(id: string, source: string, extra: JsonObject = {}): CellView {
    const fresh = this.around.page.insertBelow(id, source, extra)
    const section = element('section', { className: 'cell' }, element('div', { className: 'source' }), element('div', { className: 'output' })) // prettier-ignore
    this.sectionOf(id).after(section)
    const view = new CellView(fresh, section, this.around, true)
    this.views.set(fresh, view)
    this.refresh()
    return view
  }

  private sectionOf(id: string): HTMLElement {
    return this.views.get(id)!.section
  }

  private remove(id: string): void {
    const { all } = this
    const before = all[all.findIndex(view => view.id === id) - 1]
    this.views.get(id)?.dispose()
    this.views.delete(id)
    this.around.page.remove(id)
    this.refresh()
    before?.reveal()
  }

  /** A cell may extend or compare any other. */
  private refresh(): void {
    for (const view of this.views.values()) view.refresh()
  }
}
