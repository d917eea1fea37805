import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { guess, someOf } from '../finding.ts'
import { columnText, filledOf, textsOf } from './columns.ts'
import { stateColumns } from './unused.ts'

const resultDays = ['publishedDay', 'announcedDay', 'contractedDay'] as const

/** A list of awards gives the day of its notice, or of the contract, and none on which the award was made. */
function dayInstead({ mapping, target }: Judged): Finding[] {
  const { columns, constants } = mapping
  const from = resultDays.find(name => columns[name] !== undefined)
  if (columns.concludedDay !== undefined || constants.concludedDay !== undefined || from === undefined)
    return []
  const column = columns[from] ?? ''
  columns.concludedDay = column
  // The notice of a list of awards is that of the result: a day of announcement would be a wrong one.
  if (from === 'announcedDay') delete columns.announcedDay
  const field = target.fields.find(({ name }) => name === 'concludedDay')
  return [guess('dayInstead', { column: columnText(mapping, 'concludedDay'), field: field?.names ?? '' })]
}

/**
 * A list of awards has no column that says how its trades ended: they were concluded. Where any other
 * column may say it, nothing is guessed.
 */
export function judgeAwards(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const { columns, constants } = mapping
  if (target.name !== 'trades' || columns.outcome !== undefined || constants.outcome !== undefined) return []
  const used = new Set(Object.values(columns).flat())
  if (stateColumns(sample, used).length > 0) return []
  const [winners, awards] = [textsOf(judged, 'winner'), textsOf(judged, 'award')]
  const awarded = sample.rows.filter((_, row) => (winners[row] ?? '') + (awards[row] ?? '') !== '').length
  if (columns.winner === undefined && columns.award === undefined) return []
  if (awarded === 0 || awarded < sample.rows.length / 2) return []
  constants.outcome = 'concluded'
  const without = sample.rows.length - awarded
  const outcome = target.fields.find(({ name }) => name === 'outcome')
  const details = { chosen: outcome?.values?.concluded ?? '', column: columnText(mapping, 'winner') }
  return [
    guess('outcomeGuess', details, someOf(filledOf(judged, 'winner'))),
    ...(without > 0 ? [guess('awardsOfNobody', { count: without })] : []),
    ...dayInstead(judged),
  ]
}
