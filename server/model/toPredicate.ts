import type { Comparison, ExpressionNode, Operator, Value } from './expression.ts'

/** Evaluates an expression for one row. Missing columns are unknown. */
export type Predicate = (row: Readonly<Record<string, Value | undefined>>) => Value

const comparisons: Record<Comparison, (left: Value, right: Value) => boolean> = {
  '=': (left, right) => left === right,
  '<>': (left, right) => left !== right,
  '<': (left, right) => Number(left) < Number(right),
  '<=': (left, right) => Number(left) <= Number(right),
  '>': (left, right) => Number(left) > Number(right),
  '>=': (left, right) => Number(left) >= Number(right),
  'IS DISTINCT FROM': (left, right) => left !== right,
}

const operators: Record<Operator, (left: number, right: number) => number> = {
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => Math.trunc(left / right),
}

function comparing(comparison: Comparison, left: Predicate, right: Predicate): Predicate {
  const compare = comparisons[comparison]
  if (comparison === 'IS DISTINCT FROM') return row => compare(left(row), right(row))
  return row => {
    const first = left(row)
    const second = right(row)
    return first === null || second === null ? null : compare(first, second)
  }
}

function calculating(operator: Operator, left: Predicate, right: Predicate): Predicate {
  const calculate = operators[operator]
  return row => {
    const first = left(row)
    const second = right(row)
    return first === null || second === null ? null : calculate(Number(first), Number(second))
  }
}

/**
 * AND returns at the first false condition and OR at the first true one; otherwise unknown takes precedence.
 */
function joining(of: readonly Predicate[], stop: boolean): Predicate {
  return row => {
    let result: Value = !stop
    for (const each of of) {
      const value = each(row)
      if (value === stop) return stop
      if (value === null) result = null
    }
    return result
  }
}

function among(of: Predicate, values: readonly Value[]): Predicate {
  const set = new Set(values)
  return row => {
    const value = of(row)
    return value === null ? null : set.has(value)
  }
}

function negating(of: Predicate): Predicate {
  return row => {
    const value = of(row)
    return value === null ? null : !value
  }
}

/**
 * Compiles an expression to a function of one row, with the semantics of `toSql` in PostgreSQL, including
 * nulls.
 */
export function toPredicate(of: ExpressionNode): Predicate {
  switch (of.kind) {
    case 'column': {
      const { name } = of
      return row => row[name] ?? null
    }
    case 'value': {
      const { value } = of
      return () => value
    }
    case 'day': {
      const { day } = of
      return () => day
    }
    case 'compare':
      return comparing(of.comparison, toPredicate(of.left), toPredicate(of.right))
    case 'isIn':
      return among(toPredicate(of.of), of.values)
    case 'isNull': {
      const inner = toPredicate(of.of)
      const { expected } = of
      return row => (inner(row) === null) === expected
    }
    case 'isTrue': {
      const inner = toPredicate(of.of)
      return row => inner(row) === true
    }
    case 'not':
      return negating(toPredicate(of.of))
    case 'all':
      return joining(of.of.map(toPredicate), false)
    case 'any':
      return joining(of.of.map(toPredicate), true)
    case 'calculate':
      return calculating(of.operator, toPredicate(of.left), toPredicate(of.right))
  }
}
