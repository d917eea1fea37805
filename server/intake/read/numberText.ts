// Made once: a formatter costs far more to make than to use.
const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 })

/**
 * A number as plain digits, never with an exponent: 0.28999999999999998, as spreadsheets store it, is
 * 0.29.
 */
export function numberText(value: number): string {
  const text = String(value)
  return text.includes('e') && Math.abs(value) < 1e21 ? plain.format(value) : text
}
