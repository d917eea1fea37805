import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { startProduct } from '../../server/product.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { joinEmbeddedServer } from '../../server/storage/embedded.ts'
import { isConnectionFailure } from '../../server/storage/failures.ts'
import { canEnter } from '../../server/storage/serverUser.ts'
import { testConfig } from '../support/access.ts'

const worker = fileURLToPath(new URL('worker.ts', import.meta.url))
const root = process.getuid?.() === 0
const folders: string[] = []
const children: ChildProcess[] = []

async function folder(): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'brightwindow-storage-'))
  folders.push(made)
  return made
}

/** Another process that joins the folder's server; resolves with the port that it was given. */
async function join(
  where: string,
  as: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; port: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', worker, where], {
    ...as,
    env: { ...process.env, HOME: where, VITEST: '' },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  children.push(child)
  let said = ''
  child.stderr?.on('data', chunk => (said += String(chunk)))
  const [first] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [said])])
  return { child, port: String(first).trim() }
}

async function seen(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const result = await client.query('SELECT count(*)::int AS n FROM seen')
  await client.end()
  return (result.rows[0] as { n: number }).n
}

const running = (where: string): boolean => existsSync(path.join(where, 'postgres', 'postmaster.pid'))

afterEach(async () => {
  children.splice(0).forEach(child => child.kill('SIGKILL'))
  for (const where of folders.splice(0)) {
    const elsewhere = path.join(where, 'postgres-is-elsewhere.txt')
    const server = await joinEmbeddedServer(where).catch(() => null)
    await server?.release()
    if (existsSync(elsewhere))
      await rm(path.dirname((await readFile(elsewhere, 'utf8')).trim()), { recursive: true, force: true })
    await rm(where, { recursive: true, force: true })
  }
})

describe("the product's own PostgreSQL", () => {
  it('starts with its folder and stops with the last one who leaves', async () => {
    const where = await folder()
    const mine = await joinEmbeddedServer(where)
    const other = await join(where)
    expect(other.port).toBe(new URL(mine.url).port)
    await mine.release()
    expect(running(where)).toBe(true)
    other.child.stdin?.write('leave\n')
    await once(other.child, 'exit')
    expect(running(where)).toBe(false)
    expect((await readFile(path.join(where, 'postgres-password'), 'utf8')).length).toBeGreaterThan(20)
  })

  it('is taken over after its process was killed, with everything that was committed', async () => {
    const where = await folder()
    const first = await join(where)
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    expect(running(where)).toBe(true)
    const mine = await joinEmbeddedServer(where)
    expect(new URL(mine.url).port).toBe(first.port)
    expect(await seen(mine.url)).toBe(1)
    await mine.release()
    expect(running(where)).toBe(false)
  })

  it('starts again after the server itself was killed', async () => {
    const where = await folder()
    const first = await join(where)
    const pid = Number(
      (await readFile(path.join(where, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
    )
    process.kill(pid, 'SIGKILL')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')
    const mine = await joinEmbeddedServer(where)
    expect(await seen(mine.url)).toBe(1)
    await mine.release()
  })

  it('comes back by itself, at the same address, when it is killed under whoever uses it', async () => {
    const where = await folder()
    const database = await openDatabase({ databaseUrl: null, dataFolder: where })
    await database.pool.query('CREATE TABLE kept AS SELECT 1 AS one')
    for (let round = 0; round < 2; round++) {
      const pid = Number(
        (await readFile(path.join(where, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
      )
      process.kill(pid, 'SIGKILL')
      const failures: unknown[] = []
      const deadline = Date.now() + 60_000
      for (;;) {
        // Until it is back every question fails by name; none is answered wrongly.
        const result = await database.pool
          .query<{ one: number }>('SELECT one FROM kept')
          .catch((error: unknown) => void failures.push(error))
        if (result) {
          expect(result.rows).toEqual([{ one: 1 }])
          if (
            Number(
              (await readFile(path.join(where, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
            ) !== pid
          )
            break
        }
        expect(Date.now()).toBeLessThan(deadline)
        await new Promise(resolve => setTimeout(resolve, 100))
      }
      expect(failures.filter(error => !isConnectionFailure(error))).toEqual([])
      expect(await database.prisma.centre.count()).toBe(0)
    }
    await database.close()
    expect(running(where)).toBe(false)
  })

  it('is shared when several start at the same moment', async () => {
    const where = await folder()
    const joined = await Promise.all([join(where), join(where), join(where)])
    expect(new Set(joined.map(server => server.port)).size).toBe(1)
    expect(Number(joined[0]?.port)).toBeGreaterThan(0)
  })

  it.skipIf(!root || !canEnter({ uid: 65534, gid: 65534 }, path.dirname(worker)))(
    'runs for an ordinary user as for root (skipped: not root, or others may not enter this folder)',
    async () => {
      const where = await folder()
      await chown(where, 65534, 65534)
      const ordinary = await join(where, { uid: 65534, gid: 65534 })
      expect(Number(ordinary.port)).toBeGreaterThan(0)
      ordinary.child.stdin?.write('leave\n')
      expect((await once(ordinary.child, 'exit'))[0]).toBe(0)
    },
  )

  it.skipIf(!root)(
    "finds a place of its own when root's folder is closed to others (skipped: not root)",
    async () => {
      const home = await folder()
      await chmod(home, 0o700)
      const data = path.join(home, 'data')
      await mkdir(data)
      folders.push(data)
      const mine = await joinEmbeddedServer(data)
      const place = (await readFile(path.join(data, 'postgres-is-elsewhere.txt'), 'utf8')).trim()
      expect(place.startsWith('/var/lib/brightwindow/')).toBe(true)
      await mine.release()
      const again = await joinEmbeddedServer(data)
      await again.release()
      expect(existsSync(path.join(place, 'PG_VERSION'))).toBe(true)
    },
  )
})

describe('other databases', () => {
  it('that cannot be reached, or refuse the password, are named without it', async () => {
    await expect(
      openDatabase({ databaseUrl: 'postgresql://me:secret@127.0.0.1:1/x', dataFolder: '' }),
    ).rejects.toMatchObject({ name: 'database-unreachable', details: { database: '127.0.0.1:1/x' } })
    const where = await folder()
    const mine = await joinEmbeddedServer(where)
    const wrong = new URL(mine.url)
    wrong.password = 'wrong'
    await expect(openDatabase({ databaseUrl: wrong.toString(), dataFolder: '' })).rejects.toMatchObject({
      name: 'database-refused',
    })
    await mine.release()
  })
})

describe('a second product', () => {
  const options = { clientFolder: null, say: () => undefined }
  it('on the same folder is told where the first one is', async () => {
    const where = await folder()
    await writeFile(path.join(where, 'product.lock'), `${process.ppid}\nhttp://127.0.0.1:4600\n`)
    await expect(startProduct(testConfig(where), options)).rejects.toMatchObject({
      name: 'already-running',
      details: { address: 'http://127.0.0.1:4600' },
    })
  })

  it('open to the network must know its address, and offers no demo', () => {
    expect(() => readConfig({ HOST: '0.0.0.0' })).toThrow('address-needed')
    expect(() => readConfig({ HOST: '0.0.0.0', BW_URL: 'https://hall.example', BW_DEMO: 'on' })).toThrow(
      'demo-not-on-network',
    )
    expect(readConfig({ HOST: '0.0.0.0', BW_URL: 'https://hall.example/x' }).signIn.publicUrls).toEqual([
      'https://hall.example',
    ])
  })
})
