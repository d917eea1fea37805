import type { ShallowRef } from 'vue'
import { useResizeObserver } from '@vueuse/core'
import { onMounted, shallowRef } from 'vue'

/** The height of a line of the ledger, in pixels. */
export const lineHeight = 32

/** The right edges of a table's columns, and the size of the box that shows them; all in pixels. */
interface Measured {
  edges: readonly number[]
  width: number
  head: number
  height: number
}

/**
 * The room that is left in a box beside the last column which fits in whole, and below the last line which
 * fits in whole; both in pixels. Nothing is left beside a table that ends within its box.
 */
export function leftOver({ edges, width, head, height }: Measured): { beside: number; below: number } {
  const whole = edges.filter(edge => edge <= width)
  const goesOn = whole.length < edges.length
  return {
    beside: goesOn ? Math.floor(width - (whole.at(-1) ?? width)) : 0,
    below: Math.max(0, height - head) % lineHeight,
  }
}

/**
 * Styles for a scrolled table in which no column and no line is cut: `--beside` is for the width of a column
 * and `--below` for the height of the box.
 */
export function useWholeCells(
  box: Readonly<ShallowRef<HTMLElement | null>>,
): ShallowRef<Record<string, string>> {
  const style = shallowRef<Record<string, string>>({})
  function look(): void {
    const table = box.value?.querySelector('table')
    const names = table?.tHead?.rows[0]?.cells
    if (!box.value || !table?.tHead || !names || box.value.clientWidth === 0) return
    // What the page shows at present, which may be older than what was measured last.
    const applied = (name: string): number => Number.parseInt(box.value?.style.getPropertyValue(name) || '0')
    const named = Array.from(names).findIndex(cell => cell.classList.contains('name'))
    const start = box.value.getBoundingClientRect().left + box.value.clientLeft - box.value.scrollLeft
    const edges = Array.from(names, (cell, place) => {
      const edge = cell.getBoundingClientRect().right - start
      return place < named ? edge : edge - applied('--beside')
    })
    const { clientWidth: width, clientHeight } = box.value
    const height = clientHeight + applied('--below')
    const { beside, below } = leftOver({ edges, width, head: table.tHead.offsetHeight, height })
    style.value = { '--beside': `${beside}px`, '--below': `${below}px` }
  }
  onMounted(look)
  useResizeObserver([box, () => box.value?.querySelector('table') ?? null], look)
  return style
}
