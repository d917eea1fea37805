import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { guess, someOf } from '../finding.ts'
import { isMissingWord } from '../missingWord.ts'
import { columnText, filledOf, textsOf } from './columns.ts'
import { stateColumns } from './unused.ts'

/** Words for a trade that failed. */
const failed =
  /流标|流拍|废标|终止|未成交|作废|无效|撤[回销]|(?:采购|招标|交易)失败|无人(?:投标|报名|竞买|应价)/
/** The most characters of a text that describes a state; a longer one may describe an earlier round. */
const longestState = 8
const zero = /^0+(?:\.0*)?$/

/** The unmapped columns with a text that says that the row's trade failed. */
function failingColumns({ sample }: Judged, used: ReadonlySet<string | undefined>): string[] {
  return sample.headers.filter(
    (header, place) =>
      !used.has(header) &&
      sample.rows.some(cells => {
        const text = cells[place]?.trim() ?? ''
        return text.length <= longestState && failed.test(text)
      }),
  )
}

/** Whether each row names a winner or an award; 无, / and a price of 0 do not count. */
function awardedRows(judged: Judged): boolean[] {
  const says = (text: string | undefined): boolean =>
    text !== undefined && text !== '' && !isMissingWord(text)
  const [winners, awards] = [textsOf(judged, 'winner'), textsOf(judged, 'award')]
  return judged.sample.rows.map(
    (_, row) => says(winners[row]) || (says(awards[row]) && !zero.test(awards[row] ?? '')),
  )
}

/** Texts about a failure outside the winner's column, which the load checks itself. */
function failedElsewhere({ mapping, sample }: Judged): Finding[] {
  return sample.headers.flatMap((header, place) => {
    if (header === mapping.columns.winner) return []
    const texts = sample.rows.map(cells => cells[place]?.trim() ?? '').filter(text => failed.test(text))
    const details = { column: header, count: texts.length }
    return texts.length === 0 ? [] : [guess('failedElsewhere', details, someOf(texts))]
  })
}

/** Without an outcome column: rows that were probably not concluded. */
export function judgeFailures(judged: Judged): Finding[] {
  const { mapping, target } = judged
  const { columns, constants } = mapping
  if (target.name !== 'trades' || columns.outcome !== undefined) return []
  const isGuessed = constants.outcome === 'concluded'
  const hasOutcome = columns.winner !== undefined || columns.award !== undefined
  const without = isGuessed && hasOutcome ? awardedRows(judged).filter(awarded => !awarded).length : 0
  return [
    ...(without > 0 ? [guess('awardsOfNobody', { count: without })] : []),
    ...(isGuessed || constants.outcome === undefined ? failedElsewhere(judged) : []),
  ]
}

const resultDays = ['publishedDay', 'announcedDay', 'contractedDay'] as const

/** A list of awards usually has the day of the notice or of the contract, but not that of the award. */
function dayInstead({ mapping, target }: Judged): Finding[] {
  const { columns, constants } = mapping
  const from = resultDays.find(name => columns[name] !== undefined)
  if (columns.concludedDay !== undefined || constants.concludedDay !== undefined || from === undefined)
    return []
  const column = columns[from] ?? ''
  columns.concludedDay = column
  // The notice in a list of awards is that of the result, so it must not be used as the announcement.
  if (from === 'announcedDay') delete columns.announcedDay
  const field = target.fields.find(({ name }) => name === 'concludedDay')
  return [guess('dayInstead', { column: columnText(mapping, 'concludedDay'), field: field?.names ?? '' })]
}

/**
 * A list of awards without an outcome column: its trades were concluded. Nothing is guessed where another
 * column may contain the outcome.
 */
export function judgeAwards(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  const { columns, constants } = mapping
  if (target.name !== 'trades' || columns.outcome !== undefined || constants.outcome !== undefined) return []
  const used = new Set(Object.values(columns).flat())
  if (stateColumns(sample, used).length > 0 || failingColumns(judged, used).length > 0) return []
  const awarded = awardedRows(judged).filter(Boolean).length
  if (columns.winner === undefined && columns.award === undefined) return []
  if (awarded === 0 || awarded < sample.rows.length / 2) return []
  constants.outcome = 'concluded'
  const outcome = target.fields.find(({ name }) => name === 'outcome')
  const details = { chosen: outcome?.values?.concluded ?? '', column: columnText(mapping, 'winner') }
  return [guess('outcomeGuess', details, someOf(filledOf(judged, 'winner'))), ...dayInstead(judged)]
}
