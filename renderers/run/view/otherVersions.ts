import type { Reach } from '../numbers/colorScale'

/** How far the colours of a notebook's figures reach, by quantity. */
export type Reaches = ReadonlyMap<string, Reach>

/** What the page of one version tells those of others: which cells it shows, and how far their colours reach. */
interface Version {
  readonly from: string
  readonly cells: readonly string[]
  readonly reaches: readonly (readonly [quantity: string, Reach])[]
}

/**
 * Whether this page holds one side of VS Code's notebook diff editor. VS Code doesn't say so: there alone figures leave no room for the
 * cells' run buttons. Extensions get no messages from such pages.
 */
export const isDiffSide = (): boolean =>
  getComputedStyle(document.documentElement).getPropertyValue('--notebook-run-gutter').trim() === '0px'

/** The other side of a notebook diff editor, which has a page of its own: both tell each other how far their colours reach. */
export class OtherVersions {
  private readonly id = Math.random().toString(36)
  private readonly channel = new BroadcastChannel('gradnb versions')
  private readonly others = new Map<string, Version>()
  private own: Version = { from: this.id, cells: [], reaches: [] }

  /** `onChange`: another version came, went, or reaches farther or less far. */
  constructor(private readonly onChange: () => void) {
    this.channel.onmessage = ({ data }: MessageEvent<unknown>) => isVersion(data) && this.hear(data)
    window.addEventListener('pagehide', () => this.channel.postMessage({ from: this.id, cells: [], reaches: [] }))
  }

  /** What this side shows by now. */
  tell(cells: readonly string[], reaches: Reaches): void {
    const own = { from: this.id, cells: [...cells], reaches: [...reaches] }
    if (JSON.stringify(own) === JSON.stringify(this.own)) return
    this.own = own
    this.channel.postMessage(own)
  }

  /** How far colours reach on the other sides: those that show some cell of this one, in another version. */
  get reaches(): Reaches[] {
    return [...this.others.values()]
      .filter(({ cells }) => cells.some(cell => this.own.cells.includes(cell)))
      .map(({ reaches }) => new Map(reaches))
  }

  private hear(version: Version): void {
    const isNew = !this.others.has(version.from)
    this.others.set(version.from, version)
    // It has not heard what was told before it was there.
    if (isNew) this.channel.postMessage(this.own)
    this.onChange()
  }
}

/** Another build of this renderer may say something else. */
function isVersion(value: unknown): value is Version {
  const { from, cells, reaches } = (value ?? {}) as { readonly [Key in keyof Version]?: unknown }
  return typeof from === 'string' && Array.isArray(cells) && Array.isArray(reaches) && reaches.every(isReach)
}

function isReach(value: unknown): boolean {
  const [quantity, reach] = (Array.isArray(value) ? value : []) as readonly unknown[]
  const { low, high } = (reach ?? {}) as { readonly low?: unknown; readonly high?: unknown }
  return typeof quantity === 'string' && typeof low === 'number' && typeof high === 'number'
}
