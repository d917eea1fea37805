import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { TargetName } from '../rows/targetNames.ts'
import { NamedError } from '#measures'
import { centresOf } from '../../centres/centre.ts'
import { hashOf } from '../../common/canonical.ts'
import { loadBatch } from '../batch/loadBatch.ts'
import { openObjects } from '../read/jsonLines.ts'
import { plainMapping } from '../rows/mapping.ts'
import { targets } from '../targets/index.ts'

type Row = Record<string, string>

/** The centre whose catalogue is copied, and the day on which it must be in force. */
interface Source {
  database: Database
  centre: Centre
  today: Date
}

const dayText = (day: Date | null): string => day?.toISOString().slice(0, 10) ?? ''
const numberText = (value: number | null): string => (value === null ? '' : String(value))

/** Rows that are in force on the day or later. */
const inForce = ({ centre, today }: Source) => ({
  centreId: centre.id,
  OR: [{ validTo: null }, { validTo: { gt: today } }],
})

/** The codes of copied members by id; empty for members that are not copied. */
async function codesById(
  source: Source,
  kind: 'unit' | 'window' | 'item',
): Promise<(id: number | null) => string> {
  const { prisma } = source.database
  const asked = { where: inForce(source), select: { id: true, code: true } }
  const rows = await (kind === 'unit'
    ? prisma.unit.findMany(asked)
    : kind === 'window'
      ? prisma.window.findMany(asked)
      : prisma.item.findMany({ ...asked, where: { centreId: source.centre.id } }))
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return id => (id === null ? '' : (codes.get(id) ?? ''))
}

async function unitRows(source: Source): Promise<Row[]> {
  const units = await source.database.prisma.unit.findMany({ where: inForce(source) })
  return units.map(({ code, name, nameEn, rhythm, validFrom, validTo }) => ({
    code,
    name,
    nameEn: nameEn ?? '',
    rhythm: rhythm ?? '',
    validFrom: dayText(validFrom),
    validTo: dayText(validTo),
  }))
}

/** Telephone numbers are left out, because they would lead callers to the other hall. */
async function windowRows(source: Source): Promise<Row[]> {
  const unit = await codesById(source, 'unit')
  const windows = await source.database.prisma.window.findMany({ where: inForce(source) })
  const rows = windows.map(({ code, name, nameEn, unitId, validFrom, validTo }) => ({
    code,
    name,
    nameEn: nameEn ?? '',
    unit: unit(unitId),
    validFrom: dayText(validFrom),
    validTo: dayText(validTo),
  }))
  return rows.filter(row => row.unit !== '')
}

async function itemRows(source: Source): Promise<Row[]> {
  const [unit, window, item] = [
    await codesById(source, 'unit'),
    await codesById(source, 'window'),
    await codesById(source, 'item'),
  ]
  const versions = await source.database.prisma.itemVersion.findMany({ where: inForce(source) })
  const rows = versions.map(version => ({
    item: item(version.itemId),
    name: version.name,
    nameEn: version.nameEn ?? '',
    unit: unit(version.unitId),
    window: window(version.windowId),
    type: version.type,
    statutoryLimit: numberText(version.statutoryLimit),
    statutoryLimitUnit: version.statutoryLimitUnit,
    committedLimit: numberText(version.committedLimit),
    committedLimitUnit: version.committedLimitUnit,
    instantCapable: version.instantCapable ? '1' : '0',
    visits: numberText(version.visits),
    documents: version.documents ?? '',
    validFrom: dayText(version.validFrom),
    validTo: dayText(version.validTo),
  }))
  return rows.filter(row => row.unit !== '')
}

async function ruleRows(source: Source): Promise<Row[]> {
  const regulations = await source.database.prisma.regulation.findMany({ where: inForce(source) })
  return regulations.map(({ code, name, area, text, reviewDay, validFrom, validTo }) => ({
    code,
    name,
    area,
    text: text ?? '',
    reviewDay: dayText(reviewDay),
    validFrom: dayText(validFrom),
    validTo: dayText(validTo),
  }))
}

async function goalRows(source: Source): Promise<Row[]> {
  const [unit, window] = [await codesById(source, 'unit'), await codesById(source, 'window')]
  const goals = await source.database.prisma.goal.findMany({
    where: { centreId: source.centre.id, validTo: { gte: source.today } },
  })
  const isCopied = (id: number | null, code: string): boolean => id === null || code !== ''
  return goals
    .filter(
      goal => isCopied(goal.unitId, unit(goal.unitId)) && isCopied(goal.windowId, window(goal.windowId)),
    )
    .map(({ measure, unitId, windowId, valueMilli, validFrom, validTo }) => ({
      measure,
      // A window's unit is derived from the window at loading.
      unit: windowId === null ? unit(unitId) : '',
      window: window(windowId),
      value: String(Number(valueMilli) / 1000),
      validFrom: dayText(validFrom),
      validTo: dayText(validTo),
    }))
}

const copied: readonly [TargetName, (source: Source) => Promise<Row[]>][] = [
  ['units', unitRows],
  ['windows', windowRows],
  ['items', itemRows],
  ['regulations', ruleRows],
  ['targets', goalRows],
]

/** Copies saved mappings and the layout of issues, which do not belong to a batch. */
async function copySettings({ database: { prisma }, centre }: Source, to: Centre): Promise<number> {
  const newest = new Map(
    (await prisma.savedMapping.findMany({ where: { centreId: centre.id }, orderBy: { version: 'asc' } })).map(
      mapping => [mapping.name, mapping],
    ),
  )
  await prisma.savedMapping.createMany({
    data: Array.from(newest.values(), ({ id: _, mapping, ...saved }) => ({
      ...saved,
      mapping: mapping as object,
      version: 1,
      centreId: to.id,
    })),
  })
  const paper = await prisma.paperSettings.findUnique({ where: { centreId: centre.id } })
  if (paper)
    await prisma.paperSettings.create({
      data: { ...paper, settings: paper.settings as object, centreId: to.id },
    })
  return newest.size
}

/** The new centre. */
interface NewCentre {
  code: string
  name: string
  nameEn: string
  divisionCode: string | null
}

async function makeCentre({ database: { prisma }, centre }: Source, made: NewCentre): Promise<void> {
  if (await prisma.centre.findUnique({ where: { code: made.code } }))
    throw new NamedError('already-there', { what: made.code })
  const like = await prisma.centre.findUniqueOrThrow({
    where: { id: centre.id },
    include: { timetables: true },
  })
  await prisma.centre.create({
    data: {
      ...made,
      timeZone: like.timeZone,
      calendar: like.calendar,
      currency: like.currency,
      timetables: { create: like.timetables.map(({ centreId: _, ...table }) => table) },
    },
  })
}

/**
 * Creates a centre modelled on another one: clock, units, windows and items in force or later, rules, running
 * goals, mappings, and the look of its issues. Records and people are not copied. The catalogue is loaded as
 * batches, which can be undone. Returns the number of each kind copied. Errors: already-there, and internal
 * for a row that the intake refuses.
 */
export async function newCentreLike(
  source: Source,
  made: NewCentre,
  by: { byUser: string; now: Date },
): Promise<Record<string, number>> {
  const { database } = source
  await makeCentre(source, made)
  const centre = await centresOf(database).find(made.code)
  const counts: Record<string, number> = {}
  for (const [target, rowsOf] of copied) {
    const rows = await rowsOf(source)
    counts[target] = rows.length
    if (rows.length === 0) continue
    const objects = openObjects(rows)
    const result = await loadBatch(database, {
      source: objects,
      mapping: plainMapping(target, objects.headers, targets[target].fields),
      centre,
      fileName: `${source.centre.code}: ${target}`,
      fileHash: hashOf(rows),
      ...by,
    })
    const [problem] = result.problems
    if (problem)
      throw new NamedError('internal', { reference: `${target} ${problem.field}: ${problem.reason}` })
  }
  return { ...counts, mappings: await copySettings(source, centre) }
}
