import type { FigureRef } from '#measures'
import type { Basis } from './check.ts'
import type { Dates } from './days.ts'
import type { Dimension } from './recount.ts'
import { knownOf } from './check.ts'

type About = Pick<Basis, 'recount' | 'language' | 'known'> & { dates: Dates }

/** The members with the largest values, as they should be printed. */
function largest({ measure, by, most = 3 }: FigureRef, { recount, language, dates }: About): string {
  const members = [...recount.members(by as Dimension)].flatMap(([code, member]) => {
    const value = member.of(measure, dates).value ?? 0
    return code !== '' && value > 0 ? [{ code, value }] : []
  })
  const names = recount.rows.names[by as 'window' | 'unit']
  return members
    .toSorted((a, b) => b.value - a.value || (a.code < b.code ? -1 : 1))
    .slice(0, most)
    .map(({ code, value }) =>
      language === 'zh'
        ? `${names.get(code)?.zh}（${value}件）`
        : `${names.get(code)?.en} (${value.toLocaleString('en-US')} case${value === 1 ? '' : 's'})`,
    )
    .join(language === 'zh' ? '、' : ', ')
}

/** The fault of a list of units without records; null where it is right. */
function withoutFault(ref: FigureRef, listed: string, { recount, language, dates }: About): string | null {
  const units = recount.rows.units.filter(
    ({ validFrom, validTo }) =>
      String(validFrom) <= dates.to && (validTo === null || String(validTo) > dates.to),
  )
  const idle = units
    .filter(({ code }) => !recount.members('unit').get(String(code))?.of(ref.measure, dates).value)
    .map(({ code }) => recount.rows.names.unit.get(String(code))?.[language] ?? '')
  const most = ref.most ?? 12
  const tail = idle.length > most ? (language === 'zh' ? `等${idle.length}个` : ' and others') : ''
  if (!listed.endsWith(tail)) return `“${tail}” should follow`
  const shown = listed.slice(0, listed.length - tail.length)
  const rest = idle.filter(name => shown.includes(name))
  return rest.length === Math.min(most, idle.length) ? null : `${idle.join()} have none`
}

/** The fault of a printed list of members; null where it is right. */
export function listFault(ref: FigureRef, text: string, about: About): string | null {
  const { recount, dates, known } = about
  const total = recount.of(ref.measure, dates)
  const how = knownOf(total, dates, known)
  const isSilent = how === 'none' || !total.value || (ref.shows === 'without' && how !== 'all')
  const { before = '', after = '' } = ref.clause ?? {}
  if (text === '')
    return isSilent || (ref.shows === 'without' && withoutFault(ref, '', about) === null)
      ? null
      : 'is missing'
  if (isSilent) return 'nothing should be printed'
  const listed = text.slice(before.length, text.length - after.length || undefined)
  if (ref.shows === 'without') return withoutFault(ref, listed, about)
  const expected = largest(ref, about)
  return listed === expected ? null : `“${expected}” should be printed`
}
