import type { Page } from 'playwright-core'

/**
 * Finds what a narrow screen cuts off: elements that extend beyond its right edge and cannot be scrolled into
 * view, and scrollable tables that are not marked as a region, which shows a shade at its edge.
 */
export async function cutElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const problems: string[] = document.documentElement.scrollWidth > width ? ['the page itself'] : []
    const cut: Element[] = []
    for (const element of document.querySelectorAll('main *, nav.tabs *, header.bar *')) {
      const { width: wide, height, right } = element.getBoundingClientRect()
      if (wide === 0 || height === 0 || element.closest('.visually-hidden, svg, canvas')) continue
      let scroller: Element | null = element
      while (scroller && !['auto', 'scroll'].includes(getComputedStyle(scroller).overflowX))
        scroller = scroller.parentElement
      const goesOn = scroller === element && element.scrollWidth > element.clientWidth + 1
      const isMarked = element.matches('[role="region"][tabindex], [role="grid"], [role="table"], textarea')
      const isBeyond = !scroller && right > width + 1 && !cut.some(other => other.contains(element))
      if (isBeyond) cut.push(element)
      if (isBeyond || (goesOn && !isMarked)) {
        const panel = element.closest('section')?.querySelector('h2')?.textContent?.trim() ?? ''
        const text = element.textContent?.slice(0, 40)
        problems.push(`${element.tagName.toLowerCase()}.${element.className} of “${panel}”: ${text}`)
      }
    }
    return problems
  })
}
