import type pg from 'pg'
import type { Limit } from '#measures'
import type { Kind, Version } from './knownCatalogue.ts'
import { dayFromText } from '#measures'
import { foldedKey } from '../rows/keyText.ts'
import { KnownCatalogue, nothingKnown } from './knownCatalogue.ts'

const tables: Record<Kind, string> = { unit: 'Unit', window: 'Window', item: 'Item', staff: 'StaffMember' }

interface MemberRow {
  id: number
  code: string
  name: string
  unitId: number | null
  windowId?: number | null
}

interface VersionRow {
  id: number
  itemId: number
  from: string
  to: string | null
  type: string
  unitId: number
  windowId: number | null
  statutoryLimit: number | null
  statutoryLimitUnit: Limit['unit']
  committedLimit: number | null
  committedLimitUnit: Limit['unit']
}

/** Records the member of a name; null for a name of several members. */
function nameMember(names: Map<string, number | null>, name: string, id: number): void {
  const other = names.get(name)
  names.set(name, other === undefined || other === id ? id : null)
}

/**
 * The catalogue of a centre during a batch: codes to ids, and the versions of items. Reads and writes in the
 * batch's transaction.
 */
export class Catalogue extends KnownCatalogue {
  private readonly client: pg.ClientBase
  private readonly at: { centreId: number; batchId: number }

  private constructor(client: pg.ClientBase, at: { centreId: number; batchId: number }) {
    super(nothingKnown())
    this.client = client
    this.at = at
  }

  /** Reads the whole catalogue of a centre, usually some hundred rows. */
  static async read(client: pg.ClientBase, at: { centreId: number; batchId: number }): Promise<Catalogue> {
    const catalogue = new Catalogue(client, at)
    for (const kind of ['unit', 'window', 'item', 'staff'] as const) {
      const result = await client.query<MemberRow>(`SELECT * FROM "${tables[kind]}" WHERE "centreId" = $1`, [
        at.centreId,
      ])
      for (const row of result.rows) catalogue.know(kind, row)
    }
    await catalogue.readVersions()
    return catalogue
  }

  private know(kind: Kind, row: MemberRow): void {
    this.known.ids[kind].set(row.code, row.id)
    nameMember(this.known.named[kind], row.name, row.id)
    nameMember(this.known.folded[kind], foldedKey(row.code), row.id)
    nameMember(this.known.folded[kind], foldedKey(row.name), row.id)
    if (kind === 'window' && row.unitId !== null) this.known.unitOfWindow.set(row.id, row.unitId)
    if (kind === 'staff') this.known.posts.set(row.id, { unitId: row.unitId, windowId: row.windowId ?? null })
  }

  private async readVersions(): Promise<void> {
    const result = await this.client.query<VersionRow>(
      `SELECT *, "validFrom"::text AS "from", "validTo"::text AS "to" FROM "ItemVersion"
        WHERE "centreId" = $1 ORDER BY "validFrom"`,
      [this.at.centreId],
    )
    for (const row of result.rows) {
      const limit = (amount: number | null, unit: Limit['unit']): Limit | null =>
        amount === null ? null : { amount, unit }
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
      this.known.versions.set(row.itemId, [...(this.known.versions.get(row.itemId) ?? []), version])
    }
  }

  /** Adds a member that the file introduces. Its name is its code until a catalogue file gives another. */
  async add(kind: Exclude<Kind, 'staff'>, code: string, unitId: number | null): Promise<number | null> {
    if (kind !== 'unit' && unitId === null) return null
    const unitColumn = kind === 'unit' ? '' : ', "unitId"'
    const values = [this.at.centreId, code, this.at.batchId, ...(kind === 'unit' ? [] : [unitId])]
    const made = await this.client.query<{ id: number }>(
      `INSERT INTO "${tables[kind]}" ("centreId", "code", "name", "batchId"${unitColumn})
        VALUES ($1, $2, $2, $3${kind === 'unit' ? '' : ', $4'}) RETURNING "id"`,
      values,
    )
    const id = made.rows[0]?.id ?? null
    if (id !== null) this.know(kind, { id, code, name: code, unitId })
    return id
  }
}
