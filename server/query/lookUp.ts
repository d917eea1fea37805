import type { Member, Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { seesWhole } from '../measures/scope.ts'
import { listMembers } from './listMembers.ts'

/** Something with a place on the screen, found by what was typed. */
export interface LookedUp {
  kind: 'window' | 'item' | 'case' | 'trade' | 'briefing' | 'measure'
  /** The code in the address of its page; of a case, its number. */
  code: string
  names: Names
  /** The day that the page should show, where the thing belongs to one. */
  day: string | null
  /** The figure of that day among whose records a case stands. */
  behind?: 'casesReceived' | 'casesCompleted'
}

/** So many things of a kind are found at most. */
export const mostOfKind = 5

const asIssue = /^第?\s*(\d{1,4})\s*期?$/

/** Issues with that very number first: 46 is asked for before a date or an amount in which it occurs. */
export function issueFirst<T extends { number: string }>(text: string, found: readonly T[]): T[] {
  const number = asIssue.exec(text.trim())?.[1]
  if (number === undefined) return [...found]
  const isAsked = (one: T): boolean => new RegExp(String.raw`(?<!\d)${number}(?!\d)`).test(one.number)
  return [...found.filter(isAsked), ...found.filter(one => !isAsked(one))]
}

/** Members whose code or name contains a text: those that begin with it first, then the shorter names. */
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

/** Windows and items of a person's scope by a part of their code or name. */
export async function lookUpMembers(
  database: Database,
  { centre, text, scope }: { centre: Centre; text: string; scope: Scope },
): Promise<LookedUp[]> {
  const found = await Promise.all(
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
  return found.flat()
}

const dayText = (day: Date | null): string | null => day?.toISOString().slice(0, 10) ?? null

/** A case number as people write it, or its beginning: letters and digits, at least three digits. */
const asCaseNumber = /^(?=(?:\D*\d){3})[\p{L}\d][\p{L}\d\-_/.]{3,79}$/u

interface CaseWindow {
  id: number
  name: string
  nameEn: string | null
}

/** The windows of a centre that a person sees. */
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
 * Cases whose number is the text or begins with it, in any width and case of letters. Each is found with the
 * day and the figure among whose records it stands. None of windows outside the person's scope.
 */
export async function lookUpCases(
  database: Database,
  { centre, text, scope }: { centre: Centre; text: string; scope: Scope },
): Promise<LookedUp[]> {
  const sought = text.normalize('NFKC').trim()
  if (!asCaseNumber.test(sought)) return []
  const written = [...new Set([sought, sought.toUpperCase(), sought.toLowerCase()])]
  const windows = await ownWindows(database, { centre, scope })
  const found = await database.prisma.case.findMany({
    where: {
      centreId: centre.id,
      OR: written.map(number => ({ caseNumber: { startsWith: number } })),
      ...(!seesWhole(scope) && { windowId: { in: windows.map(({ id }) => id) } }),
    },
    orderBy: { caseNumber: 'asc' },
    take: mostOfKind,
    select: { caseNumber: true, windowId: true, receivedDay: true, completedDay: true },
  })
  return found.map(({ caseNumber, windowId, receivedDay, completedDay }) => ({
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
