import type { Language } from '#measures'

/* eslint-disable-next-line no-control-regex -- what no system takes in the name of a file */
const unsafe = /[\u0000-\u001F\u007F\\/:*?"<>|\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g
/** An unpaired surrogate. Browsers before Chromium 111 have no `toWellFormed`. */
const half = /\p{Surrogate}/gu
/** The maximum in bytes, well below the limit of 255 of file systems; a Chinese character takes three. */
const mostBytes = 100
const bytes = new TextEncoder()

/** Makes a text safe as part of a file name on every system. */
function safe(text: string): string {
  const signs = Array.from(text.replaceAll(half, '').replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' '))
  while (bytes.encode(signs.join('')).length > mostBytes) signs.pop()
  return signs.join('').replaceAll(/^[\s.~-]+|[\s.-]+$/g, '')
}

/**
 * The name of a file of figures: 云霄县-办件量-2026-01-01至2026-11-27, or "Yunxiao-Cases-2026-01-01 to 2026-11-27".
 * For a single day the date is given once.
 */
export function figureFileName(
  { centre, subject, from, to }: { centre: string; subject: string; from: string; to: string },
  language: Language,
): string {
  const dates = from === to || to === '' ? from : `${from}${language === 'zh' ? '至' : ' to '}${to}`
  return [centre, subject, dates].map(safe).filter(Boolean).join('-') || 'figures'
}
