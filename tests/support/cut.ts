import type { Page } from 'playwright-core'

/**
 * Finds what a narrow screen cuts off: elements that extend beyond its right edge and cannot be scrolled into
 * view, and scrollable tables that are not marked as a region, which shows a shade at its edge.
 */
export async function cutElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const found: string[] = document.documentElement.scrollWidth > width ? ['the page itself'] : []
    const cut: Element[] = []
    for (const one of document.querySelectorAll('main *, nav.tabs *, header.bar *')) {
      const { width: wide, height, right } = one.getBoundingClientRect()
      if (wide === 0 || height === 0 || one.closest('.visually-hidden, svg, canvas')) continue
      let scroller: Element | null = one
      while (scroller && !['auto', 'scroll'].includes(getComputedStyle(scroller).overflowX))
        scroller = scroller.parentElement
      const goesOn = scroller === one && one.scrollWidth > one.clientWidth + 1
      const isMarked = one.matches('[role="region"][tabindex], [role="grid"], [role="table"], textarea')
      const isBeyond = !scroller && right > width + 1 && !cut.some(other => other.contains(one))
      if (isBeyond) cut.push(one)
      if (isBeyond || (goesOn && !isMarked)) {
        const panel = one.closest('section')?.querySelector('h2')?.textContent?.trim() ?? ''
        found.push(
          `${one.tagName.toLowerCase()}.${one.className} of “${panel}”: ${one.textContent?.slice(0, 40)}`,
        )
      }
    }
    return found
  })
}
