import type { MeasureId } from '#measures'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { connect } from '../../server/storage/database.ts'
import { testUrl } from './database.ts'
import { addCentre, load, loadSmallHall, testNow } from './load.ts'

/** A few rows, and the result that a person would compute from them by hand. */
export interface WorkedExample {
  /** CSV by target, in addition to the small hall. */
  rows: Partial<Record<TargetName, string>>
  period: string
  filters?: { dimension: string; in: string[] }[]
  value: number | null
  /** Numerator and n, for figures that have them. */
  of?: [number, number]
  /** The tolerance of the value; exact by default. */
  within?: number
  coverage?: { covered: number; of: number }
}

/**
 * Loads the rows through the intake into a centre of their own, asks the question and compares the result.
 */
export function workedExample(id: MeasureId, words: string, example: WorkedExample): void {
  it(`${id}: ${words}`, async () => {
    const database = connect(testUrl('examples'))
    try {
      const centre = `example-${randomUUID()}`
      await addCentre(database, centre)
      await loadSmallHall(database, centre)
      for (const [target, csv] of Object.entries(example.rows)) {
        const result = await load(database, { centre, target: target as TargetName }, csv.trim())
        expect(result.problems).toEqual([])
      }
      const answer = await ask(
        { measures: [id], centres: [centre], period: example.period, filters: example.filters ?? [] },
        { database, scope: wholeScope, now: testNow },
      )
      const figure = figureOf(measureNamed(id), answer.current.overall)
      if (example.value === null || example.within === undefined) expect(figure.value).toBe(example.value)
      else expect(Math.abs((figure.value ?? Number.NaN) - example.value)).toBeLessThanOrEqual(example.within)
      if (example.of) expect([figure.numerator, figure.n]).toEqual(example.of)
      if (example.coverage) expect(figure.coverage).toEqual(example.coverage)
    } finally {
      await database.close()
    }
  })
}
