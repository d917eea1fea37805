import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'

/** What a value depends on. `name` tells values of the same centres apart. */
interface At {
  database: Database
  centres: readonly Pick<Centre, 'id' | 'dataVersion'>[]
  name?: string
}

const keyOf = ({ centres, name = '' }: At): string =>
  [name, ...centres.map(({ id, dataVersion }) => `${id}:${dataVersion}`)].join()

/** A bounded cache of values that change only with the data versions of their centres. */
export class VersionCache<T> {
  private readonly byDatabase = new WeakMap<Database, Map<string, T>>()
  private readonly most: number

  /** Keeps at most `most` values per database; then it starts again. */
  constructor(most: number) {
    this.most = most
  }

  get(at: At): T | undefined {
    return this.byDatabase.get(at.database)?.get(keyOf(at))
  }

  set(at: At, value: T): void {
    const values = this.byDatabase.get(at.database) ?? new Map<string, T>()
    this.byDatabase.set(at.database, values)
    if (values.size >= this.most) values.clear()
    values.set(keyOf(at), value)
  }
}
