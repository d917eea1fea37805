import type { Mapping } from '../rows/mapping.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judge/columns.ts'
import { withHeadedUnit } from '../rows/limitText.ts'
import { guess, someOf, sure } from './finding.ts'
import { limitLike } from './fits.ts'
import { columnText, filledOf, isTime } from './judge/columns.ts'
import { largestOf, lookAtMoney, unitAbove, unitName } from './money.ts'
import { earlier, timeFormatOf } from './times.ts'

/** The most texts of a column that are tried with every time format. */
const triedTexts = 1000

/** The unambiguous time formats of the file, which help to decide the others. */
function sureFormats(judged: Judged): string[] {
  return judged.target.fields
    .filter(field => isTime(field) && judged.mapping.columns[field.name] !== undefined)
    .flatMap(field => {
      const { format, findings } = timeFormatOf('', filledOf(judged, field.name).slice(0, triedTexts))
      return format !== null && findings.some(({ about }) => about === 'timeFormat') ? [format] : []
    })
}

/** Detects the time format of each column. */
export function withTimes(judged: Judged, today = Number.POSITIVE_INFINITY): Finding[] {
  const { mapping, target } = judged
  const formats = sureFormats(judged)
  return target.fields
    .filter(field => isTime(field) && mapping.columns[field.name] !== undefined)
    .flatMap(field => {
      const texts = filledOf(judged, field.name)
      const column = columnText(mapping, field.name)
      const limits = texts.filter(text => limitLike(withHeadedUnit(text, column)))
      if (limits.length > texts.length / 2) return [guess('limitTexts', { column }, someOf(limits))]
      const { format, findings } = timeFormatOf(column, texts.slice(0, triedTexts), earlier(today, formats))
      if (format !== null) mapping.timeFormats[field.name] = format
      return findings
    })
}

/**
 * Detects the units of money columns and the texts for missing amounts. Also returns the fields whose unit is
 * a guess.
 */
export function withMoney(
  judged: Judged,
  { above, currency }: { above: readonly string[]; currency: string },
): { findings: Finding[]; guessed: Set<string> } {
  const { mapping, target } = judged
  const money = target.fields.filter(
    field => field.reads === 'money' && mapping.columns[field.name] !== undefined,
  )
  const largest = Math.max(0, ...money.map(field => largestOf(filledOf(judged, field.name))))
  const line = unitAbove(above)
  const findings: Finding[] = line === null ? [] : [sure('unitLine', { chosen: unitName(line, currency) })]
  const guessed = new Set<string>()
  for (const field of money) {
    const column = columnText(mapping, field.name)
    const context = { largest, mayBeRate: field.name === 'award', unitAbove: line, currency }
    const look = lookAtMoney(column, filledOf(judged, field.name), context)
    if (look.isRate) readAsRate(mapping, column)
    if (look.unit === null) guessed.add(field.name)
    else if (look.unit !== mapping.moneyUnit) mapping.moneyUnits[field.name] = look.unit
    if (look.zeros.length > 0)
      mapping.missing[field.name] = [...new Set([...(mapping.missing[field.name] ?? []), ...look.zeros])]
    mapping.roundMoney ||= look.fractions
    findings.push(...look.findings)
  }
  return { findings, guessed }
}

function readAsRate(mapping: Mapping, column: string): void {
  delete mapping.columns.award
  mapping.columns.awardRate = column
  mapping.constants.priceForm = 'rate'
}
