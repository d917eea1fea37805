import type { Names } from '#measures'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'

/** Levels of administrative divisions by the length of their codes. */
const levels = { 2: 'province', 4: 'city', 6: 'county', 9: 'township' } as const
type DivisionLevel = (typeof levels)[keyof typeof levels]

const levelOf = (code: string): DivisionLevel | null =>
  /^\d+$/.test(code) && code.length in levels ? levels[code.length as keyof typeof levels] : null

/** The codes of the divisions that contain a division, nearest first: 3506 and 35 for 350628. */
function containing(code: string): string[] {
  return Object.keys(levels)
    .map(Number)
    .filter(length => length < code.length)
    .sort((a, b) => b - a)
    .map(length => code.slice(0, length))
}

/**
 * Adds a division of the national code to the tree, or renames it. Divisions within it that are already
 * stored become its children. Errors: bad-arguments for an invalid code, and for a new division without a
 * name.
 */
export async function putDivision(
  { prisma }: Database,
  { code, name }: { code: string; name: string | undefined },
): Promise<void> {
  const level = levelOf(code)
  if (level === null) throw new NamedError('bad-arguments', { argument: '--division', value: code })
  const division = await prisma.division.findUnique({ where: { code } })
  if (!division && name === undefined)
    throw new NamedError('bad-arguments', { argument: '--division-name', value: '' })
  const above = await prisma.division.findMany({ where: { code: { in: containing(code) } } })
  const parentCode =
    containing(code).find(candidate => above.some(division => division.code === candidate)) ?? null
  await prisma.division.upsert({
    where: { code },
    create: { code, name: name ?? code, level, parentCode },
    update: { ...(name !== undefined && { name }), parentCode },
  })
  const within = await prisma.division.findMany({ where: { code: { startsWith: code, not: code } } })
  const nearer = within.filter(({ parentCode: parent }) => parent === null || parent.length < code.length)
  await prisma.division.updateMany({
    where: { code: { in: nearer.map(division => division.code) } },
    data: { parentCode: code },
  })
}

/** A division that contains centres which the viewer sees. */
interface SeenDivision extends Names {
  code: string
  level: string
  /** The division that contains it, among those that are returned; null at the top. */
  parent: string | null
}

/**
 * The divisions of the viewer's centres and those that contain them. The top is the smallest division that
 * contains all of these centres.
 */
export async function divisionsSeen(
  { prisma }: Database,
  sees: (code: string) => boolean,
): Promise<SeenDivision[]> {
  const [centres, all] = await Promise.all([
    prisma.centre.findMany({ select: { code: true, divisionCode: true } }),
    prisma.division.findMany({ orderBy: { code: 'asc' } }),
  ])
  const byCode = new Map(all.map(division => [division.code, division]))
  const way = (code: string | null): string[] =>
    code === null ? [] : [...way(byCode.get(code)?.parentCode ?? null), code]
  const ways = centres
    .filter(({ code }) => sees(code))
    .flatMap(centre => centre.divisionCode ?? [])
    .map(way)
  const used = new Set(ways.flat())
  const [first = []] = ways
  const shared = first.filter(code => ways.every(path => path.includes(code)))
  const above = new Set(shared.slice(0, -1))
  return all
    .filter(({ code }) => used.has(code) && !above.has(code))
    .map(({ code, name, nameEn, level, parentCode }) => ({
      code,
      zh: name,
      en: nameEn ?? name,
      level,
      parent: parentCode !== null && used.has(parentCode) && !above.has(parentCode) ? parentCode : null,
    }))
}

/** The position of a centre in the tree. */
interface CentrePlace {
  division: string | null
  level: DivisionLevel | null
  /** The centre of the nearest division that contains its own; null at the top. */
  parent: string | null
}

/**
 * The tree of centres by code. The parent of a centre is the centre of the nearest division above its own
 * that has one (the first by code where it has several). Centres that the viewer does not see are skipped.
 */
export async function centreTree(
  { prisma }: Database,
  sees: (code: string) => boolean = () => true,
): Promise<Map<string, CentrePlace>> {
  const [all, divisions] = await Promise.all([
    prisma.centre.findMany({ select: { code: true, divisionCode: true }, orderBy: { code: 'asc' } }),
    prisma.division.findMany({ select: { code: true, parentCode: true } }),
  ])
  const centres = all.filter(({ code }) => sees(code))
  const parents = new Map(divisions.map(division => [division.code, division.parentCode]))
  const above = (division: string | null): string | null => {
    const next = division === null ? null : (parents.get(division) ?? null)
    if (next === null) return null
    return centres.find(centre => centre.divisionCode === next)?.code ?? above(next)
  }
  return new Map(
    centres.map(({ code, divisionCode }) => [
      code,
      {
        division: divisionCode,
        level: divisionCode === null ? null : levelOf(divisionCode),
        parent: above(divisionCode),
      },
    ]),
  )
}

/**
 * The code of a centre, given by its own code or by that of its division. Errors: unknown-centre,
 * bad-arguments where a division has several centres.
 */
export async function centreNamed({ prisma }: Database, name: string): Promise<string> {
  const centres = await prisma.centre.findMany({
    where: { OR: [{ code: name }, { divisionCode: name }] },
    orderBy: { code: 'asc' },
  })
  const own = centres.find(({ code }) => code === name)
  const [only, ...others] = own ? [own] : centres
  if (!only) throw new NamedError('unknown-centre', { centre: name })
  if (others.length > 0)
    throw new NamedError('bad-arguments', {
      argument: '--from',
      value: centres.map(({ code }) => code).join(' | '),
    })
  return only.code
}

/** The centres above a centre, nearest first. */
export async function centresAbove(
  database: Database,
  centreId: number,
): Promise<({ id: number; code: string } & Names)[]> {
  const tree = await centreTree(database)
  const all = await database.prisma.centre.findMany({
    select: { id: true, code: true, name: true, nameEn: true },
  })
  const above = (code: string | undefined): typeof all => {
    const parent = all.find(centre => centre.code === tree.get(code ?? '')?.parent)
    return parent ? [parent, ...above(parent.code)] : []
  }
  const own = all.find(({ id }) => id === centreId)?.code
  return above(own).map(({ id, code, name, nameEn }) => ({ id, code, zh: name, en: nameEn }))
}
