import type { ReadRecord } from './rowReader.ts'
import type { Warned } from './tally.ts'
import type { DeriveContext, Row, Target } from './target.ts'

/** What is odd about a row that is loaded all the same. */
export function warningsOf(target: Target, { row, rounded }: ReadRecord, { values, context }: { values: Row, context: DeriveContext }): Warned[] {
  const own = target.warn?.(values, context)
  return [
    ...own ? [{ warning: own.warning, row, example: own.value }] : [],
    ...rounded ? [{ warning: 'roundedMoney' as const, row, example: '' }] : [],
  ]
}
