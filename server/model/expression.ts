/** A value that a row holds or an expression yields. Null is SQL's NULL: unknown. Days are day numbers. */
export type Value = string | number | boolean | null

type Scalar = Exclude<Value, null>

/** How two values are compared. All but the last yield null where a side is null. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'IS DISTINCT FROM'

/** A difference, a product, or a quotient of whole numbers, which drops its fraction. */
export type Operator = '-' | '*' | '/'

/** The node kinds of an expression. Only `toSql`, `toPredicate`, `negate` and `columnsIn` interpret them. */
export type ExpressionNode =
  | { kind: 'column'; name: string }
  | { kind: 'value'; value: Scalar }
  | { kind: 'day'; day: number }
  | { kind: 'compare'; comparison: Comparison; left: ExpressionNode; right: ExpressionNode }
  | { kind: 'isIn'; of: ExpressionNode; values: readonly (string | number)[] }
  | { kind: 'isNull'; of: ExpressionNode; expected: boolean }
  | { kind: 'isTrue'; of: ExpressionNode }
  | { kind: 'not'; of: ExpressionNode }
  | { kind: 'all' | 'any'; of: readonly ExpressionNode[] }
  | { kind: 'calculate'; operator: Operator; left: ExpressionNode; right: ExpressionNode }

/** An expression over the columns of one row; `T` is the type of its result where it is known. */
export type Expression<T extends Scalar = Scalar> = ExpressionNode & { readonly yields?: T }

/** An expression whose result is true, false or unknown. */
export type Condition = Expression<boolean>

type Operand<T extends Scalar> = Expression<T> | T

function operand(of: Expression | Scalar): ExpressionNode {
  return typeof of === 'object' ? of : { kind: 'value', value: of }
}

const compare =
  (comparison: Comparison) =>
  <T extends Scalar>(left: Expression<T>, right: Operand<NoInfer<T>>): Condition => ({
    kind: 'compare',
    comparison,
    left,
    right: operand(right),
  })

/** `left = right`. */
export const eq = compare('=')
/** `left <> right`. */
export const notEq = compare('<>')
/** `left < right`. */
export const lt = compare('<')
/** `left <= right`. */
export const lte = compare('<=')
/** `left > right`. */
export const gt = compare('>')
/** `left >= right`. */
export const gte = compare('>=')
/** `left IS DISTINCT FROM right`: never unknown, for null differs from every value. */
export const differs = compare('IS DISTINCT FROM')

/** True where `of` is one of some values. */
export const isIn = <T extends string | number>(
  of: Expression<T>,
  values: readonly NoInfer<T>[],
): Condition => ({
  kind: 'isIn',
  of,
  values,
})

/** True where `of` is unknown. Never unknown itself. */
export const isNull = (of: Expression): Condition => ({ kind: 'isNull', of, expected: true })

/** True where `of` is known. Never unknown itself. */
export const isNotNull = (of: Expression): Condition => ({ kind: 'isNull', of, expected: false })

/** True where `of` is true, false where it is false or unknown. Opaque to the query planner. */
export const isTrue = (of: Condition): Condition => ({ kind: 'isTrue', of })

/** `NOT of`. */
export const not = (of: Condition): Condition => ({ kind: 'not', of })

/** True where all conditions are; also where there are none. */
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of })

/** True where any condition is; false where there are none. */
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of })

const calculate =
  (operator: Operator) =>
  (left: Expression<number>, right: Operand<number>): Expression<number> => ({
    kind: 'calculate',
    operator,
    left,
    right: operand(right),
  })

/** `left - right`; of two days, the days between them. */
export const minus = calculate('-')
/** `left * right`. */
export const times = calculate('*')
/** The whole part of `left / right`, as PostgreSQL divides integers. */
export const dividedBy = calculate('/')

/** A day, given as a day number. */
export const day = (of: number): Expression<number> => ({ kind: 'day', day: of })

/** A column whose name and type are known only at run time. */
export const columnNamed = <T extends Scalar>(name: string): Expression<T> => ({ kind: 'column', name })

/**
 * A condition that is true exactly where `of` is not true, and never unknown. Tests for null become the
 * opposite test, which can use an index.
 */
export function negate(of: Condition): Condition {
  switch (of.kind) {
    case 'isNull':
      return { ...of, expected: !of.expected }
    case 'isTrue':
      return not(of)
    case 'not':
      return of.of.kind === 'isTrue' ? of.of : not(isTrue(of))
    case 'column':
    case 'value':
    case 'day':
    case 'compare':
    case 'isIn':
    case 'all':
    case 'any':
    case 'calculate':
      return not(isTrue(of))
  }
}

function childrenOf(of: ExpressionNode): readonly ExpressionNode[] {
  switch (of.kind) {
    case 'column':
    case 'value':
    case 'day':
      return []
    case 'compare':
    case 'calculate':
      return [of.left, of.right]
    case 'isIn':
    case 'isNull':
    case 'isTrue':
    case 'not':
      return [of.of]
    case 'all':
    case 'any':
      return of.of
  }
}

/** The names of the columns that an expression reads, each once. */
export function columnsIn(of: ExpressionNode): string[] {
  const own = of.kind === 'column' ? [of.name] : []
  return [...new Set([...own, ...childrenOf(of).flatMap(columnsIn)])]
}
