import type { CellViews } from './cellViews'
import { element } from './dom'
import { download } from './download'
import type { NotebookPage } from './notebookPage'
import { PAGE_TEXTS as TEXTS } from './texts'

/** The buttons of the whole page. */
export class PageBar {
  private readonly all = element('button', { type: 'button', className: 'primary', textContent: TEXTS.runAll })
  private stopped = true

  constructor(
    place: HTMLElement,
    private readonly page: NotebookPage,
    private readonly views: CellViews
  ) {
    this.all.onclick = () => (this.stopped ? void this.runAll() : this.stopAll())
    const give = element('button', { type: 'button', textContent: TEXTS.download, onclick: () => this.download() })
    place.setAttribute('aria-label', TEXTS.bar)
    place.append(this.all, give)
    addEventListener('beforeunload', event => this.page.isEdited && event.preventDefault())
  }

  /** One cell after the other: each may refer to what those before it show. */
  private async runAll(): Promise<void> {
    this.stopped = false
    this.all.textContent = TEXTS.stopAll
    for (const view of this.views.all) if (!this.stopped) await view.run()
    this.stopped = true
    this.all.textContent = TEXTS.runAll
  }

  private stopAll(): void {
    this.stopped = true
    for (const view of this.views.all) view.stop()
  }

  private download(): void {
    download(fileName(), this.page.bytes(), 'application/json')
    this.page.isEdited = false
  }
}

/** As the page itself is called. */
function fileName(): string {
  const [, name] = /([^/]+?)\.html?$/i.exec(decoded(location.pathname)) ?? []
  return `${name ?? TEXTS.file}.gradnb`
}

/** A path with a stray percent sign stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
