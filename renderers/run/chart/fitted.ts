import type { Measure } from './layout'

/** `text`, or as much of its beginning as fits into `width` px with "…"; a character at least. */
export function fitted(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && measure(`${characters.join('')}…`) > width) characters.pop()
  return `${characters.join('')}…`
}
