import type { Database } from '../../server/storage/database.ts'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { migrate, migrationNames, pendingMigrations } from '../../prisma/migrate.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { testUrl, useDatabase } from '../support/database.ts'

const worker = fileURLToPath(new URL('killed.worker.ts', import.meta.url))
const database = useDatabase('launch')
const made: string[] = []
const kills = 5

async function withClient<T>(name: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: testUrl(name) })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function newDatabase(): Promise<string> {
  const name = `k_${randomUUID().replaceAll('-', '')}`
  await withClient('postgres', async client => client.query(`CREATE DATABASE ${name}`))
  made.push(name)
  return name
}

afterAll(async () => {
  for (const name of made)
    await withClient('postgres', async client => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
})

/** Lets a worker take so many steps, and kills it some time after it has begun the last of them. */
async function kill(
  what: string,
  url: string,
  { steps, after }: { steps: number; after: number },
): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', worker, what, url], {
    env: { ...process.env, VITEST: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  let said = ''
  const begun = new Promise<void>(resolve =>
    child.stdout.on('data', chunk => {
      said += String(chunk)
      if (said.split('\n').length > steps) resolve()
    }),
  )
  await Promise.race([begun, exit])
  await pause(after)
  child.kill('SIGKILL')
  await exit
}

/** Every column of every table, as the database describes them. */
const columnsOf = async (name: string): Promise<unknown> =>
  withClient(name, async client => {
    const { rows } = await client.query<Record<string, string | null>>(
      `SELECT table_name, column_name, data_type, is_nullable, column_default FROM information_schema.columns
        WHERE table_schema = 'public' AND table_name NOT LIKE 'rollup%' AND table_name NOT LIKE 'tier%'
        ORDER BY 1, 2`,
    )
    return rows
  })

it(`an upgrade killed at ${kills} instants is brought to its end by the next start`, async () => {
  const undisturbed = await newDatabase()
  const begun = performance.now()
  await migrate(testUrl(undisturbed))
  const whole = performance.now() - begun
  const columns = await columnsOf(undisturbed)
  const done: number[] = []
  for (let round = 0; round < kills; round++) {
    const name = await newDatabase()
    await kill('migrate', testUrl(name), { steps: 1, after: (whole * (round + 0.5)) / kills })
    const { names, unfinished } = await pendingMigrations(testUrl(name))
    done.push((await migrationNames()).length - names.length)
    expect(unfinished).toBeNull()
    expect((await migrate(testUrl(name))).length).toBeLessThanOrEqual(names.length)
    expect(await columnsOf(name), `round ${round}`).toEqual(columns)
  }
  process.stdout.write(`migrations done when killed: ${done.join(', ')}\n`)
}, 300_000)

it('a statement that fails leaves nothing of its migration', async () => {
  const name = await newDatabase()
  // The last migration meets a table that is there already, so that one of its statements fails.
  await withClient(name, async client => client.query('CREATE TABLE "PeriodLock" (x int)'))
  await expect(migrate(testUrl(name))).rejects.toThrow('already exists')
  await withClient(name, async client => client.query('DROP TABLE "PeriodLock"'))
  const { names, unfinished } = await pendingMigrations(testUrl(name))
  expect([names.length > 0, unfinished]).toEqual([true, null])
  expect(await migrate(testUrl(name))).toEqual(names)
})

it('an upgrade that an earlier version left half done is named', async () => {
  const name = await newDatabase()
  await migrate(testUrl(name))
  await withClient(name, async client =>
    client.query('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1', [
      (await migrationNames()).at(-1),
    ]),
  )
  await expect(openDatabase({ databaseUrl: testUrl(name), dataFolder: '/nowhere' })).rejects.toMatchObject({
    name: 'migration-unfinished',
  })
})

async function issues(of: Database) {
  return of.prisma.briefing.findMany({ where: { state: 'frozen' }, orderBy: { number: 'asc' } })
}

it(`signing killed at ${kills} instants leaves drafts or whole issues, numbered without a gap`, async () => {
  const centre = await centresOf(database()).find('pinghe')
  for (let round = 0; round < kills; round++)
    await kill('sign', database().url, { steps: round + 1, after: round * 25 })
  const signed = await issues(database())
  expect(signed.map(({ number }) => number)).toEqual(signed.map((_, index) => index + 1))
  for (const row of await database().prisma.briefing.findMany()) {
    // Reading an issue checks its hash.
    const { state, hash, frozen } = await findBriefing(database(), centre, row.id)
    expect([state === 'frozen', state === 'frozen'], `briefing ${row.id}`).toEqual([
      hash !== null,
      frozen !== null,
    ])
  }
  const drafts = await database().prisma.briefing.count({ where: { state: 'draft' } })
  process.stdout.write(`killed while signing: ${signed.length} issues, ${drafts} drafts\n`)
  // Each worker but the first has signed an issue before it was killed in the next.
  expect(signed.length).toBeGreaterThanOrEqual(kills - 1)
}, 300_000)
