import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { choicesOf } from '../../rows/field.ts'
import { isFlag, saysYes } from '../../rows/parseField.ts'
import { codeReader } from '../codes.ts'
import { guess, listed, quoted, someOf } from '../finding.ts'
import { isMissingWord } from '../missingWord.ts'
import { columnText, filledOf } from './columns.ts'

/** A heading that asks the opposite of 主动评价: whether the review was given by default. */
const asksDefault = /默认|被动|非主动|不主动/
const saysWhich = /^.{0,6}(?:主动|默认|被动|自动).{0,6}$/
const freeText = /内容|说明|备注|意见|建议|原因/
const mostKinds = 12

const different = (texts: readonly string[]): string[] => [...new Set(texts.filter(text => text !== ''))]

function textsUnder({ sample }: Judged, header: string): string[] {
  const place = sample.headers.indexOf(header)
  return different(sample.rows.map(cells => cells[place]?.trim() ?? ''))
}

/** Whether the texts of a column say how a review was given, such as 主动评价 and 系统默认. */
function tellsWhich(texts: readonly string[]): boolean {
  const said = texts.filter(text => saysWhich.test(text))
  return said.length > 0 && texts.length <= mostKinds
}

/** The column that says whether a review was given by a person, found by its heading or else its texts. */
function ownColumn(judged: Judged): string | null {
  const { mapping, sample } = judged
  const own = mapping.columns.ownReview
  if (own !== undefined) return typeof own === 'string' ? own : null
  const { kind } = mapping.columns
  const used = new Set(Object.values(mapping.columns).flat())
  const open = sample.headers.filter(header => header === kind || !used.has(header))
  return open.find(header => !freeText.test(header) && tellsWhich(textsUnder(judged, header))) ?? null
}

/** Under a heading such as 是否默认, yes means that the review was not given by a person. */
function turnedRound(judged: Judged, column: string, texts: readonly string[]): Finding[] {
  const flags = texts.filter(isFlag)
  if (!asksDefault.test(column) || flags.length === 0) return []
  const codes = (judged.mapping.values.ownReview ??= {})
  for (const text of flags) codes[text] = saysYes(text) ? '否' : '是'
  return [guess('ownReviewInverted', { column }, someOf(flags))]
}

/** Finds the reviews that people gave themselves: others are left out of most figures. */
export function judgeOwnReviews(judged: Judged): Finding[] {
  const { mapping, target } = judged
  if (target.name !== 'feedback' || mapping.constants.ownReview !== undefined) return []
  const column = ownColumn(judged)
  if (column === null) return mapping.constants.kind === 'review' ? [guess('ownReviewMissing', {})] : []
  const field = target.fields.find(({ name }) => name === 'ownReview')
  const read = codeReader((field && choicesOf(field)) ?? {}, field?.alsoValues)
  const texts = textsUnder(judged, column)
  const unread = texts.filter(text => !isFlag(text) && !isMissingWord(text) && read(text) === null)
  if (unread.length > 0) {
    delete mapping.columns.ownReview
    return [guess('ownReviewUnread', { column, texts: listed(unread, quoted) })]
  }
  mapping.columns.ownReview = column
  return turnedRound(judged, column, texts)
}

/** Evidence that 5 is the best level: stars, points, and the words of the field. */
const risesWith = /星|分|star|score|point|rating|^level$/i

/** Levels that are bare numbers: no text says whether 1 is the best or the worst. */
export function judgeLevelCodes(judged: Judged): Finding[] {
  const { mapping, target } = judged
  const column = columnText(mapping, 'level')
  if (target.name !== 'feedback' || column === '' || risesWith.test(column)) return []
  const levels = mapping.values.level ?? {}
  const bare = filledOf(judged, 'level').filter(
    text => /^[1-5](?:\.0+)?$/.test(text) && !Object.hasOwn(levels, text),
  )
  return bare.length === 0 ? [] : [guess('levelCodes', { column, count: bare.length }, someOf(bare))]
}
