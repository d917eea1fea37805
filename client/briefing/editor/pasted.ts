import type { FigureRef } from '#measures'
import type { Block, TextTable } from '../../../server/briefing/document.ts'
import { measureIds } from '#measures'

const knownMeasures = new Set<string>(measureIds)
const kinds = new Set<string>([
  'table',
  'textTable',
  'claim',
  'note',
  'chart',
  'grid',
  'photo',
] satisfies Block['kind'][])

function parsed(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The reference in copied HTML; null where it is not one of ours. */
export function figureFrom(json: string): FigureRef | null {
  const value = parsed(json)
  const isFigure =
    typeof value?.measure === 'string' &&
    knownMeasures.has(value.measure) &&
    typeof value.period === 'string' &&
    typeof value.comparison === 'string'
  return isFigure ? (value as unknown as FigureRef) : null
}

/** The block in copied HTML; null where it is not one of ours. */
export function blockFrom(json: string): Block | null {
  const value = parsed(json)
  return typeof value?.kind === 'string' && kinds.has(value.kind) ? (value as unknown as Block) : null
}

/** The limits of a text table. */
export const mostRows = 400
export const mostColumns = 40
export const longestCell = 400
const cellText = (cell: Element): string =>
  (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, longestCell)

/** A pasted table as a block; null where it has no cells. */
export function textTableFrom(table: HTMLElement): { block: TextTable } | null {
  const rows = Array.from(table.querySelectorAll('tr'), row =>
    Array.from(row.querySelectorAll('td, th'), cellText).slice(0, mostColumns),
  )
    .filter(cells => cells.length > 0)
    .slice(0, mostRows)
  const caption = table.querySelector('caption')
  return rows.length === 0
    ? null
    : { block: { kind: 'textTable', caption: caption ? cellText(caption) : '', rows } }
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag)
  renamed.append(...element.childNodes)
  element.replaceWith(renamed)
}

/**
 * Removes styles from HTML: the editor has none, and the browser would report each of them as a violation of
 * the content security policy.
 */
export const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, tag => tag.replaceAll(/\sstyle\s*=\s*(?:"[^"]*"|'[^']*')/gi, ''))

/**
 * Converts HTML of other programs for the editor: heading levels are mapped to ours, numbered lists keep
 * their numbers, line breaks become paragraphs.
 */
export function cleanedHtml(html: string): string {
  const plain = withoutStyles(html)
  const page = new DOMParser().parseFromString(plain, 'text/html')
  if (page.querySelector('[data-pm-slice]')) return plain
  for (const heading of page.querySelectorAll('h1, h2')) rename(heading, 'h3')
  for (const heading of page.querySelectorAll('h5, h6')) rename(heading, 'h4')
  for (const list of page.querySelectorAll('ol'))
    Array.from(list.querySelectorAll(':scope > li')).forEach((item, place) => item.prepend(`${place + 1}. `))
  for (const element of page.querySelectorAll('p, h3, h4')) splitAtBreaks(element)
  return page.body.innerHTML
}

/** Splits a paragraph at each `<br>` directly inside it. */
function splitAtBreaks(element: Element): void {
  const breaks = Array.from(element.querySelectorAll(':scope > br'))
  for (const lineBreak of breaks) {
    const before = element.cloneNode(false) as Element
    while (element.firstChild && element.firstChild !== lineBreak) before.append(element.firstChild)
    lineBreak.remove()
    if (before.textContent?.trim()) element.before(before)
  }
}
