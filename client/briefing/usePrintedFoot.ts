import type { ShallowRef } from 'vue'
import { useEventListener } from '@vueuse/core'

/** The text area of a page, without its margins. */
const page = { width: '156mm', height: '225mm' }
/** A margin for rounding errors, in pixels: a foot beyond the end of its page would cause another page. */
const slack = 2

const find = (within: HTMLElement, selector: string): HTMLElement | null => within.querySelector(selector)

/** A copy of the sheet, laid out in columns in the same way as the printer lays out pages. */
function inColumns(sheet: HTMLElement): { frame: HTMLElement; copy: HTMLElement } {
  const frame = document.createElement('div')
  Object.assign(frame.style, {
    position: 'absolute',
    top: '0',
    left: '0',
    visibility: 'hidden',
    width: page.width,
    height: page.height,
    columnWidth: page.width,
    columnGap: '0',
    columnFill: 'auto',
  })
  const copy = sheet.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('.noprint, .working-note, .silent')) hidden.remove()
  for (const printed of copy.querySelectorAll<HTMLElement>('.only-print')) printed.style.display = 'block'
  Object.assign(copy.style, { padding: '0', border: '0', maxWidth: 'none' })
  const annex = find(copy, '.annex')
  if (annex) Object.assign(annex.style, { breakBefore: 'column', margin: '0', padding: '0', border: '0' })
  const foot = find(copy, 'footer')
  if (foot) foot.style.marginTop = '0'
  frame.append(copy)
  return { frame, copy }
}

/** The space above the foot, in pixels, that puts it at the end of the last page. */
function roomAbove(sheet: HTMLElement): number {
  const { frame, copy } = inColumns(sheet)
  document.body.append(frame)
  const area = frame.getBoundingClientRect()
  const foot = find(copy, 'footer')?.getBoundingClientRect()
  frame.remove()
  if (!foot) return 0
  return Math.max(0, area.bottom - foot.bottom - slack)
}

/**
 * Moves the 版记 of a sheet to the end of the last page when it is printed, as in the Word document (GB/T
 * 9704-2012, 7.4.1).
 */
export function usePrintedFoot(sheet: Readonly<ShallowRef<HTMLElement | null>>): void {
  const leave = (room: (sheet: HTMLElement) => number): void => {
    const filler = sheet.value && find(sheet.value, '.filler')
    if (sheet.value && filler) filler.style.height = `${room(sheet.value)}px`
  }
  useEventListener(window, 'beforeprint', () => leave(roomAbove))
  useEventListener(window, 'afterprint', () => leave(() => 0))
}
