/* eslint-disable no-control-regex -- they are what is removed */
const notInXml = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g
/* eslint-enable no-control-regex */

/** Removes characters that are invalid in XML: Office rejects a file that contains one of them. */
export function xmlText(text: string): string {
  return text.replaceAll(notInXml, ' ').toWellFormed()
}

/** Applies `xmlText` to every text in a value of plain objects and lists. */
export function withXmlText<T>(value: T): T {
  if (typeof value === 'string') return xmlText(value) as T
  if (Array.isArray(value)) return value.map(withXmlText) as T
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withXmlText(inner)])) as T
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes a text for use in markup or in a quoted attribute. */
export const markupText = (text: string): string => text.replaceAll(/[&<>"]/g, mark => marks[mark] ?? mark)
