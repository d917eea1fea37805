import type { Config } from '../../config.ts'
import type { Database } from '../../storage/database.ts'
import process from 'node:process'
import { prepareDatabase } from '../../prepare.ts'
import { openDatabase } from '../../storage/database.ts'

/** Opens the configured database for one command (joining a running product) and leaves it again. */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config)
  try {
    await prepareDatabase(database)
    return await work(database)
  } finally {
    await database.close()
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`)
