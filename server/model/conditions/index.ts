import type { Condition, Expression } from '../expression.ts'
import type { FactName } from '../index.ts'
import { caseExpressions } from './cases.ts'
import { hallExpressions } from './hall.ts'
import { procedureExpressions } from './procedure.ts'
import { tradeExpressions } from './trades.ts'

/** The named conditions of a fact, and its numbers: whole numbers that may be added up. */
interface FactExpressions {
  conditions: Record<string, Condition>
  numbers: Record<string, Expression<number>>
}

/**
 * The conditions and numbers of every fact. Only the server needs them; the client uses their names as types.
 */
const expressions = {
  cases: caseExpressions,
  trades: tradeExpressions,
  ...hallExpressions,
  ...procedureExpressions,
} satisfies Record<FactName, FactExpressions>

type NamesOf<Table> = Extract<keyof Table, string>

/** The names of a fact's conditions. */
export type ConditionName<F extends FactName> = NamesOf<(typeof expressions)[F]['conditions']>

/** The names of a fact's numbers. */
export type NumberName<F extends FactName> = NamesOf<(typeof expressions)[F]['numbers']>

/** The conditions and numbers of a fact with names widened to strings, for generic code. */
export function expressionsOf(fact: FactName): FactExpressions {
  return expressions[fact]
}
