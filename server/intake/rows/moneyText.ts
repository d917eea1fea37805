/** Units of money, with the decimal shift from their amounts to 分. */
export const fenPlaces = { yuan: 2, qian: 5, wan: 6, baiwan: 8, yi: 10, fen: 0 } as const

/** The unit of a column of money, or of an amount. */
export type MoneyUnit = keyof typeof fenPlaces

export const moneyUnits = Object.keys(fenPlaces) as [MoneyUnit, ...MoneyUnit[]]

/** The value of a unit in yuan. */
export const yuanPer = (unit: MoneyUnit): number => 10 ** (fenPlaces[unit] - fenPlaces.yuan)

/** A written amount: a plain decimal number, and its unit. */
interface WrittenAmount {
  number: string
  unit: MoneyUnit | null
}

const units: [RegExp, MoneyUnit][] = [
  [/亿元?$/, 'yi'],
  [/万元?$/, 'wan'],
  [/(?:元整?|圆整?)$/, 'yuan'],
  [/分$/, 'fen'],
]

const currency = /^(?:人民币|RMB|CNY|USD|EUR|[¥$€])|(?:人民币|RMB|CNY|USD|EUR)$/gi

/**
 * Removes separators from a number; null where they are misplaced. 1,234.5, 1.234,50 and 1234,56 are each
 * unambiguous.
 */
function withoutSeparators(text: string): string | null {
  if (/^\d+(?:\.\d*)?$/.test(text)) return text
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text)) return text.replaceAll(',', '')
  // Chinese accounts also group by four digits.
  if (/^\d{1,4}(?:,\d{4})+(?:\.\d*)?$/.test(text)) return text.replaceAll(',', '')
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) return text.replaceAll('.', '').replace(',', '.')
  return /^\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : null
}

function signOf(text: string): { sign: '' | '-'; rest: string } {
  if (/^\(.*\)$/.test(text)) return { sign: '-', rest: text.slice(1, -1) }
  if (/^[-−].*/.test(text)) return { sign: '-', rest: text.slice(1) }
  if (/.[-−]$/.test(text)) return { sign: '-', rest: text.slice(0, -1) }
  return { sign: '', rest: text.replace(/^\+/, '') }
}

/**
 * Parses 1,200,000.00, ￥1200000, 人民币120万元, 0.12亿元, full-width digits, (1,200.00) and 1200-. Null for other
 * text, such as 面议 or 1.2E+06.
 */
export function writtenAmount(text: string): WrittenAmount | null {
  const plain = text.normalize('NFKC').replaceAll(/[\s，]/g, match => (match === '，' ? ',' : ''))
  const { sign, rest } = signOf(plain)
  const bare = rest.replaceAll(currency, '')
  const unit = units.find(([form]) => form.test(bare))
  const inner = signOf((unit ? bare.replace(unit[0], '') : bare).replaceAll(currency, ''))
  const number = withoutSeparators(inner.rest)
  if (number === null) return null
  return { number: `${sign === inner.sign ? '' : '-'}${number}`, unit: unit?.[1] ?? null }
}
