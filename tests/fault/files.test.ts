import type { Cluster } from '../../server/storage/cluster.ts'
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { backupNow } from '../../server/operations/backups.ts'
import { startProduct } from '../../server/product.ts'
import { readAuditKey } from '../../server/storage/auditKey.ts'
import { checkAbilities } from '../../server/storage/databaseChecks.ts'
import { runAs } from '../../server/storage/newCluster.ts'
import { passableFolder, writeOnce, writeWhole } from '../../server/storage/ownFiles.ts'
import { testConfig } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'

const database = useDatabase('launch')
const options = { clientFolder: null, say: () => undefined }
let folder = ''
const disks: string[] = []

beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-files-'))))
afterEach(async () => {
  for (const disk of disks.splice(0)) execFileSync('umount', ['-l', disk])
  await rm(folder, { recursive: true, force: true })
})

/** Makes a folder a disk of so many kilobytes; false where the machine lets nobody do so. */
function smallDisk(at: string, kilobytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=0711`, 'none', at], {
      stdio: 'ignore',
    })
    disks.push(at)
    return true
  } catch {
    return false
  }
}

const start = async (at: string, more = {}) =>
  startProduct(testConfig(at, { clock: () => new Date(launchNow), ...more }), options)

describe('what lies in the data folder', () => {
  it('is for its owner alone, also where others were let in before', async () => {
    await chmod(folder, 0o755)
    const product = await start(folder, { databaseUrl: database().url })
    try {
      await backupNow(database(), { dataFolder: folder, kind: 'manual', now: new Date(launchNow) })
      const files = await readdir(folder, { recursive: true, encoding: 'utf8' })
      expect(files).toEqual(
        expect.arrayContaining(['audit.key', 'backups', 'database.id', 'product.lock', 'product.log']),
      )
      for (const name of ['.', ...files])
        expect([name, ((await stat(path.join(folder, name))).mode & 0o077).toString(8)]).toEqual([name, '0'])
    } finally {
      await product.stop()
    }
  })

  it('lies below a place that lets its database pass, made now or closed by an earlier start', async () => {
    const place = path.join(folder, 'services', 'brightwindow')
    const modeOf = async (): Promise<string> => ((await stat(place)).mode & 0o777).toString(8)
    await passableFolder(place)
    expect(await modeOf()).toBe('711')
    await chmod(place, 0o700)
    await passableFolder(place)
    expect(await modeOf()).toBe('711')
    await chmod(place, 0o755)
    await passableFolder(place)
    expect(await modeOf()).toBe('755')
  })

  it('is written whole or not at all', async () => {
    const file = path.join(folder, 'x')
    await writeWhole(file, 'one')
    await writeOnce(file, 'two')
    expect(await readFile(file, 'utf8')).toBe('one')
    await writeFile(file, '')
    await writeOnce(file, 'three')
    expect(await readFile(file, 'utf8')).toBe('three')
    await mkdir(path.join(folder, 'in the way', 'x'), { recursive: true })
    await expect(writeWhole(path.join(folder, 'in the way'), 'text')).rejects.toThrow()
    expect((await readdir(folder)).filter(name => name.endsWith('.partial'))).toEqual([])
  })

  it('may hold an empty key that a full disk left, which is made anew', async () => {
    await writeFile(path.join(folder, 'audit.key'), '')
    const product = await start(folder, { databaseUrl: database().url })
    await product.stop()
    expect((await readAuditKey(folder))?.secret.length).toBe(64)
  })
})

describe('a first start on a full disk', () => {
  it.for([0, 64, 8000, 40_000])(
    'with %i kB left names it (skipped where no small disk can be made)',
    { timeout: 240_000 },
    async (left, { skip }) => {
      const at = path.join(folder, 'data')
      // The server's user must be able to pass, or its cluster lies elsewhere.
      await chmod(folder, 0o711)
      await mkdir(at)
      if (!smallDisk(at, left + 64)) return skip()
      if (left === 0) await writeFile(path.join(at, 'filler'), 'x'.repeat(1 << 20)).catch(() => undefined)
      await expect(start(at)).rejects.toMatchObject({ name: 'disk-full' })
      expect(existsSync(path.join(at, 'product.lock'))).toBe(false)
    },
  )

  it('is told from the words of PostgreSQL, in its log too, and not from earlier ones', async () => {
    const log = path.join(folder, 'server.log')
    const programs = path.join(folder, 'bin')
    await mkdir(programs)
    const cluster: Cluster = { dataFolder: folder, folder, native: folder, user: null, password: 'x', log }
    const fail = async (script: string): Promise<string> => {
      await writeFile(path.join(programs, 'pg_ctl'), `#!/bin/sh\n${script}\nexit 1\n`, { mode: 0o700 })
      return runAs(cluster, 'pg_ctl', []).then(
        () => '',
        (error: unknown) => (error as Error).name,
      )
    }
    expect(await fail('echo "could not write file: No space left on device" >&2')).toBe('disk-full')
    expect(await fail(`echo "FATAL: could not write: No space left on device" >> ${log}`)).toBe('disk-full')
    expect(await fail('echo "another server might be running" >&2')).toBe('embedded-failed')
  })
})

describe('a PostgreSQL that is too old', () => {
  const checked = async (version: number): Promise<unknown> =>
    checkAbilities(
      {
        query: async () => ({
          rows: [
            {
              version,
              readOnly: false,
              onDatabase: true,
              onSchema: true,
              user: 'u',
              database: 'd',
              schema: 'public',
            },
          ],
        }),
      } as unknown as Parameters<typeof checkAbilities>[0],
      'host:5432/d',
    ).then(
      () => null,
      (error: unknown) => error,
    )

  it('is named with the version that it has and the one that is wanted', async () => {
    expect(await checked(14)).toMatchObject({
      name: 'database-too-old',
      details: { database: 'host:5432/d', version: 14, least: 15 },
    })
    expect(await checked(15)).toBeNull()
  })
})
