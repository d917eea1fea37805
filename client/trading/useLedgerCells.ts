import type { RowsAnswer, RowValue } from '../../server/query/rows.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { nothing, numericColumns, rowText } from '#measures'
import { usePreferences } from '../stores/preferences.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { ledgerMoney } from './ledgerMoney.ts'
import { whyNoDiscount } from './whyNoDiscount.ts'

type Column = RowsAnswer['columns'][number]

/** The shown columns and rows of the ledger. */
interface LedgerShown {
  about: RowsAnswer
  rowAt: (index: number) => RowValue[] | undefined
  /** The keys of the columns that come first. */
  first: readonly string[]
  /** True for procedures that ended without an award, which have no winner and no prices but the base. */
  failed?: boolean
}

/** The columns of an award. */
const ofAwards: ReadonlySet<string> = new Set([
  'winner',
  'awardFen',
  'awardRate',
  'savingFen',
  'gainFen',
  'discountRate',
])
/** The columns that come first for procedures that ended without an award. */
export const firstOfFailed = ['concludedDay', 'name', 'outcome', 'round', 'bidders', 'baseFen'] as const

/** The text of a cell: overspending in words, and — for no discount. */
function saidOf(key: string | undefined, text: string, t: (name: string, said: object) => string): string {
  const below = text.startsWith('-') ? text.slice(1) : null
  if (key === 'savingFen') return below === null ? text : t('trading.over', { amount: below })
  if (key !== 'discountRate') return text
  if (text === '') return nothing
  return below === null ? text : t('trading.aboveBase', { rate: below })
}

/** The texts of the ledger's cells and headings, for its table and its cards. */
export function useLedgerCells(shown: () => LedgerShown) {
  const { t } = useI18n()
  const preferences = usePreferences()
  const printing = usePrinting()
  const say = computed(() => ({ language: preferences.language, yes: t('rows.yes') }))

  /** The columns: first the chosen ones, then all others in the order of the record. */
  const columns = computed(() => {
    const { about, first, failed = false } = shown()
    const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length)
    return about.columns
      .map((column, place) => ({ column, place, isNumber: numericColumns.has(column.shows) }))
      .filter(({ column }) => !failed || !ofAwards.has(column.key))
      .toSorted((a, b) => rank(a.column.key) - rank(b.column.key))
  })
  const valueOf = (index: number, key: string): RowValue | undefined =>
    shown().rowAt(index)?.[shown().about.columns.findIndex(column => column.key === key)]
  /** The discount of a trade is its savings rate. */
  const headingOf = ({ key, names }: Column): string =>
    key === 'discountRate'
      ? t('trading.savingRate')
      : key === 'concludedDay'
        ? t(shown().failed ? 'trading.endedOn' : 'trading.concludedOn')
        : names[preferences.language]
  /** Why a cell is empty because its value is not counted; undefined for all other cells. */
  function whyEmpty(index: number, key: string): string | undefined {
    const row = shown().rowAt(index)
    return key === 'discountRate' && row && valueOf(index, key) === null
      ? t('trading.noDiscount', { why: t(`trading.${whyNoDiscount(row, shown().about, printing.currency)}`) })
      : undefined
  }
  function textAt(index: number, place: number): string {
    const column = shown().about.columns[place]
    const value = shown().rowAt(index)?.[place]
    if (!column) return ''
    const isMoney = column.shows === 'fen' && typeof value === 'string'
    const text = isMoney ? ledgerMoney(value, printing) : rowText(value, column.shows, say.value)
    return saidOf(column.key, text, t)
  }
  return {
    columns,
    headingOf,
    whyEmpty,
    textAt,
    codeAt: (index: number): string => String(valueOf(index, 'tradeCode')),
    /** True for a trade above its base, whose whole line is marked. */
    isAbove: (index: number): boolean => String(valueOf(index, 'savingFen') ?? '').startsWith('-'),
    groupName: (value: RowValue): string =>
      rowText(value, typeof value === 'object' ? 'list' : 'text', say.value) || t('trading.unnamed'),
  }
}
