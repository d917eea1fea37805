import type { QuestionInput } from '#measures'
import type { Asking } from './ground.ts'
import type { Grain } from './plan.ts'
import type { Read, Statement } from './read.ts'
import { partKey, textOfDay } from '#measures'
import { factNamed } from '../facts/index.ts'
import { compile, placed } from './compile.ts'
import { Common, inSnapshot } from './ground.ts'
import { prepareQuestion } from './prepare.ts'
import { tableOf } from './tiers/grains.ts'
import { dayPieces, piecesOf } from './tiers/pieces.ts'

/** One read of a question, in words. */
export interface ReadExplained {
  /** What it fills: every cell, or totals and wholes that cannot be added up from cells. */
  fills: Grain
  parts: string[]
  /** The tables, with the days that each answers. */
  from: { table: string, days: string[] }[]
  why: string
  statement: Statement
}

const days = ({ from, to }: { from: number | null, to: number }): string => `${from === null ? '…' : textOfDay(from)}..${textOfDay(to)}`

function tablesOf(read: Read): ReadExplained['from'] {
  const { grain } = read.from
  if (!grain)
    return [{ table: factNamed(read.fact).table, days: read.buckets.map(days) }]
  const pieces = read.shape === 'byDay' ? dayPieces(placed(read)) : piecesOf(placed(read))
  return pieces.map(piece => ({ table: tableOf(grain, piece.step), days: piece.buckets.map(days) }))
}

/** Says what would be read for a question, from where, and why from there. Reads no figure. Errors: those of `ask`. */
export async function explain(input: QuestionInput, asking: Asking): Promise<ReadExplained[]> {
  return inSnapshot(asking.database, async (client) => {
    const { plans } = await prepareQuestion(input, asking, new Common(client))
    return plans.flatMap(one => [...one.reads, ...one.balanceReads].map(read => ({ fills: one.grain, parts: read.parts.map(partKey), from: tablesOf(read), why: read.from.why, statement: compile(read) })))
  })
}
