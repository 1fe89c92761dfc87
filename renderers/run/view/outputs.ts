import type { OutputItem, RendererContext } from 'vscode-notebook-renderer'
import { isRuleName, parseSilence, type RuleName } from '../../../src/diagnosis'
import { parseToFigure, type Choice } from '../../../src/figure'
import type { RunRecord } from '../../../src/record'
import { widest, type Reach } from '../numbers/colorScale'
import type { Shared } from '../numbers/look'
import { Figure } from './figure'
import { LiveRecords } from './liveRecords'
import { isDiffSide, OtherVersions, type Reaches } from './otherVersions'
import { outputMetadata, type OutputMetadata } from './outputMetadata'
import { SavedChoices, type SavedState } from './savedChoices'
import type { Post } from './post'

/** A figure in its element, and what the output said of itself. */
interface OutputFigure extends OutputMetadata {
  readonly id: string
  readonly figure: Figure
}

/** The figures in a notebook's outputs: they come and go with these, and grow by the extension's messages. */
export class Outputs {
  private readonly figures = new Map<HTMLElement, OutputFigure>()
  private readonly live = new LiveRecords()
  private shared: Shared = { reaches: new Map(), scaleOf: 'notebook' }
  private looked = false
  private readonly choices: SavedChoices
  /** null where the page shows no version of a notebook beside another */
  private readonly versions = isDiffSide() ? new OtherVersions(() => this.shareReach()) : null

  constructor(
    context: RendererContext<SavedState>,
    private readonly post: Post | null
  ) {
    this.choices = new SavedChoices(context)
  }

  /** Shows an output in `element`, in the figure that is there already if it is the same cell's. */
  render(item: OutputItem, element: HTMLElement): Promise<void> | void {
    const metadata = outputMetadata(item.metadata)
    const known = this.figures.get(element)
    if (known && (known.cell !== metadata.cell || !known.figure.isIn(element))) this.drop(element)
    const figure = this.figures.get(element)?.figure ?? this.figureIn(element, metadata)
    // A replaced output has another id but the same element, and the old id may be disposed of after that.
    this.figures.set(element, { ...metadata, id: item.id, figure })
    this.forgetOtherRuns()
    const { stream } = metadata
    if (stream === null) return figure.show(() => item.json())
    const output = this.live.whole(stream, item.json())
    // A run goes on while its first picture is made: what came meanwhile found no figure.
    this.post?.({ type: 'missing', stream, ...this.live.position(stream)! })
    return figure.show(() => output)
  }

  /** The output with this id is gone, or all of them. */
  dispose(id: string | undefined): void {
    for (const [element, output] of [...this.figures]) if (id === undefined || output.id === id) this.drop(element)
  }

  /** A message of the extension. */
  receive(value: unknown): void {
    const message = parseToFigure(value)
    if (message?.type === 'chosen') this.learn(message.cell, message.choice, parseSilence(message.silenced))
    else if (message?.type === 'explain') this.explain(message.cell, message.rule)
    else if (message?.type === 'piece') this.grow(message.stream, message.piece)
  }

  private figureIn(element: HTMLElement, { cell, choice }: OutputMetadata): Figure {
    const { post } = this
    const figure = new Figure(element, {
      post,
      onChoice: choice => cell !== null && this.keepChoice(cell, choice),
      onReach: () => this.shareReach(),
      onRemedy: cell === null || post === null ? null : (rule, title) => post({ type: 'remedy', cell, rule, title }),
      onLook: () => this.tellLook()
    })
    figure.share(this.shared)
    figure.setChoice((cell === null ? null : this.choices.of(cell)) ?? choice)
    if (cell !== null) post?.({ type: 'ask', cell })
    return figure
  }

  /** One scale for all figures of the notebook, and of its other version beside it: what one needs, all have, so that colours can be compared. */
  private shareReach(): void {
    const outputs = [...this.figures.values()]
    const own = allOf(outputs.map(({ figure }) => figure.ownReaches))
    this.versions?.tell(
      outputs.flatMap(({ cell }) => cell ?? []),
      own
    )
    const others = this.versions?.reaches ?? []
    const scaleOf = this.versions === null ? 'notebook' : others.length === 0 ? 'version' : 'versions'
    this.shared = { reaches: allOf([own, ...others]), scaleOf }
    for (const { figure } of outputs) figure.share(this.shared)
  }

  /** Once: the extension wants to know whether, not how often. */
  private tellLook(): void {
    if (this.looked) return
    this.looked = true
    this.post?.({ type: 'looked' })
  }

  private keepChoice(cell: string, choice: Choice): void {
    this.choices.keep(cell, choice)
    this.post?.({ type: 'choose', cell, choice })
  }

  private learn(cell: string, choice: Choice | null, silenced: readonly RuleName[]): void {
    this.choices.learn(cell, choice)
    for (const { figure } of this.of(cell)) {
      figure.setChoice(choice)
      figure.silence(silenced)
    }
  }

  private explain(cell: string, rule: string): void {
    if (isRuleName(rule)) this.of(cell)[0]?.figure.explain(rule)
  }

  private of(cell: string): OutputFigure[] {
    return [...this.figures.values()].filter(output => output.cell === cell)
  }

  private grow(stream: string, piece: unknown): void {
    const grown = this.live.piece(stream, piece)
    if (grown === null) return
    if ('record' in grown) this.show(stream, grown.record)
    else this.post?.({ type: 'missing', stream, ...grown.missing })
  }

  private show(stream: string, record: RunRecord): void {
    for (const output of this.figures.values()) if (output.stream === stream) void output.figure.show(() => record)
    // The next piece comes when the page has got to draw: a hidden page asks for none.
    requestAnimationFrame(() => this.post?.({ type: 'drawn', stream, columns: record.columns }))
  }

  private drop(element: HTMLElement): void {
    this.figures.get(element)?.figure.dispose()
    this.figures.delete(element)
    this.forgetOtherRuns()
    this.shareReach()
  }

  /** Two outputs may show one run, and a cell that is run again shows another in the same element. */
  private forgetOtherRuns(): void {
    this.live.keepOnly(new Set([...this.figures.values()].map(({ stream }) => stream)))
  }
}

/** What all of these need. */
function allOf(each: readonly Reaches[]): Reaches {
  const all = each.flatMap((reaches): (readonly [string, Reach])[] => [...reaches])
  const names = [...new Set(all.map(([name]) => name))].sort()
  return new Map(names.map(name => [name, widest(all.filter(([other]) => other === name).map(([, reach]) => reach))]))
}
