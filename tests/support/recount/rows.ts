import type { Database } from '../../../server/storage/database.ts'

export type Row = Record<string, unknown>

/** The counted records of a centre, as rows with days and codes as text. */
export interface Rows {
  cases: Row[]
  trades: Row[]
  feedback: Row[]
  items: Row[]
  staff: Row[]
  units: Row[]
  regulations: Row[]
  attendance: Row[]
  postChecks: Row[]
  exams: Row[]
  meetings: Row[]
  serviceEvents: Row[]
  /** Names in both languages by dimension and code. */
  names: Record<'window' | 'unit' | 'item', Map<string, { zh: string; en: string }>>
}

interface Named {
  id: number
  code: string
  name: string
  nameEn: string | null
}

const isDayColumn = (column: string): boolean => /^day$|Day$|^valid/.test(column)

/** Rows with days as text, and with the codes of their members. */
function plain(rows: readonly object[], codes: Record<string, Map<unknown, string>>): Row[] {
  return rows.map(row => {
    const columns = Object.entries(row).map(([column, value]: [string, unknown]) => [
      column,
      value instanceof Date && isDayColumn(column) ? value.toISOString().slice(0, 10) : value,
    ])
    const members = Object.entries(codes).map(([name, codeOf]) => [
      name,
      codeOf.get((row as Row)[`${name}Id`]) ?? '',
    ])
    return Object.fromEntries([...columns, ...members]) as Row
  })
}

const codesOf = (members: readonly Named[]): Map<unknown, string> =>
  new Map(members.map(({ id, code }) => [id, code]))
const namesOf = (members: readonly Named[]): Map<string, { zh: string; en: string }> =>
  new Map(members.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn ?? name }]))

/** All rows of a centre. */
export async function rowsOf({ prisma }: Database, centreCode: string): Promise<Rows> {
  const { id: centreId } = await prisma.centre.findUniqueOrThrow({ where: { code: centreCode } })
  const of = { where: { centreId } }
  const [windows, units, items] = [
    await prisma.window.findMany(of),
    await prisma.unit.findMany(of),
    await prisma.item.findMany(of),
  ]
  const codes = { window: codesOf(windows), unit: codesOf(units), item: codesOf(items) }
  return {
    cases: plain(await prisma.case.findMany(of), codes),
    trades: plain(await prisma.trade.findMany(of), {}),
    feedback: plain(await prisma.feedback.findMany(of), codes),
    items: plain(await prisma.itemVersion.findMany(of), codes),
    staff: plain(await prisma.staffMember.findMany(of), codes),
    units: plain(units, {}),
    regulations: plain(await prisma.regulation.findMany(of), {}),
    attendance: plain(await prisma.attendance.findMany(of), {}),
    postChecks: plain(await prisma.postCheck.findMany(of), {}),
    exams: plain(await prisma.exam.findMany(of), {}),
    meetings: plain(await prisma.meeting.findMany(of), {}),
    serviceEvents: plain(await prisma.serviceEvent.findMany(of), {}),
    names: { window: namesOf(windows), unit: namesOf(units), item: namesOf(items) },
  }
}
