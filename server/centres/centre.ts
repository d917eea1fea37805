import type { SettingChange } from '#measures'
import type { Database } from '../storage/database.ts'
import { HallTime, NamedError, settings, textOfDay, WorkCalendar, Zone } from '#measures'

/** One centre with its own clock: zone, working days and opening times. */
export interface Centre {
  id: number
  code: string
  name: string
  nameEn: string
  dataVersion: number
  hall: HallTime
  /** Changes of settings that decide figures, in the order of their days. */
  settingChanges: SettingChange[]
  openedOn: string | null
  /** ISO 4217: the currency in which the centre's money is added. */
  currency: string
}

const withVersion = { dataVersion: true } as const

const toDay = (date: Date): number => Math.round(date.getTime() / 86_400_000)

/** Reads centres; their clocks are remembered until a commit changes the centre's data version. */
class Centres {
  private readonly clocks = new Map<string, Promise<HallTime>>()
  private readonly known = new Map<string, { dataVersion: number; centre: Promise<Centre> }>()
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** The centre with that code. Errors: unknown-centre. */
  async find(code: string): Promise<Centre> {
    const row = await this.database.prisma.centre.findUnique({ where: { code }, include: withVersion })
    if (!row) throw new NamedError('unknown-centre', { centre: code })
    return this.withClock(row)
  }

  /**
   * The centre with that code at a data version that the caller has just read; looked up only where the
   * version is news. Errors: unknown-centre.
   */
  async at(code: string, dataVersion: number): Promise<Centre> {
    const known = this.known.get(code)
    if (known?.dataVersion === dataVersion) return known.centre
    const centre = this.find(code).then(found => ({ ...found, dataVersion }))
    centre.catch(() => this.known.delete(code))
    this.known.set(code, { dataVersion, centre })
    return centre
  }

  /** Every centre, in order of code. */
  async all(): Promise<Centre[]> {
    const rows = await this.database.prisma.centre.findMany({
      orderBy: { code: 'asc' },
      include: withVersion,
    })
    return Promise.all(rows.map(async row => this.withClock(row)))
  }

  private async withClock(row: CentreRow): Promise<Centre> {
    const key = `${row.id}:${row.dataVersion?.version ?? 0}`
    const known = this.clocks.get(key)
    const clock = known ?? this.readClock(row)
    if (!known) this.remember(key, row.id, clock)
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.nameEn,
      dataVersion: row.dataVersion?.version ?? 0,
      currency: row.currency,
      openedOn: row.openedOn?.toISOString().slice(0, 10) ?? null,
      hall: await clock,
      settingChanges: await this.readSettingChanges(row.id),
    }
  }

  private remember(key: string, centreId: number, clock: Promise<HallTime>): void {
    for (const other of this.clocks.keys()) {
      if (other.startsWith(`${centreId}:`)) this.clocks.delete(other)
    }
    clock.catch(() => this.clocks.delete(key))
    this.clocks.set(key, clock)
  }

  private async readSettingChanges(centreId: number): Promise<SettingChange[]> {
    const rows = await this.database.prisma.settingChange.findMany({
      where: { centreId },
      orderBy: [{ validFrom: 'asc' }, { setting: 'asc' }],
    })
    return rows.flatMap(({ setting: name, validFrom, owner, reason }) => {
      const setting = settings.find(each => each === name)
      return setting ? [{ setting, from: textOfDay(toDay(validFrom)), owner, reason }] : []
    })
  }

  private async readClock(row: CentreRow): Promise<HallTime> {
    const { prisma } = this.database
    const tables = await prisma.hallTimetable.findMany({ where: { centreId: row.id } })
    const timetables = tables.map(table => ({ ...table, validFrom: toDay(table.validFrom) }))
    return new HallTime(
      new Zone(row.timeZone),
      row.calendar === null ? null : await this.readCalendar(row.id, row.calendar),
      timetables,
    )
  }

  private async readCalendar(centreId: number, calendar: string): Promise<WorkCalendar> {
    const { prisma } = this.database
    const [years, days, overrides] = await Promise.all([
      prisma.workCalendarYear.findMany({ where: { calendar } }),
      prisma.workCalendarDay.findMany({ where: { calendar } }),
      prisma.calendarOverride.findMany({ where: { centreId } }),
    ])
    return new WorkCalendar({
      years: years.map(one => one.year),
      departures: [...days, ...overrides].map(one => [toDay(one.day), one.working] as const),
    })
  }
}

interface CentreRow {
  id: number
  code: string
  name: string
  nameEn: string
  dataVersion: { version: number } | null
  timeZone: string
  calendar: string | null
  currency: string
  openedOn: Date | null
}

const readers = new WeakMap<Database, Centres>()

/**
 * The reader of a database's centres, one for all callers, so that a calendar is read once and not for
 * every question.
 */
export function centresOf(database: Database): Centres {
  const known = readers.get(database) ?? new Centres(database)
  readers.set(database, known)
  return known
}
