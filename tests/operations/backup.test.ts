import type { Database } from '../../server/storage/database.ts'
import { Buffer } from 'node:buffer'
import { mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../prisma/migrate.ts'
import { addAccount } from '../../server/access/accounts.ts'
import { checkChain } from '../../server/access/auditTrail.ts'
import { commandLine } from '../../server/access/permissions.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { backupNow, backupsIn, thinBackups } from '../../server/operations/backups.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { ask } from '../../server/query/ask.ts'
import { buildMissingRollups } from '../../server/rollups/maintain/build.ts'
import { batchesIn } from '../../server/storage/backup/inside.ts'
import { restoreBackup } from '../../server/storage/backup/restore.ts'
import { writeBackup } from '../../server/storage/backup/write.ts'
import { connect } from '../../server/storage/database.ts'
import { testUrl, useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'
import { load, testNow } from '../support/load.ts'

const source = useDatabase('launch')
const target = useDatabase('empty')
let folder = ''
let file = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-backup-'))
  file = path.join(folder, 'all.bwb')
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const questions = [
  {
    measures: ['casesCompleted', 'onTimeRate', 'p90HandlingTime'],
    groupBy: ['window'],
    granularity: 'month' as const,
  },
  { measures: ['savings', 'savingsRate', 'tradesConcluded'], groupBy: ['category'] },
  { measures: ['openCases', 'overdueOpenCases', 'banners', 'itemCount', 'unitCount'] },
]
/** What the answers say, without when and from where they were read. */
async function answers(database: Database): Promise<unknown[]> {
  const sizes = []
  for (const question of questions) {
    const { current, members } = await ask(
      { ...question, centres: ['pinghe'], period: '2012-08-08..2012-12-31' },
      { database, scope: wholeScope, now: new Date(launchNow) },
    )
    // Cells stand in no promised order.
    const sorted = <T>(list: T[]): T[] =>
      list.toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))
    sizes.push({
      current: { ...current, cells: sorted(current.cells), totals: sorted(current.totals) },
      members,
    })
  }
  return sizes
}

/** A database closed to all but the restore, and opened again as the command does. */
async function restored(name: string, from: string): Promise<Database> {
  await restoreBackup(name, from)
  await migrate(name)
  const database = connect(name)
  await prepareDatabase(database)
  await buildMissingRollups(database)
  return database
}

describe('a backup', () => {
  it('is taken while people load, and holds one instant: a batch is in it whole or not at all', async () => {
    await addAccount(source(), commandLine, {
      name: 'wang',
      shownName: '小王',
      roles: ['clerk'],
      rows: { centres: 'all', units: 'all', windows: 'all' },
    })
    const before = await answers(source())
    const item = await source().prisma.item.findFirst({ orderBy: { code: 'asc' } })
    const rows = Array.from({ length: 2000 }, (_, index) => `DURING${index},${item!.code},2012-09-03 08:00`)
    const csv = `caseNumber,item,receivedAt\n${rows.join('\n')}\n`
    const loading = load(source(), { centre: 'pinghe', target: 'cases' }, csv)
    const written = await writeBackup(source().url, file, { now: testNow })
    const { batchId } = await loading
    expect(written.rows).toBeGreaterThan(30_000)
    expect((await stat(file)).mode & 0o077).toBe(0)
    await undoBatch(source(), batchId, { now: testNow, byUser: 'test' })
    expect(await answers(source())).toEqual(before)
  })

  it('brings back identical answers, rollups and all, and everything else that was there', async () => {
    const url = target().url
    await target().close()
    const database = await restored(url, file)
    try {
      const during = await database.prisma.case.count({ where: { caseNumber: { startsWith: 'DURING' } } })
      expect([0, 2000]).toContain(during)
      if (during > 0)
        await undoBatch(
          database,
          (await database.prisma.importBatch.findFirst({ orderBy: { id: 'desc' } }))!.id,
          { now: testNow, byUser: 'test' },
        )
      expect(await answers(database)).toEqual(await answers(source()))
      expect((await answers(database))[0]).not.toEqual({ current: { cells: [] } })
      const { checked, differences } = await verifyCentre(database, await centresOf(database).find('pinghe'))
      expect(differences).toEqual([])
      expect(checked.Case ?? Object.values(checked)[0]).toBeGreaterThan(30_000)
      expect(
        (await database.prisma.user.findMany({ where: { demo: false } })).map(user => user.username),
      ).toEqual(['wang'])
      expect((await checkChain(database)).broken).toBeNull()
      await expect(database.pool.query('DELETE FROM "AuditEntry"')).rejects.toThrow('only grows')
      // Numbers go on where they were.
      const loaded = await load(
        database,
        { centre: 'pinghe', target: 'cases' },
        'caseNumber,item,receivedAt\nNEXT,' +
          `${(await database.prisma.item.findFirst())!.code},2012-09-03 08:00\n`,
      )
      expect(loaded.loaded).toBe(1)
    } finally {
      await database.close()
    }
  })

  it('is not restored under a product that runs', async () => {
    await expect(restoreBackup(source().url, file)).rejects.toThrow('product-running')
  })

  it('that is broken anywhere changes nothing', async () => {
    const url = testUrl(new URL(target().url).pathname.slice(1))
    const good = gunzipSync(await readFile(file))
    const at = (share: number): number => Math.floor(good.length * share)
    const flipped = Buffer.from(good)
    flipped[at(0.5)]! ^= 1
    const broken: Record<string, Buffer> = {
      'cut': gzipSync(good.subarray(0, at(0.7))),
      'without its end': gzipSync(good.subarray(0, good.length - 20)),
      'changed': gzipSync(flipped),
      'no backup': gzipSync(Buffer.from('hello')),
      'no gzip': Buffer.from('hello'),
      'half a gzip': (await readFile(file)).subarray(0, 100_000),
      'empty': Buffer.alloc(0),
      'of a newer version': gzipSync(
        Buffer.from(
          good.toString('latin1').replace(/"migration":"\d+/, field => field.replace('2026', '2099')),
          'latin1',
        ),
      ),
    }
    for (const [name, bytes] of Object.entries(broken)) {
      const one = path.join(folder, 'broken.bwb')
      await writeFile(one, bytes)
      await expect(restoreBackup(url, one), name).rejects.toThrow(
        name === 'of a newer version' ? 'backup-too-new' : 'backup-broken',
      )
    }
    await expect(restoreBackup(url, path.join(folder, 'none.bwb'))).rejects.toThrow('backup-broken')
    const database = connect(url)
    expect(await database.prisma.case.count({ where: { caseNumber: 'NEXT' } })).toBe(1)
    expect(await batchesIn(url)).toBeGreaterThan(0)
    await database.close()
  })

  it('that finds no room is not there at all, and says so', async () => {
    const full = path.join(folder, 'full.bwb')
    await symlink('/dev/full', `${full}.partial`)
    await expect(writeBackup(source().url, full, { now: testNow })).rejects.toThrow('disk-full')
    expect((await readdir(folder)).filter(name => name.startsWith('full'))).toEqual([])
  })

  it('made daily is kept for so many days; those that people made stay', async () => {
    const data = path.join(folder, 'data')
    for (let day = 1; day <= 4; day++) {
      const { name } = await backupNow(source(), {
        dataFolder: data,
        kind: day === 1 ? 'manual' : 'daily',
        now: new Date(Date.UTC(2013, 0, day)),
      })
      await utimes(path.join(data, 'backups', name), day, day)
    }
    await thinBackups(data, 2)
    expect((await backupsIn(data)).map(backup => backup.name)).toEqual([
      'daily-20130104-000000.bwb',
      'daily-20130103-000000.bwb',
      'manual-20130101-000000.bwb',
    ])
  })
})
