import type pg from 'pg'
import type { Limit } from '#measures'
import { dayFromText } from '#measures'

/** A version of an item as the derivation of cases needs it. */
export interface Version {
  id: number
  from: number
  to: number | null
  type: string
  unitId: number
  windowId: number | null
  statutory: Limit | null
  committed: Limit | null
}

type Kind = 'unit' | 'window' | 'item' | 'staff'
const tables: Record<Kind, string> = { unit: 'Unit', window: 'Window', item: 'Item', staff: 'StaffMember' }

/** A person's place. */
interface Post { unitId: number | null, windowId: number | null }

interface MemberRow { id: number, code: string, name: string, unitId: number | null, windowId?: number | null }

interface VersionRow { id: number, itemId: number, from: string, to: string | null, type: string, unitId: number, windowId: number | null, statutoryLimit: number | null, statutoryLimitUnit: Limit['unit'], committedLimit: number | null, committedLimitUnit: Limit['unit'] }

/** The catalogue of a centre while a batch runs: codes to ids, and the versions of items. Reads and writes inside the batch's transaction. */
export class Catalogue {
  private readonly ids: Record<Kind, Map<string, number>> = { unit: new Map(), window: new Map(), item: new Map(), staff: new Map() }
  /** Names that only one member has; null for those that several have. */
  private readonly named: Record<Kind, Map<string, number | null>> = { unit: new Map(), window: new Map(), item: new Map(), staff: new Map() }
  private readonly posts = new Map<number, Post>()
  private readonly unitOfWindow = new Map<number, number>()
  private readonly versions = new Map<number, Version[]>()
  private readonly client: pg.ClientBase
  private readonly at: { centreId: number, batchId: number }

  private constructor(client: pg.ClientBase, at: { centreId: number, batchId: number }) {
    this.client = client
    this.at = at
  }

  /** Reads the whole catalogue of a centre: some hundred rows. */
  static async read(client: pg.ClientBase, at: { centreId: number, batchId: number }): Promise<Catalogue> {
    const catalogue = new Catalogue(client, at)
    for (const kind of ['unit', 'window', 'item', 'staff'] as const) {
      const found = await client.query<MemberRow>(`SELECT * FROM "${tables[kind]}" WHERE "centreId" = $1`, [at.centreId])
      for (const row of found.rows)
        catalogue.know(kind, row)
    }
    await catalogue.readVersions()
    return catalogue
  }

  private know(kind: Kind, row: MemberRow): void {
    this.ids[kind].set(row.code, row.id)
    const other = this.named[kind].get(row.name)
    this.named[kind].set(row.name, other === undefined || other === row.id ? row.id : null)
    if (kind === 'window' && row.unitId !== null)
      this.unitOfWindow.set(row.id, row.unitId)
    if (kind === 'staff')
      this.posts.set(row.id, { unitId: row.unitId, windowId: row.windowId ?? null })
  }

  private async readVersions(): Promise<void> {
    const found = await this.client.query<VersionRow>('SELECT *, "validFrom"::text AS "from", "validTo"::text AS "to" FROM "ItemVersion" WHERE "centreId" = $1 ORDER BY "validFrom"', [this.at.centreId])
    for (const row of found.rows) {
      const limit = (amount: number | null, unit: Limit['unit']): Limit | null => amount === null ? null : { amount, unit }
      const version: Version = {
        id: row.id,
        from: dayFromText(row.from) ?? Number.NEGATIVE_INFINITY,
        to: row.to === null ? null : dayFromText(row.to),
        type: row.type,
        unitId: row.unitId,
        windowId: row.windowId,
        statutory: limit(row.statutoryLimit, row.statutoryLimitUnit),
        committed: limit(row.committedLimit, row.committedLimitUnit),
      }
      this.versions.set(row.itemId, [...this.versions.get(row.itemId) ?? [], version])
    }
  }

  /** The id behind a code, or behind a name that only one member has; otherwise null. */
  idOf(kind: Kind, text: string): number | null {
    return this.ids[kind].get(text) ?? this.named[kind].get(text) ?? null
  }

  /** True where the centre has any member of a kind. */
  any(kind: Kind): boolean {
    return this.ids[kind].size > 0
  }

  /** Where a person works. */
  postOf(staffId: number): Post | null {
    return this.posts.get(staffId) ?? null
  }

  /** The unit that a window belongs to. */
  unitOf(windowId: number): number | null {
    return this.unitOfWindow.get(windowId) ?? null
  }

  /** The version of an item in force on a day. */
  versionOn(itemId: number, day: number): Version | null {
    return this.versions.get(itemId)?.find(version => version.from <= day && (version.to === null || day < version.to)) ?? null
  }

  /** Adds a member that the file introduces, named by its code until a catalogue file names it better. */
  async add(kind: Exclude<Kind, 'staff'>, code: string, unitId: number | null): Promise<number | null> {
    if (kind !== 'unit' && unitId === null)
      return null
    const unitColumn = kind === 'unit' ? '' : ', "unitId"'
    const values = [this.at.centreId, code, this.at.batchId, ...kind === 'unit' ? [] : [unitId]]
    const made = await this.client.query<{ id: number }>(`INSERT INTO "${tables[kind]}" ("centreId", "code", "name", "batchId"${unitColumn}) VALUES ($1, $2, $2, $3${kind === 'unit' ? '' : ', $4'}) RETURNING "id"`, values)
    const id = made.rows[0]?.id ?? null
    if (id !== null)
      this.know(kind, { id, code, name: code, unitId })
    return id
  }
}
