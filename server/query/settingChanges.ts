import type { AnswerSettingChange, FlowPart, Measure, PlainPart, Setting, StockPart } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Frame } from './frame.ts'
import { dayFromText, partKey, partsOf, plainPartsOf } from '#measures'
import { columnsIn } from '../model/expression.ts'
import { factNamed } from '../model/index.ts'
import { clockColumn, conditionOf, numberNamed } from '../model/named.ts'

/**
 * The columns that each setting affects. Working time is measured in the hall's own days. Limits are counted
 * in days, so that opening hours hardly affect verdicts.
 */
const decided: Record<Setting, readonly string[]> = {
  hours: ['workedMilliDays', 'workedBin'],
  limits: [
    'committedVerdict',
    'statutoryVerdict',
    'committedDueDay',
    'breachedDay',
    'warnDay',
    'statutoryMilliDays',
  ],
  instant: ['itemType', 'instantCapable'],
}

/** The columns that a part sums or bins. */
function aggregatedColumns({ fact, aggregate, of }: FlowPart | StockPart): string[] {
  if (aggregate === 'sum') return columnsIn(numberNamed(fact, of))
  const bins: Record<string, { value: string; bin: string }> = factNamed(fact).bins
  return aggregate === 'histogram' ? Object.values(bins[of] ?? {}) : []
}

/** The columns from which a part is counted. */
function columnsOfPart(part: PlainPart): string[] {
  switch (part.kind) {
    case 'flow':
      return [
        clockColumn(factNamed(part.fact), part.during),
        ...columnsIn(conditionOf(part)),
        ...aggregatedColumns(part),
      ]
    case 'stock':
      return [...columnsIn(conditionOf(part)), ...aggregatedColumns(part)]
    case 'balance':
      return [...part.entered, ...part.left].flatMap(columnsOfPart)
    case 'calendar':
      return []
  }
}

interface Days {
  from: number
  to: number
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every(value => b.has(value))

/**
 * Whether a change of a setting makes two sides incomparable. Recurring hours, such as those of the summer,
 * do not.
 */
function separates(setting: Setting, [centre, current, earlier]: [Centre, Days, Days | undefined]): boolean {
  if (!earlier) return false
  return (
    setting !== 'hours' ||
    !same(centre.hall.timesIn(current.from, current.to), centre.hall.timesIn(earlier.from, earlier.to))
  )
}

/** The changes of settings after the first day of an answer's sides, with the parts that they affect. */
export function settingChangesIn(
  centres: readonly Centre[],
  measures: readonly Measure[],
  { sides }: Frame,
): AnswerSettingChange[] {
  const [current, earlier] = sides.map(side => side.whole)
  if (!current) return []
  const first = Math.min(current.from, earlier?.from ?? current.from)
  const last = Math.max(current.to, earlier?.to ?? current.to)
  const parts = new Map(measures.flatMap(partsOf).map(part => [partKey(part), part]))
  return centres.flatMap(centre =>
    centre.settingChanges.flatMap(change => {
      const day = dayFromText(change.from) ?? first
      if (day <= first || day > last) return []
      const counted = [...parts].filter(([, part]) =>
        plainPartsOf(part)
          .flatMap(columnsOfPart)
          .some(column => decided[change.setting].includes(column)),
      )
      return [
        {
          ...change,
          parts: counted.map(([key]) => key),
          separates: separates(change.setting, [centre, current, earlier]),
        },
      ]
    }),
  )
}
