import type { Member, Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Scope } from '../measures/scope.ts'
import type { Database } from '../storage/database.ts'
import { seesWhole } from '../measures/scope.ts'
import { listMembers } from './listMembers.ts'

/** Something with a place on the screen, found by what was typed. */
export interface LookedUp {
  kind: 'window' | 'item' | 'case' | 'trade' | 'briefing' | 'measure'
  /** The code in the address of its page; of a case, that of its window. */
  code: string
  names: Names
  /** The day that the page should show, where the thing belongs to one. */
  day: string | null
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

/**
 * The case of that whole number, with its window as the place where it is shown; none where the window is
 * not in the person's scope, or not known.
 */
export async function lookUpCase(
  database: Database,
  { centre, text, scope }: { centre: Centre; text: string; scope: Scope },
): Promise<LookedUp[]> {
  const { prisma } = database
  const found = await prisma.case.findUnique({
    where: { centreId_caseNumber: { centreId: centre.id, caseNumber: text } },
    select: { caseNumber: true, windowId: true, receivedDay: true, completedDay: true },
  })
  if (found?.windowId == null) return []
  const window = await prisma.window.findFirst({
    where: { centreId: centre.id, id: found.windowId },
    select: { code: true, name: true, nameEn: true },
  })
  if (!window) return []
  if (!seesWhole(scope)) {
    const own = await listMembers(database, { centres: [centre.code], dimension: 'window', scope })
    if (!own.some(({ code }) => code === window.code)) return []
  }
  const names = {
    zh: `${found.caseNumber}（${window.name}）`,
    en: `${found.caseNumber} (${window.nameEn ?? window.name})`,
  }
  return [{ kind: 'case', code: window.code, names, day: dayText(found.receivedDay ?? found.completedDay) }]
}
