import type { Page } from 'playwright-core'

/** What of the figures that `selector` finds reaches beyond the window's sides, or has to be scrolled sideways. */
export const reaching = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll(figures => {
    const isSeen = (node: Element) => node.getClientRects().length > 0
    const isBeyond = (node: Element) => {
      const { left, right } = node.getBoundingClientRect()
      return isSeen(node) && (left < -0.5 || right > document.documentElement.clientWidth + 0.5)
    }
    // What screen readers alone hear is in a box of one pixel.
    const scrolls = (node: Element) =>
      node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).overflowX !== 'visible'
    const all = figures.flatMap(figure => [figure, ...figure.querySelectorAll('*')])
    return all
      .filter(node => isBeyond(node) || scrolls(node))
      .map(node => `${node.tagName} ${node.getAttribute('class')}: ${node.textContent?.slice(0, 40)}`)
  })
