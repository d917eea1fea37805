import type { SettingChange } from '#measures'
import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError } from '#measures'
import { raiseDataVersion } from '../storage/dataVersion.ts'

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** Parses 08:00-12:00 to minutes after midnight. Errors: bad-arguments. */
export function openingMinutes(text: string, argument: string): [number, number] {
  const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  const [, h1, m1, h2, m2] = match ?? []
  const from = Number(h1) * 60 + Number(m1)
  const to = Number(h2) * 60 + Number(m2)
  if (!match || to <= from || to > 1440) throw new NamedError('bad-arguments', { argument, value: text })
  return [from, to]
}

const recorded = ({ id }: Centre, { setting, from, owner, reason }: SettingChange) => {
  const key = { centreId: id, setting, validFrom: dateOf(from) }
  const values = { owner, reason, at: new Date() }
  return {
    where: { centreId_setting_validFrom: key },
    create: { ...key, ...values },
    update: values,
  }
}

/** Requires the owner and the reason of a change. Errors: bad-arguments. */
function demandDecision({ owner, reason }: Pick<SettingChange, 'owner' | 'reason'>): void {
  if (owner === '') throw new NamedError('bad-arguments', { argument: '--owner', value: '' })
  if (reason === '') throw new NamedError('bad-arguments', { argument: '--reason', value: '' })
}

/**
 * Sets a hall's opening hours from a day on, with owner and reason; without an afternoon the hall closes at
 * noon. `bw recompute` computes cases again, each day with the hours in force on it. Errors: bad-arguments.
 */
export async function setHours(
  database: Database,
  centre: Centre,
  hours: {
    from: string
    morning: [number, number]
    afternoon: [number, number] | null
    owner: string
    reason: string
  },
): Promise<void> {
  const { from, owner, reason } = hours
  const [morningStart, morningEnd] = hours.morning
  const [afternoonStart, afternoonEnd] = hours.afternoon ?? [morningEnd, morningEnd]
  if (afternoonStart < morningEnd)
    throw new NamedError('bad-arguments', { argument: '--afternoon', value: String(afternoonStart) })
  const values = { morningStart, morningEnd, afternoonStart, afternoonEnd }
  const key = { centreId: centre.id, validFrom: dateOf(from) }
  const { prisma } = database
  const before = await prisma.hallTimetable.count({
    where: { centreId: centre.id, validFrom: { lt: key.validFrom } },
  })
  if (before > 0) demandDecision(hours)
  await prisma.$transaction([
    prisma.hallTimetable.upsert({
      where: { centreId_validFrom: key },
      create: { ...key, ...values },
      update: values,
    }),
    // The first hours of a hall are no change.
    ...(before === 0
      ? []
      : [prisma.settingChange.upsert(recorded(centre, { setting: 'hours', from, owner, reason }))]),
  ])
  await raiseDataVersion(database.pool, centre.id)
}

/**
 * Records that the time limits of a centre's items, or its definition of 即办, changed on a day. The items
 * themselves are loaded with the same day. Errors: bad-arguments.
 */
export async function recordSettingChange(
  database: Database,
  centre: Centre,
  change: SettingChange,
): Promise<void> {
  demandDecision(change)
  await database.prisma.settingChange.upsert(recorded(centre, change))
  await raiseDataVersion(database.pool, centre.id)
}

/** Opens or closes a hall on one day, against the national calendar; null removes the exception. */
export async function setDay(
  database: Database,
  centre: Centre,
  change: { day: string; working: boolean | null; reason: string },
): Promise<void> {
  const key = { centreId: centre.id, day: dateOf(change.day) }
  if (change.working === null) await database.prisma.calendarOverride.deleteMany({ where: key })
  else
    await database.prisma.calendarOverride.upsert({
      where: { centreId_day: key },
      create: { ...key, working: change.working, reason: change.reason },
      update: { working: change.working, reason: change.reason },
    })
  await raiseDataVersion(database.pool, centre.id)
}
