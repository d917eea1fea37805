import type { Answer, Cell, Side } from './answer.ts'
import type { Measure } from './measure.ts'
import type { Figure, Parts } from './value.ts'
import { printLine } from './format.ts'
import { figureOf } from './value.ts'

/** A figure beside its parts, printed as a leader reads it. */
export type Valued = Record<string, Figure & { text: string }>
/** A cell whose values are worked out. */
export interface ValuedCell extends Cell { values: Valued }
/** A side whose values are worked out, cell by cell and over all. */
export interface ValuedSide extends Omit<Side, 'cells' | 'totals'> { cells: ValuedCell[], totals: ValuedCell[], values: Valued }
/** An answer for those who do not divide parts themselves: a shell, an outside system. */
export interface ValuedAnswer extends Omit<Answer, 'current' | 'earlier'> { current: ValuedSide, earlier: ValuedSide | null }

/** What turns the id of a measure into the measure; the catalogue's own, in all but tests. */
export type FindMeasure = (id: string) => Measure

function valuesOf(measures: readonly Measure[], ids: readonly string[], parts: Parts): Valued {
  return Object.fromEntries(measures.map((measure, place) => {
    const figure = figureOf(measure, parts)
    return [ids[place] ?? '', { ...figure, text: printLine(figure.value, measure.unit, 'zh') }]
  }))
}

/** Puts every measure's value, numerator, denominator and coverage beside its parts. Errors: unknown-measure. */
export function withValues(answer: Answer, find: FindMeasure): ValuedAnswer {
  const ids = answer.question.measures
  const measures = ids.map(find)
  const valued = (cell: Cell): ValuedCell => ({ ...cell, values: valuesOf(measures, ids, cell.parts) })
  const side = (one: Side): ValuedSide => ({ ...one, cells: one.cells.map(valued), totals: one.totals.map(valued), values: valuesOf(measures, ids, one.overall) })
  return { ...answer, current: side(answer.current), earlier: answer.earlier && side(answer.earlier) }
}
