import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isUntouched, loadDemo } from '../../prisma/demo/county.ts'
import { backupsIn, removePartialBackups, thinBackups } from '../../server/operations/backups.ts'
import { backupFolder } from '../../server/storage/backup/place.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { identityFile } from '../../server/storage/databaseIdentity.ts'
import { testUrl, useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'

let folder = ''
const made: string[] = []
const role = `r_${randomUUID().replaceAll('-', '')}`
const password = 'only for this test'

async function sql(database: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testUrl(database) })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function newDatabase(): Promise<string> {
  const name = `f_${randomUUID().replaceAll('-', '')}`
  await sql('postgres', `CREATE DATABASE ${name}`)
  made.push(name)
  return name
}

function urlOf(database: string, user?: string): string {
  const url = new URL(testUrl(database))
  if (user !== undefined) {
    url.username = user
    url.password = password
  }
  return url.toString()
}

async function failureOf(databaseUrl: string, dataFolder = folder) {
  return openDatabase({ databaseUrl, dataFolder }).then(
    async database => {
      await database.close()
      return null
    },
    (error: unknown) => error as Error & { details: Record<string, unknown> },
  )
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-fault-'))
  await sql('postgres', `CREATE ROLE ${role} LOGIN PASSWORD '${password}'`)
})
afterAll(async () => {
  for (const name of made) await sql('postgres', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await sql('postgres', `DROP ROLE IF EXISTS ${role}`)
  await rm(folder, { recursive: true, force: true })
})

describe('a database that cannot be used', () => {
  it('without the right to make tables is refused with the grant that is missing', async () => {
    const name = await newDatabase()
    await sql(name, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    const failure = await failureOf(urlOf(name, role))
    expect(failure?.name).toBe('database-not-writable')
    expect(failure?.details.grant).toBe(
      `GRANT CREATE ON DATABASE "${name}" TO "${role}"; GRANT CREATE ON SCHEMA "public" TO "${role}";`,
    )
    await sql(name, String(failure?.details.grant))
    expect(await failureOf(urlOf(name, role), await mkdtemp(path.join(folder, 'granted-')))).toBeNull()
    await sql(name, `REASSIGN OWNED BY ${role} TO CURRENT_USER`, `DROP OWNED BY ${role}`)
  })

  it('that is read-only is refused by name', async () => {
    const name = await newDatabase()
    await sql(name, `ALTER DATABASE ${name} SET default_transaction_read_only = on`)
    expect((await failureOf(urlOf(name)))?.name).toBe('database-read-only')
  })

  it('that was replaced by an empty one is refused until that is said to be meant', async () => {
    const own = await mkdtemp(path.join(folder, 'own-'))
    const [first, second] = [await newDatabase(), await newDatabase()]
    expect(await failureOf(urlOf(first), own)).toBeNull()
    expect(await failureOf(urlOf(first), own)).toBeNull()
    const failure = await failureOf(urlOf(second), own)
    expect(failure?.name).toBe('database-not-ours')
    expect(failure?.details.file).toBe(identityFile(own))
    await rm(identityFile(own))
    expect(await failureOf(urlOf(second), own)).toBeNull()
    expect(existsSync(identityFile(own))).toBe(true)
  })
})

describe('loading the demo', () => {
  const interrupted = useDatabase('empty')

  it('goes on after its last whole step when it was interrupted', async () => {
    const database = interrupted()
    const options = { now: new Date(launchNow), recent: false }
    let steps = 0
    await expect(
      loadDemo(database, {
        ...options,
        onStep: () => {
          if (++steps === 4) throw new Error('interrupted')
        },
      }),
    ).rejects.toThrow('interrupted')
    const before = await database.prisma.importBatch.count()
    expect(before).toBe(4)
    expect(await isUntouched(database)).toBe(true)
    const later: string[] = []
    await loadDemo(database, {
      now: new Date('2013-06-30T00:00:00Z'),
      recent: false,
      onStep: target => void later.push(target),
    })
    expect(later[0]).toBe('regulations')
    expect(await isUntouched(database)).toBe(false)
    expect(await database.prisma.item.count()).toBe(382)
    expect(await database.prisma.trade.count({ where: { outcome: 'concluded' } })).toBe(104)
    const batches = await database.prisma.importBatch.findMany({ select: { cutAt: true } })
    expect(new Set(batches.map(({ cutAt }) => cutAt?.toISOString())).size).toBe(1)
  })
})

describe('backups in the data folder', () => {
  it('lose what was left half-written, and are thinned by kind', async () => {
    const own = await mkdtemp(path.join(folder, 'backups-'))
    const place = backupFolder(own)
    await mkdir(place, { recursive: true })
    const write = async (name: string): Promise<void> => writeFile(path.join(place, name), name)
    await write('daily-20120901-023000.bwb.partial')
    for (let day = 10; day < 20; day++) await write(`daily-201209${day}-023000.bwb`)
    for (let second = 10; second < 50; second++) await write(`manual-20120901-0230${second}.bwb`)
    await write('before-20261123-20120901-023000.bwb')
    await removePartialBackups(own)
    await thinBackups(own, 7)
    const names = (await backupsIn(own)).map(({ name }) => name.split('-')[0])
    const countOf = (kind: string): number => names.filter(name => name === kind).length
    expect([countOf('daily'), countOf('manual'), countOf('before')]).toEqual([7, 30, 1])
    expect(existsSync(path.join(place, 'daily-20120901-023000.bwb.partial'))).toBe(false)
  })
})
