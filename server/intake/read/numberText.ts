// Created once: creating a formatter is much slower than using it.
const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 })

/**
 * A number as plain digits, never with an exponent: 0.28999999999999998, as stored by spreadsheets, becomes
 * 0.29.
 */
export function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') && Math.abs(value) < 1e21 ? plain.format(value) : text
}
