import type { SettingChange } from '#measures'
import type { Database } from '../storage/database.ts'
import { HallTime, NamedError, settings, textOfDay, WorkCalendar, Zone } from '#measures'

/** A centre with its time zone, working days and opening hours. */
export interface Centre {
  id: number
  code: string
  name: string
  nameEn: string
  dataVersion: number
  hall: HallTime
  /** Changes of settings that affect figures, in order of day. */
  settingChanges: SettingChange[]
  openedOn: string | null
  /** ISO 4217: the currency of the centre's amounts. */
  currency: string
}

const withVersion = { dataVersion: true } as const

const toDay = (date: Date): number => Math.round(date.getTime() / 86_400_000)

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

const clockKey = ({ id, dataVersion }: Pick<CentreRow, 'id' | 'dataVersion'>): string =>
  `${id}:${dataVersion?.version ?? 0}`

/** The working time of a centre among those that were read. */
function clockIn(all: Map<number, HallTime>, { id, code }: CentreRow): HallTime {
  const clock = all.get(id)
  if (!clock) throw new NamedError('unknown-centre', { centre: code })
  return clock
}

/** Reads centres. Their working time is cached until a commit changes the centre's data version. */
class Centres {
  private readonly clocks = new Map<string, Promise<HallTime>>()
  private readonly known = new Map<string, { dataVersion: number; centre: Promise<Centre> }>()
  private readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  /** The centre with that code. Errors: unknown-centre. */
  async find(code: string): Promise<Centre> {
    const [centre] = await this.findAll([code])
    if (!centre) throw new NamedError('unknown-centre', { centre: code })
    return centre
  }

  /**
   * The centres with those codes in that order. `dataVersion` must have just been read: only centres with a
   * new version are read from the database, in one query. Errors: unknown-centre.
   */
  async at(asked: readonly { code: string; dataVersion: number }[]): Promise<Centre[]> {
    const news = asked.filter(centre => this.known.get(centre.code)?.dataVersion !== centre.dataVersion)
    const loading = news.length > 0 ? this.findAll(news.map(({ code }) => code)) : Promise.resolve([])
    for (const { code, dataVersion } of news) {
      const centre = loading.then(all => {
        const centre = all.find(each => each.code === code)
        if (!centre) throw new NamedError('unknown-centre', { centre: code })
        return { ...centre, dataVersion }
      })
      centre.catch(() => this.known.delete(code))
      this.known.set(code, { dataVersion, centre })
    }
    return Promise.all(asked.map(async ({ code }) => this.known.get(code)?.centre ?? this.find(code)))
  }

  /** Every centre, in order of code. */
  async all(): Promise<Centre[]> {
    return this.findAll(null)
  }

  /**
   * Centres with their working time in order of code; the number of queries does not depend on the number of
   * centres.
   */
  private async findAll(codes: readonly string[] | null): Promise<Centre[]> {
    const rows = await this.database.prisma.centre.findMany({
      ...(codes && { where: { code: { in: [...codes] } } }),
      orderBy: { code: 'asc' },
      include: withVersion,
    })
    if (rows.length === 0) return []
    this.rememberClocks(rows.filter(row => !this.clocks.has(clockKey(row))))
    const changes = await this.readSettingChanges(rows.map(({ id }) => id))
    return Promise.all(rows.map(async row => this.withClock(row, changes)))
  }

  private async withClock(row: CentreRow, changes: Map<number, SettingChange[]>): Promise<Centre> {
    const hall = await (this.clocks.get(clockKey(row)) ??
      this.readClocks([row]).then(all => clockIn(all, row)))
    return {
      id: row.id,
      code: row.code,
      name: row.name,
      nameEn: row.nameEn,
      dataVersion: row.dataVersion?.version ?? 0,
      currency: row.currency,
      openedOn: row.openedOn?.toISOString().slice(0, 10) ?? null,
      hall,
      settingChanges: changes.get(row.id) ?? [],
    }
  }

  /** Starts reading the working time of some centres and replaces what is cached. */
  private rememberClocks(rows: readonly CentreRow[]): void {
    if (rows.length === 0) return
    const ids = new Set(rows.map(({ id }) => String(id)))
    for (const other of this.clocks.keys()) {
      if (ids.has(other.slice(0, other.indexOf(':')))) this.clocks.delete(other)
    }
    const read = this.readClocks(rows)
    for (const row of rows) {
      const clock = read.then(all => clockIn(all, row))
      clock.catch(() => this.clocks.delete(clockKey(row)))
      this.clocks.set(clockKey(row), clock)
    }
  }

  private async readSettingChanges(centreIds: readonly number[]): Promise<Map<number, SettingChange[]>> {
    const rows = await this.database.prisma.settingChange.findMany({
      where: { centreId: { in: [...centreIds] } },
      orderBy: [{ validFrom: 'asc' }, { setting: 'asc' }],
    })
    const changes = new Map<number, SettingChange[]>()
    for (const { centreId, setting: name, validFrom, owner, reason } of rows) {
      const setting = settings.find(each => each === name)
      const from = textOfDay(toDay(validFrom))
      if (setting) changes.set(centreId, [...(changes.get(centreId) ?? []), { setting, from, owner, reason }])
    }
    return changes
  }

  private async readClocks(rows: readonly CentreRow[]): Promise<Map<number, HallTime>> {
    const { prisma } = this.database
    const where = { centreId: { in: rows.map(({ id }) => id) } }
    const tables = await prisma.hallTimetable.findMany({ where })
    const calendarOf = await this.readCalendars(rows)
    return new Map(
      rows.map(row => [
        row.id,
        new HallTime(
          new Zone(row.timeZone),
          calendarOf(row),
          tables
            .filter(({ centreId }) => centreId === row.id)
            .map(table => ({ ...table, validFrom: toDay(table.validFrom) })),
        ),
      ]),
    )
  }

  /** The working days of some centres: the published calendar with the changes of each centre. */
  private async readCalendars(rows: readonly CentreRow[]): Promise<(row: CentreRow) => WorkCalendar | null> {
    const { prisma } = this.database
    const calendars = [...new Set(rows.flatMap(({ calendar }) => calendar ?? []))]
    const [years, days, overrides] = await Promise.all([
      prisma.workCalendarYear.findMany({ where: { calendar: { in: calendars } } }),
      prisma.workCalendarDay.findMany({ where: { calendar: { in: calendars } } }),
      prisma.calendarOverride.findMany({ where: { centreId: { in: rows.map(({ id }) => id) } } }),
    ])
    return ({ id, calendar }) =>
      calendar === null
        ? null
        : new WorkCalendar({
            years: years.filter(year => year.calendar === calendar).map(year => year.year),
            departures: [
              ...days.filter(day => day.calendar === calendar),
              ...overrides.filter(override => override.centreId === id),
            ].map(day => [toDay(day.day), day.working] as const),
          })
  }
}

const readers = new WeakMap<Database, Centres>()

/**
 * The reader of a database's centres. All callers share it, so that a calendar is not read for every
 * question.
 */
export function centresOf(database: Database): Centres {
  const centres = readers.get(database) ?? new Centres(database)
  readers.set(database, centres)
  return centres
}
