import type { Names } from '#measures'
import type { Field } from '../rows/field.ts'
import type { MoneyUnit } from '../rows/moneyText.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judge/columns.ts'
import { writtenAmount } from '../rows/moneyText.ts'
import { guess, someOf } from './finding.ts'
import { hinted, hintsOf } from './hints.ts'
import { columnText, filledOf, isTime } from './judge/columns.ts'
import { judgeSmallAmounts, judgeUnits } from './judge/money.ts'
import { unitName, unitOf } from './money.ts'
import { timeFormatOf } from './times.ts'

/** Information in a file besides its rows. */
interface Said {
  /** Texts above the headings and notes below the rows. */
  beside: readonly string[]
  /** Texts above the headings, the sheet, and the name of the file. */
  titles: readonly string[]
  currency: string
}

/**
 * A mapping from last time and what this file says. The file takes precedence, and differences are reported.
 */
interface Differing {
  judged: Judged
  said: Said
}

const mappedFields = ({ target, mapping }: Judged, wanted: (field: Field) => boolean): Field[] =>
  target.fields.filter(field => wanted(field) && mapping.columns[field.name] !== undefined)

function checkSavedUnit(field: Field, { judged, said }: Differing): { findings: Finding[]; open: boolean } {
  const { mapping } = judged
  const column = columnText(mapping, field.name)
  const texts = filledOf(judged, field.name)
  const before: MoneyUnit = mapping.moneyUnits[field.name] ?? mapping.moneyUnit
  const own = unitOf(column, said.beside)
  const nameOf = (unit: MoneyUnit): string | Names => unitName(unit, said.currency)
  if (own !== null) {
    if (own === before) return { findings: [], open: false }
    mapping.moneyUnits[field.name] = own
    const details = { column, before: nameOf(before), chosen: nameOf(own) }
    return { findings: [guess('keptUnitDiffers', details, someOf(texts))], open: false }
  }
  if (texts.length === 0 || texts.every(text => writtenAmount(text)?.unit))
    return { findings: [], open: false }
  return { findings: [guess('keptUnit', { column, chosen: nameOf(before) }, someOf(texts))], open: true }
}

/** Units of money: those named in the file are used; others are kept and checked. */
function checkSavedUnits(differing: Differing): Finding[] {
  const { judged } = differing
  const looks = mappedFields(judged, field => field.reads === 'money').map(field => ({
    field: field.name,
    ...checkSavedUnit(field, differing),
  }))
  const open = new Set(looks.filter(look => look.open).map(look => look.field))
  const checked = [...judgeUnits(judged, open), ...judgeSmallAmounts(judged, open)]
  return [...looks.flatMap(look => look.findings), ...checked]
}

/** Constants for all rows: a title that names another value takes precedence. */
function checkSavedConstants({ judged, said }: Differing): Finding[] {
  const { mapping, target } = judged
  return hintsOf(target.name).flatMap(given => {
    const field = target.fields.find(field => field.name === given.field)
    const before = mapping.constants[given.field]
    if (field === undefined || before === undefined) return []
    const hint = hinted(given, { titles: said.titles, headers: [] })
    const nameOf = (code: string): string | Names => field.values?.[code] ?? code
    if (hint === null) return [guess('keptConstant', { field: field.names, chosen: nameOf(before) })]
    if (hint.code === before) return []
    mapping.constants[field.name] = hint.code
    const details = {
      field: field.names,
      before: nameOf(before),
      chosen: nameOf(hint.code),
      text: hint.text,
    }
    return [guess('keptConstantDiffers', details)]
  })
}

/** Time formats: an unambiguous one in the file takes precedence over that of last time. */
function checkSavedTimes({ judged }: Differing): Finding[] {
  const { mapping } = judged
  return mappedFields(judged, isTime).flatMap(field => {
    const column = columnText(mapping, field.name)
    const before = mapping.timeFormats[field.name] ?? mapping.timeFormat
    const { format, findings } = timeFormatOf(column, filledOf(judged, field.name).slice(0, 1000))
    const isSure = findings.some(({ about }) => about === 'timeFormat')
    if (format === null || before === undefined || format === before || !isSure) return []
    mapping.timeFormats[field.name] = format
    return [guess('keptTimesDiffer', { column, before, chosen: format })]
  })
}

/**
 * Judges a mapping from last time for another file: units, kinds and time formats in the file take precedence
 * and are reported, as is what remains open.
 */
export const checkSavedMapping = (judged: Judged, said: Said): Finding[] => [
  ...checkSavedUnits({ judged, said }),
  ...checkSavedConstants({ judged, said }),
  ...checkSavedTimes({ judged, said }),
]
