import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../prisma/migrate.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { restoreBackup } from '../../server/storage/backup/restore.ts'
import { writeBackup } from '../../server/storage/backup/write.ts'
import { connect } from '../../server/storage/database.ts'
import { distribute, isDistributed, placeAdded } from '../../server/storage/distribute.ts'
import { clusterUrl, dropClusterDatabase, makeClusterDatabase, runOn } from '../support/cluster.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const cases = `caseNumber,item,window,channel,receivedAt,acceptedAt,completedAt
C1,NOW,W1,hall,2012-07-02 09:00,2012-07-02 09:30,2012-07-02 10:00
C2,TEN,W2,online,2012-07-03 09:00,2012-07-03 10:00,
C3,THIRTY,,hall,2012-07-04 09:00,2012-07-04 10:00,2012-09-20 10:00`

describe.skipIf(clusterUrl === undefined)(
  'tables of a cluster (skipped where BW_TEST_CITUS is not set)',
  () => {
    const name = `t_${randomUUID().replaceAll('-', '')}`
    let url = ''
    let folder = ''
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-cluster-'))
      url = await makeClusterDatabase(name)
      await migrate(url)
    })
    afterAll(async () => {
      await dropClusterDatabase(name)
      await rm(folder, { recursive: true, force: true })
    })

    async function withDatabase<T>(work: (database: ReturnType<typeof connect>) => Promise<T>): Promise<T> {
      const database = connect(url)
      try {
        return await work(database)
      } finally {
        await database.close()
      }
    }

    const countCases = async (): Promise<unknown> =>
      withDatabase(async ({ pool }) => {
        const result = await pool.query<{ n: string }>('SELECT count(*) AS n FROM "Case"')
        return Number(result.rows[0]?.n)
      })

    const notPlaced = `SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND NOT EXISTS (
      SELECT 1 FROM pg_dist_partition p
      WHERE p.logicalrelid = c.oid AND (p.partmethod = 'h' OR p.repmodel = 't'))
    ORDER BY 1`

    it('serve as those of one server until they are spread', async () => {
      await withDatabase(async database => {
        await prepareDatabase(database)
        await addCentre(database, 'here')
        await loadSmallHall(database, 'here')
        expect(await load(database, { centre: 'here', target: 'cases' }, cases)).toMatchObject({ loaded: 3 })
        const client = await database.pool.connect()
        expect(await isDistributed(client)).toBe(false)
        client.release()
      })
    })

    it('are refused by name while there is no worker, and nothing is changed', async () => {
      const [workers] = await runOn(
        url,
        'SELECT nodename AS host, nodeport AS port FROM pg_dist_node WHERE groupid > 0',
      )
      const rows = (workers?.rows ?? []) as { host: string; port: number }[]
      await runOn(url, ...rows.map(({ host, port }) => `SELECT citus_remove_node('${host}', ${port})`))
      await withDatabase(async database => {
        await expect(distribute(database)).rejects.toThrow('cluster-without-workers')
      })
      await runOn(url, ...rows.map(({ host, port }) => `SELECT citus_add_node('${host}', ${port})`))
      expect(await countCases()).toBe(3)
    })

    it('are all spread with their rows, once, and the coordinator keeps no copy', async () => {
      await withDatabase(async database => {
        const steps: string[] = []
        const done = await distribute(
          database,
          ({ step, of, table }) => void steps.push(`${step}/${of} ${table}`),
        )
        expect(steps).toHaveLength(done.length)
        expect(steps[0]).toBe(`1/${done.length} Division`)
        expect(await distribute(database)).toEqual([])
        const [left] = await runOn(url, notPlaced)
        expect(left?.rows.map(row => (row as { name: string }).name)).toEqual([
          'Account',
          'AuditEntry',
          'Invitation',
          'Session',
          'Setting',
          'SignInFailure',
          'TwoFactor',
          'UsedCode',
          'User',
          'Verification',
          '_prisma_migrations',
        ])
        const [sizes] = await runOn(url, `SELECT pg_relation_size('"Case"')::int AS size`)
        expect(sizes?.rows).toEqual([{ size: 0 }])
        const centre = await centresOf(database).find('here')
        expect((await verifyCentre(database, centre)).differences).toEqual([])
      })
      expect(await countCases()).toBe(3)
    })

    it('that a later version adds are placed at its start', async () => {
      await runOn(
        url,
        `CREATE TABLE "Later" ("centreId" int NOT NULL REFERENCES "Centre"("id"), "id" serial,
          PRIMARY KEY ("centreId", "id"))`,
      )
      await withDatabase(placeAdded)
      const [left] = await runOn(url, notPlaced)
      expect(left?.rows).not.toContainEqual({ name: 'Later' })
      await runOn(url, 'DROP TABLE "Later"')
    })

    it('that cannot be spread are named', async () => {
      await runOn(url, 'CREATE TABLE stray (id int)')
      await withDatabase(async database => {
        await expect(distribute(database)).rejects.toThrow('not-distributable {"table":"stray"}')
      })
      await runOn(url, 'DROP TABLE stray', 'CREATE TABLE stray ("centreId" int, id int PRIMARY KEY)')
      await withDatabase(async database => {
        await expect(distribute(database)).rejects.toThrow(/cluster-step-failed .*"table":"stray"/)
      })
      await runOn(url, 'DROP TABLE stray')
    })

    it('come back from a backup onto the workers; a broken backup changes nothing', async () => {
      const file = path.join(folder, 'whole.bwb')
      const broken = path.join(folder, 'broken.bwb')
      await writeBackup(url, file, { now: testNow })
      await writeBackup(url, broken, { now: testNow })
      await truncate(broken, Math.floor((await readFile(broken)).length * 0.7))
      await withDatabase(async database => {
        await load(database, { centre: 'here', target: 'cases' }, cases.replaceAll('\nC', '\nD'))
      })
      await expect(restoreBackup(url, broken)).rejects.toThrow('backup-broken')
      expect(await countCases()).toBe(6)
      await restoreBackup(url, file)
      expect(await countCases()).toBe(3)
      await withDatabase(async database => {
        await prepareDatabase(database)
        const [left] = await runOn(url, notPlaced)
        expect(left?.rows).toHaveLength(11)
        const centre = await centresOf(database).find('here')
        expect((await verifyCentre(database, centre)).differences).toEqual([])
      })
    })
  },
)
