import type { Answer, Cell, Side } from './answer.ts'
import type { Difference } from './comparable.ts'
import type { Language } from './format.ts'
import type { Measure } from './measure.ts'
import type { Figure, Parts } from './value.ts'
import { printingOf } from './answer.ts'
import { changeIn, figureIn } from './comparable.ts'
import { whyNotWords } from './coverageWords.ts'
import { printChange, printFigure } from './format.ts'
import { figureOf } from './value.ts'

/** Figures by measure, each with its printed text. */
type Valued = Record<string, Figure & { text: string }>
/** A cell with computed values. */
interface ValuedCell extends Cell {
  values: Valued
}
/** A side with computed values, for each cell and in total. */
interface ValuedSide extends Omit<Side, 'cells' | 'totals'> {
  cells: ValuedCell[]
  totals: ValuedCell[]
  values: Valued
}
/** The change of a measure between the two sides, or why there is none, with its printed text. */
type ValuedChange = Difference & { text: string }
/**
 * An answer with computed values, for callers that do not compute figures from parts: the command line and
 * other systems.
 */
export interface ValuedAnswer extends Omit<Answer, 'current' | 'earlier'> {
  current: ValuedSide
  earlier: ValuedSide | null
  /** By measure, for all members together. */
  changes: Record<string, ValuedChange>
}

/** Finds a measure by its id: `measureNamed`, except in tests. */
type FindMeasure = (id: string) => Measure

function valuedChange(measure: Measure, answer: Answer, language: Language): ValuedChange {
  const difference = changeIn(measure, answer)
  const { change, whyNot } = difference
  const text = change
    ? printChange(change, measure, printingOf(answer, language))
    : whyNotWords(whyNot, language, answer.current.to.slice(0, 4))
  return { ...difference, text }
}

/**
 * Adds value, numerator, denominator, coverage and change of every measure to an answer, printed in a
 * language. Errors: unknown-measure.
 */
export function withValues(answer: Answer, find: FindMeasure, language: Language = 'zh'): ValuedAnswer {
  const ids = answer.question.measures
  const measures = ids.map(id => [id, find(id)] as const)
  const how = printingOf(answer, language)
  const valuesOf = (parts: Parts, isWhole = false): Valued =>
    Object.fromEntries(
      measures.map(([id, measure]) => {
        const figure = isWhole ? figureIn(measure, answer) : figureOf(measure, parts)
        return [id, { ...figure, text: printFigure(figure, measure, how) }]
      }),
    )
  const valued = (cell: Cell): ValuedCell => ({ ...cell, values: valuesOf(cell.parts) })
  const valuedSide = (side: Side): ValuedSide => ({
    ...side,
    cells: side.cells.map(valued),
    totals: side.totals.map(valued),
    values: valuesOf(side.overall, side === answer.current),
  })
  return {
    ...answer,
    current: valuedSide(answer.current),
    earlier: answer.earlier && valuedSide(answer.earlier),
    changes: Object.fromEntries(
      measures.map(([id, measure]) => [id, valuedChange(measure, answer, language)]),
    ),
  }
}
