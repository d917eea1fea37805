/**
 * A text as a cell of CSV that no spreadsheet takes for a formula. Those for Chinese and Japanese take the
 * wide signs as well.
 */
export function withoutFormula(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r]/.test(text) ? `'${text}` : text
}
