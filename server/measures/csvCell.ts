/**
 * Escapes text for a CSV cell, so that no spreadsheet takes it for a formula. Chinese and Japanese
 * spreadsheets also accept full-width signs.
 */
export function withoutFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
}
