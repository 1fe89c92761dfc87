/** How often something was seen in a column, and where first. */
export class Sightings {
  count = 0
  /** the line, from 1, and the text of the first */
  line = 0
  text = ''

  see(line: number, text: string): void {
    if (this.count++ > 0) return
    this.line = line
    this.text = text
  }
}
