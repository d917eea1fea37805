import type pg from 'pg'
import type { Member } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Dimension } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import sql from 'sql-template-tag'
import { NamedError } from '#measures'
import { placeCode } from '../measures/scope.ts'
import { identifier } from '../model/toSql.ts'
import { statementOf } from './sql.ts'
import { VersionCache } from './versionCache.ts'

const tables = { centre: 'Centre', unit: 'Unit', window: 'Window', item: 'Item' } as const
type Catalogued = keyof typeof tables

interface Known {
  id: number
  member: Member
}

/**
 * The names of catalogue members by id and by code. With several centres, codes are prefixed with the code of
 * their centre.
 */
export class MemberBook {
  private readonly byId = new Map<string, Member>()
  private readonly byCode = new Map<string, number[]>()

  constructor(members: readonly Known[]) {
    for (const { id, member } of members) {
      this.byId.set(String(id), member)
      this.byCode.set(member.code, [...(this.byCode.get(member.code) ?? []), id])
    }
  }

  memberOf(id: string): Member | undefined {
    return this.byId.get(id)
  }

  /** Every member, in order of code. */
  all(): Member[] {
    return [...this.byId.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  }

  idsOf(code: string): number[] {
    return this.byCode.get(code) ?? []
  }
}

/** The catalogue members of some centres. */
export async function readBook(
  client: pg.ClientBase,
  kind: Catalogued,
  centreIds: readonly number[],
): Promise<MemberBook> {
  const several = kind !== 'centre' && centreIds.length > 1
  const owner = identifier(kind === 'centre' ? 'id' : 'centreId')
  const centre = several ? sql`(SELECT c."code" FROM "Centre" c WHERE c."id" = "centreId")` : sql`NULL`
  const result = await client.query<{
    id: number
    code: string
    name: string
    nameEn: string | null
    centre: string | null
  }>(
    statementOf(
      sql`SELECT "id", "code", "name", "nameEn", ${centre} AS centre
FROM ${identifier(tables[kind])} WHERE ${owner} = ANY(${centreIds}::int[])`,
    ),
  )
  return new MemberBook(
    result.rows.map(row => ({
      id: row.id,
      member: {
        code: several ? placeCode(row.centre ?? '', row.code) : row.code,
        zh: row.name,
        en: row.nameEn ?? row.name,
      },
    })),
  )
}

/** Catalogues by kind. Every change of a catalogue raises the data version of its centre. */
const knownBooks = new VersionCache<MemberBook>(500)

/** The catalogue members of some centres at their data versions, read from the database once. */
async function bookAt(
  client: pg.ClientBase,
  kind: Catalogued,
  { database, centres }: CatalogueOwner,
): Promise<MemberBook> {
  const at = { database, centres, name: kind }
  const known = knownBooks.get(at)
  if (known) return known
  const centreIds = centres.map(({ id }) => id)
  const book = await readBook(client, kind, centreIds)
  knownBooks.set(at, book)
  return book
}

/** The centres whose catalogues a question uses, at the data versions of its snapshot. */
interface CatalogueOwner {
  database: Database
  centres: readonly Pick<Centre, 'id' | 'dataVersion'>[]
}

/**
 * The members of the catalogues for one question. Each catalogue is read when first needed, inside the
 * question's transaction.
 */
export class Members {
  private readonly books = new Map<Catalogued, Promise<MemberBook>>()
  private reading: Promise<unknown> = Promise.resolve()
  private readonly client: pg.ClientBase
  private readonly owner: CatalogueOwner

  constructor(client: pg.ClientBase, owner: CatalogueOwner) {
    this.client = client
    this.owner = owner
  }

  private async book(kind: Catalogued): Promise<MemberBook> {
    const cached = this.books.get(kind)
    if (cached) return cached
    // The connection runs one query at a time.
    const book = this.reading.then(async () => bookAt(this.client, kind, this.owner))
    this.reading = book.catch(() => undefined)
    this.books.set(kind, book)
    return book
  }

  /** The codes of all units or windows. */
  async codes(kind: 'unit' | 'window'): Promise<string[]> {
    return (await this.book(kind)).all().map(member => member.code)
  }

  /** The stored values of codes in a question. Errors: unknown-member. */
  async stored(name: string, dimension: Dimension, codes: readonly string[]): Promise<(string | number)[]> {
    const unknown = (member: string): NamedError =>
      new NamedError('unknown-member', { dimension: name, member })
    if (dimension.members in tables) {
      const book = await this.book(dimension.members as Catalogued)
      return codes.flatMap(code => {
        const ids = book.idsOf(code)
        if (ids.length === 0) throw unknown(code)
        return ids
      })
    }
    for (const code of codes) {
      if (dimension.values && !Object.hasOwn(dimension.values, code)) throw unknown(code)
      if (dimension.members === 'number' && !/^\d{1,6}$/.test(code)) throw unknown(code)
    }
    return dimension.members === 'number' ? codes.map(Number) : [...codes]
  }

  /** The member of a stored value; the empty value means "not stated". */
  async named(dimension: Dimension, stored: string): Promise<Member> {
    if (stored === '') return { code: '', zh: '（未注明）', en: '(not stated)' }
    if (dimension.members in tables)
      return (
        (await this.book(dimension.members as Catalogued)).memberOf(stored) ?? {
          code: stored,
          zh: stored,
          en: stored,
        }
      )
    const names = dimension.values?.[stored]
    return { code: stored, zh: names?.zh ?? stored, en: names?.en ?? stored }
  }
}
