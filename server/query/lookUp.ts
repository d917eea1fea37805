import type { Member, Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { seesWhole } from '../measures/scope.ts'
import { listMembers } from './listMembers.ts'

/** A search result that has a page. */
export interface LookedUp {
  kind: 'window' | 'item' | 'case' | 'trade' | 'briefing' | 'measure'
  /** The code in the address of its page; for a case, its number. */
  code: string
  names: Names
  /** The day that the page should show; null where there is none. */
  day: string | null
  /** For a case, the figure of that day whose records contain it. */
  behind?: 'casesReceived' | 'casesCompleted'
}

/** The most results of each kind. */
export const mostOfKind = 5

const asIssue = /^第?\s*(\d{1,4})\s*期?$/

/**
 * Sorts issues whose number is exactly the searched one first: before those where 46 is part of a date or an
 * amount.
 */
export function issueFirst<T extends { number: string }>(text: string, issues: readonly T[]): T[] {
  const number = asIssue.exec(text.trim())?.[1]
  if (number === undefined) return [...issues]
  const isAsked = (issue: T): boolean => new RegExp(String.raw`(?<!\d)${number}(?!\d)`).test(issue.number)
  return [...issues.filter(isAsked), ...issues.filter(issue => !isAsked(issue))]
}

/** Members whose code or name contains a text, ordered by where it occurs, then by length of the name. */
function membersWith(text: string, members: readonly Member[]): Member[] {
  const sought = text.toLowerCase()
  const placeIn = ({ code, zh, en }: Member): number => {
    const places = [code, zh, en].map(word => word.toLowerCase().indexOf(sought)).filter(place => place >= 0)
    return places.length === 0 ? Infinity : Math.min(...places)
  }
  return members
    .map(member => ({ member, place: placeIn(member) }))
    .filter(({ place }) => place < Infinity)
    .toSorted((a, b) => a.place - b.place || a.member.zh.length - b.member.zh.length)
    .slice(0, mostOfKind)
    .map(({ member }) => member)
}

/** Finds windows and items within a scope by a part of their code or name. */
export async function lookUpMembers(
  database: Database,
  { centre, text, scope }: { centre: Centre; text: string; scope: Scope },
): Promise<LookedUp[]> {
  const members = await Promise.all(
    (['window', 'item'] as const).map(async kind => {
      const members = await listMembers(database, { centres: [centre.code], dimension: kind, scope })
      return membersWith(text, members).map(({ code, zh, en }) => ({
        kind,
        code,
        names: { zh, en },
        day: null,
      }))
    }),
  )
  return members.flat()
}

const dayText = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null

/** A case number or its beginning: letters, digits and separators, with at least three digits. */
const asCaseNumber = /^(?=(?:\D*\d){3})[\p{L}\d][\p{L}\d\-_/.]{3,79}$/u

interface CaseWindow {
  id: number
  name: string
  nameEn: string | null
}

/** The windows of a centre within a scope. */
async function ownWindows(
  database: Database,
  { centre, scope }: { centre: Centre; scope: Scope },
): Promise<CaseWindow[]> {
  const codes = seesWhole(scope)
    ? null
    : (await listMembers(database, { centres: [centre.code], dimension: 'window', scope })).map(
        ({ code }) => code,
      )
  return database.prisma.window.findMany({
    where: { centreId: centre.id, ...(codes && { code: { in: codes } }) },
    select: { id: true, name: true, nameEn: true },
  })
}

function caseNames(caseNumber: string, window: CaseWindow | undefined): Names {
  if (!window) return { zh: caseNumber, en: caseNumber }
  return {
    zh: `${caseNumber}（${window.name}）`,
    en: `${caseNumber} (${window.nameEn ?? window.name})`,
  }
}

/**
 * Finds cases whose number is a text or begins with it, in any width and letter case, at windows within the
 * scope. Each result has a day and the figure of that day whose records contain the case.
 */
export async function lookUpCases(
  database: Database,
  { centre, text, scope }: { centre: Centre; text: string; scope: Scope },
): Promise<LookedUp[]> {
  const sought = text.normalize('NFKC').trim()
  if (!asCaseNumber.test(sought)) return []
  const written = [...new Set([sought, sought.toUpperCase(), sought.toLowerCase()])]
  const windows = await ownWindows(database, { centre, scope })
  const cases = await database.prisma.case.findMany({
    where: {
      centreId: centre.id,
      OR: written.map(number => ({ caseNumber: { startsWith: number } })),
      ...(!seesWhole(scope) && { windowId: { in: windows.map(({ id }) => id) } }),
    },
    orderBy: { caseNumber: 'asc' },
    take: mostOfKind,
    select: { caseNumber: true, windowId: true, receivedDay: true, completedDay: true },
  })
  return cases.map(({ caseNumber, windowId, receivedDay, completedDay }) => ({
    kind: 'case',
    code: caseNumber,
    names: caseNames(
      caseNumber,
      windows.find(({ id }) => id === windowId),
    ),
    day: dayText(receivedDay ?? completedDay),
    behind: receivedDay === null ? 'casesCompleted' : 'casesReceived',
  }))
}
