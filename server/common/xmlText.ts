/* eslint-disable no-control-regex -- they are what is removed */
const notInXml = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g
/* eslint-enable no-control-regex */

/** A text without characters that no XML may hold: Office refuses a whole file for one of them. */
export function xmlText(text: string): string {
  return text.replaceAll(notInXml, ' ').toWellFormed()
}

/** As `xmlText`, for every text inside a value of plain objects and lists. */
export function withXmlText<T>(value: T): T {
  if (typeof value === 'string') return xmlText(value) as T
  if (Array.isArray(value)) return value.map(withXmlText) as T
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withXmlText(inner)])) as T
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text inside markup, or inside a quoted attribute of it. */
export const markupText = (text: string): string => text.replaceAll(/[&<>"]/g, mark => marks[mark] ?? mark)
