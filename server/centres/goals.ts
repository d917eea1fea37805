import type { Goal, Names } from '#measures'
import type { Database } from '../storage/database.ts'
import { addsUp, measureNamed, valueAsWritten } from '#measures'
import { centreTree } from './tree.ts'

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** A centre whose goals are read, with its names as shown to the centres below it. */
interface OfCentre extends Names {
  id: number
  code: string
}

interface Asked {
  from: string
  to: string
}

/** The goals that centres have set themselves, by id of the centre, in the units of the measures. */
async function ownGoals(
  { prisma }: Database,
  centreIds: number[],
  { from, to }: Asked,
): Promise<Map<number, Goal[]>> {
  const stored = await prisma.goal.findMany({
    where: {
      centreId: { in: centreIds },
      validFrom: { lte: new Date(to) },
      validTo: { gte: new Date(from) },
    },
    orderBy: { targetCode: 'asc' },
  })
  const places = { where: { centreId: { in: centreIds } }, select: { centreId: true, id: true, code: true } }
  const [units, windows] = await Promise.all([
    stored.some(({ unitId }) => unitId !== null) ? prisma.unit.findMany(places) : [],
    stored.some(({ windowId }) => windowId !== null) ? prisma.window.findMany(places) : [],
  ])
  const codeIn = (all: typeof units, centreId: number, id: number): string =>
    all.find(member => member.centreId === centreId && member.id === id)?.code ?? ''
  const goals = new Map<number, Goal[]>()
  for (const { centreId, measure, unitId, windowId, valueMilli, validFrom, validTo } of stored) {
    const goal: Goal = {
      measure,
      value: valueAsWritten(measureNamed(measure).unit, Number(valueMilli) / 1000),
      // A window implies its unit, which was added when the goal was loaded.
      unit: windowId !== null || unitId === null ? null : codeIn(units, centreId, unitId),
      window: windowId === null ? null : codeIn(windows, centreId, windowId),
      from: iso(validFrom),
      to: iso(validTo),
    }
    goals.set(centreId, [...(goals.get(centreId) ?? []), goal])
  }
  return goals
}

/**
 * True for goals of a whole centre that the centres below inherit: rates are inherited, sums are not, because
 * each centre contributes only a part.
 */
const isPassedOn = ({ measure, unit, window }: Goal): boolean =>
  unit === null && window === null && !addsUp(measureNamed(measure))

/** Adds to the goals of a centre those of the nearest centre above for what it has not set itself. */
function withInherited(own: readonly Goal[], above: readonly { centre: OfCentre; goals: Goal[] }[]): Goal[] {
  const goals = [...own]
  for (const { centre, goals: theirs } of above) {
    const isOpen = ({ measure }: Goal): boolean =>
      !goals.some(goal => goal.measure === measure && isPassedOn(goal))
    const { code, zh, en } = centre
    goals.push(
      ...theirs
        .filter(goal => isPassedOn(goal) && isOpen(goal))
        .map(goal => ({ ...goal, inheritedFrom: { code, zh, en } })),
    )
  }
  return goals
}

/**
 * The goals that hold for some centres on any of the asked local dates, by code: their own, and for rates
 * of which they set none the goal of the nearest centre above them.
 */
export async function goalsOfCentres(
  database: Database,
  codes: readonly string[],
  asked: Asked,
): Promise<Map<string, Goal[]>> {
  const all = await database.prisma.centre.findMany({
    select: { id: true, code: true, name: true, nameEn: true },
  })
  const centres = new Map(
    all.map(({ id, code, name, nameEn }): [string, OfCentre] => [code, { id, code, zh: name, en: nameEn }]),
  )
  const tree = await centreTree(database)
  const above = (code: string): OfCentre[] => {
    const parent = centres.get(tree.get(code)?.parent ?? '')
    return parent ? [parent, ...above(parent.code)] : []
  }
  const wanted = codes.flatMap(code => centres.get(code) ?? [])
  const ids = new Set(wanted.flatMap(member => [member, ...above(member.code)]).map(({ id }) => id))
  const own = await ownGoals(database, [...ids], asked)
  const of = ({ id }: OfCentre): Goal[] => own.get(id) ?? []
  return new Map(
    wanted.map(member => [
      member.code,
      withInherited(
        of(member),
        above(member.code).map(centre => ({ centre, goals: of(centre) })),
      ),
    ]),
  )
}

/** The goals of a centre that hold on any of the asked local dates, in the measures' own units. */
export async function goalsOf(
  database: Database,
  { centre, ...asked }: { centre: string } & Asked,
): Promise<Goal[]> {
  return (await goalsOfCentres(database, [centre], asked)).get(centre) ?? []
}
