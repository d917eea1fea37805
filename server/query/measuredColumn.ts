import type { Measure, RowsQuestion } from '#measures'
import type { ExpressionNode } from '../model/expression.ts'
import type { Fact, FactName, RowColumn } from '../model/index.ts'
import type { FlowPart, StockPart } from './words.ts'
import { newestPart } from '#measures'
import { conditionNamed, conditionOf, numberNamed } from '../model/named.ts'

/** The listed column with the number that a measure sums. */
export interface MeasuredColumn {
  column: string
  /** True where the column has the opposite sign: what costs above its base is listed as negative. */
  negative: boolean
}

/** The `orderBy` that lists the records with most of the measured number first. */
const byMeasured = 'measured'

const written = (node: ExpressionNode): string => JSON.stringify(node)

function turned(node: ExpressionNode): ExpressionNode | null {
  return node.kind === 'calculate' && node.operator === '-'
    ? { ...node, left: node.right, right: node.left }
    : null
}

const listed = (fact: Fact, { column, number }: RowColumn): ExpressionNode =>
  number === undefined ? { kind: 'column', name: column } : numberNamed(fact.name as FactName, number)

const clauses = (of: ExpressionNode): string[] => (of.kind === 'all' ? of.of.flatMap(clauses) : [written(of)])

/** Whether a column is listed for every record that a part counts. */
function alwaysListed({ fact, when }: FlowPart | StockPart, { countsWhen }: RowColumn): boolean {
  if (countsWhen === undefined) return true
  const conditions = new Set(clauses(conditionOf({ fact, when })))
  return clauses(conditionNamed(fact, countsWhen)).every(clause => conditions.has(clause))
}

function aggregatedBy(part: FlowPart | StockPart, fact: Fact): ExpressionNode | null {
  if (part.aggregate === 'histogram') return { kind: 'column', name: fact.bins[part.of]?.value ?? '' }
  return part.aggregate === 'sum' ? numberNamed(part.fact, part.of) : null
}

/**
 * The column of the number that a measure sums or judges; null where it only counts, or the number is not
 * listed.
 */
export function measuredColumn(
  measure: Measure,
  fact: Fact,
  columns: readonly RowColumn[],
): MeasuredColumn | null {
  const part = newestPart('part' in measure ? measure.part : measure.numerator)
  if ((part.kind !== 'flow' && part.kind !== 'stock') || part.fact !== fact.name) return null
  const number = aggregatedBy(part, fact)
  if (!number) return null
  const usable = columns.filter(column => alwaysListed(part, column))
  const columnOf = (wanted: ExpressionNode | null): string | undefined =>
    wanted ? usable.find(column => written(listed(fact, column)) === written(wanted))?.column : undefined
  const plain = columnOf(number)
  if (plain !== undefined) return { column: plain, negative: false }
  const opposite = columnOf(turned(number))
  return opposite === undefined ? null : { column: opposite, negative: true }
}

/** The order of records, with the measured column in place of `measured`. */
export function askedOrder(
  { orderBy, descending }: RowsQuestion,
  measured: MeasuredColumn | null,
): { orderBy?: string; descending: boolean } {
  if (orderBy !== byMeasured) return { orderBy, descending }
  return measured ? { orderBy: measured.column, descending: !measured.negative } : { descending: false }
}
