import type { Names, RowsQuestionInput } from '#measures'
import type { Outputs } from '../data/trpc.ts'
import { textOfDay } from '#measures'
import { trpc } from '../data/trpc.ts'

type Page = Outputs['measures']['rows']

/** A record by column name. */
type RowByColumn = Record<string, Page['rows'][number][number]>

/** Converts rows to objects by column name. */
export const byColumn = ({ columns, rows }: Page): RowByColumn[] =>
  rows.map(row => Object.fromEntries(columns.map((column, place) => [column.key, row[place] ?? null])))

/** A rule of the register. */
interface Rule {
  code: string
  name: string
  area: 'hall' | 'trading'
  areaNames: Names
  text: string
  from: string
  review: string | null
}

/** How near the review of a rule is; "soon" means within thirty days. */
type Due = 'reviewOn' | 'reviewSoon' | 'reviewDue'
export const dueOf = (review: string, today: number): Due =>
  review < textOfDay(today) ? 'reviewDue' : review <= textOfDay(today + 30) ? 'reviewSoon' : 'reviewOn'

/** The rules whose review is due in that way. */
export const rulesDue = (rules: readonly Rule[], due: Due, today: number): Rule[] =>
  rules.filter(({ review }) => review !== null && dueOf(review, today) === due)

type Asked = Pick<RowsQuestionInput, 'centres' | 'period'>

/** All rules in force at the end of a period: those of the hall first, by number. */
export async function readRules(asked: Asked, signal: AbortSignal): Promise<Rule[]> {
  const pages = await Promise.all(
    (['hallRules', 'tradingRules'] as const).map(async measure =>
      trpc.measures.rows.query({ ...asked, measure, filters: [], limit: 500 }, { signal }),
    ),
  )
  return pages.flatMap((page, place) =>
    byColumn(page)
      .map((row): Rule => ({
        code: String(row.code ?? ''),
        name: String(row.name ?? ''),
        area: place === 0 ? 'hall' : 'trading',
        areaNames: row.area as Names,
        text: String(row.text ?? ''),
        from: String(row.validFrom ?? ''),
        review: row.reviewDay === null || row.reviewDay === undefined ? null : String(row.reviewDay),
      }))
      .sort((a, b) => a.code.localeCompare(b.code, 'en', { numeric: true })),
  )
}
