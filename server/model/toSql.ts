import type { Sql } from 'sql-template-tag'
import type { Comparison, ExpressionNode, Operator } from './expression.ts'
import sql, { join, raw } from 'sql-template-tag'
import { textOfDay } from '../common/day.ts'

/** A quoted identifier. Names come from the model and the rollups, never from requests. */
export const identifier = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`)

const comparisons: Record<Comparison, Sql> = {
  '=': raw('='),
  '<>': raw('<>'),
  '<': raw('<'),
  '<=': raw('<='),
  '>': raw('>'),
  '>=': raw('>='),
  'IS DISTINCT FROM': raw('IS DISTINCT FROM'),
}

const operators: Record<Operator, Sql> = { '-': raw('-'), '*': raw('*'), '/': raw('/') }

/**
 * Compiles an expression to SQL over the unqualified columns of one row. Identifiers are quoted and values
 * bound. The text depends only on the structure of the expression, so that equal questions share a prepared
 * statement.
 */
export function toSql(of: ExpressionNode): Sql {
  switch (of.kind) {
    case 'column':
      return identifier(of.name)
    case 'value':
      return sql`${of.value}`
    case 'day':
      return sql`${textOfDay(of.day)}::date`
    case 'compare':
      return sql`${inner(of.left)} ${comparisons[of.comparison]} ${inner(of.right)}`
    case 'isIn':
      return sql`${inner(of.of)} = ANY(${[...of.values]})`
    case 'isNull':
      return of.expected ? sql`${inner(of.of)} IS NULL` : sql`${inner(of.of)} IS NOT NULL`
    case 'isTrue':
      return sql`COALESCE(${toSql(of.of)}, false)`
    case 'not':
      return sql`NOT ${inner(of.of)}`
    case 'all':
      return of.of.length === 0 ? raw('true') : join(of.of.map(inner), ' AND ')
    case 'any':
      return of.of.length === 0 ? raw('false') : join(of.of.map(inner), ' OR ')
    case 'calculate':
      return sql`${inner(of.left)} ${operators[of.operator]} ${inner(of.right)}`
  }
}

const atoms = new Set<ExpressionNode['kind']>(['column', 'value', 'day', 'isTrue'])

/** An operand, in parentheses where it contains an operator. */
function inner(of: ExpressionNode): Sql {
  return atoms.has(of.kind) ? toSql(of) : sql`(${toSql(of)})`
}
