/** A first column that has no name: what it holds tells whether it numbers or names the rows, or is a column like others. */
export class RowNames {
  private readonly seen = new Set<string>()
  private repeated: { readonly line: number; readonly text: string } | null = null
  private filled = 0
  private previous = NaN
  private counts = true
  private hasNumbers = false

  take(field: string, line: number): void {
    const text = field.trim()
    if (text === '') return
    this.filled++
    if (/^\d{1,15}$/.test(text)) return this.takeNumber(Number(text))
    this.counts = false
    this.hasNumbers ||= !Number.isNaN(Number(text))
    if (this.seen.has(text)) this.repeated ??= { line, text }
    else if (this.repeated === null) this.seen.add(text)
  }

  get isEmpty(): boolean {
    return this.filled === 0
  }

  /** Whether the values can be names of rows though the header has no place for them: counted, or texts that differ. */
  get isBeyondDoubt(): boolean {
    return this.counts || (this.repeated === null && !this.hasNumbers)
  }

  /** A value that is no whole number and stands there twice; null without one. */
  get repeatedText(): { readonly line: number; readonly text: string } | null {
    return this.repeated
  }

  private takeNumber(value: number): void {
    this.counts &&= Number.isNaN(this.previous) || value === this.previous + 1
    this.hasNumbers = true
    this.previous = value
  }
}
