import type { QuestionInput } from '#measures'
import type { Level } from './plan.ts'
import type { QueryContext } from './queryContext.ts'
import type { Statement } from './read.ts'
import { partKey, textOfDay } from '#measures'
import { compile, hasDays, tablesOf } from './compile.ts'
import { prepareQuestion } from './prepare.ts'
import { inSnapshot, SnapshotCache } from './queryContext.ts'

/** One read of a question, in words. */
interface ReadExplained {
  /** What it fills: all cells, or totals that cannot be merged from cells. */
  fills: Level
  parts: string[]
  /** The tables, with the days read from each. */
  from: { table: string; days: string[] }[]
  why: string
  statement: Statement
}

const days = ({ from, to }: { from: number | null; to: number }): string =>
  `${from === null ? '…' : textOfDay(from)}..${textOfDay(to)}`

/**
 * Describes the reads of a question: from which tables, why from there, and the SQL. Reads no figure. Errors:
 * those of `ask`.
 */
export async function explain(input: QuestionInput, context: QueryContext): Promise<ReadExplained[]> {
  return inSnapshot(context.database, async client => {
    const { plans } = await prepareQuestion(input, context, new SnapshotCache(client))
    return plans.flatMap(plan =>
      [...plan.reads, ...plan.balanceReads].filter(hasDays).map(read => ({
        fills: plan.level,
        parts: read.parts.map(partKey),
        from: tablesOf(read).map(({ table, buckets }) => ({ table, days: buckets.map(days) })),
        why: read.from.why,
        statement: compile(read),
      })),
    )
  })
}
