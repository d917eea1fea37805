import type { Language, RowsQuestionInput } from '#measures'
import type { RowsAnswer, RowValue } from '../../server/query/rows.ts'
import type { Sheet } from '../ui/figureSheet.ts'
import { rowText } from '#measures'
import { trpc } from '../data/trpc.ts'

type Question = Omit<RowsQuestionInput, 'offset' | 'limit'>
const pageSize = 200
/** The most records of a list in a workbook. */
const most = 5000

/** Reads every record of a question, page by page. Errors: those of the question. */
async function allRows(question: Question, total: number): Promise<RowValue[][]> {
  const rows: RowValue[][] = []
  while (rows.length < Math.min(total, most)) {
    const page = await trpc.measures.rows.query({ ...question, offset: rows.length, limit: pageSize })
    if (page.rows.length === 0) break
    rows.push(...page.rows)
  }
  return rows.slice(0, most)
}

interface Words {
  language: Language
  name: string
  yes: string
  /** The name of a sheet that holds only the first records. */
  firstOf: (count: number) => string
}

function sheetOf(about: RowsAnswer, rows: readonly RowValue[][], { language, name, yes }: Words): Sheet {
  const { columns } = about
  return {
    name,
    headers: columns.map(({ names }) => names[language]),
    rows: rows.map(row => columns.map(({ shows }, place) => rowText(row[place], shows, { language, yes }))),
    numbers: rows.map(row =>
      columns.map(({ shows }, place) => {
        const value = row[place]
        return shows === 'fen' && typeof value === 'string' ? { value: Number(value), unit: 'fen' } : null
      }),
    ),
  }
}

/** The ledger as a sheet with every record, although the page has read only the visible ones. */
export function ledgerSheet(about: RowsAnswer, question: Question, words: Words): Sheet {
  return {
    ...sheetOf(about, about.rows, words),
    whole: async () => {
      const name = about.total > most ? words.firstOf(most) : words.name
      return sheetOf(about, await allRows(question, about.total), { ...words, name })
    },
  }
}
