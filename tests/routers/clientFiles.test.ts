import type { FastifyInstance } from 'fastify'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('launch')
let folder = ''
let app: FastifyInstance

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-client-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), 'old page')
  await writeFile(path.join(folder, 'assets', 'index-old.js'), 'old')
  await writeFile(path.join(folder, 'secret.js'), 'beside the assets')
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: folder,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
})
afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (url: string) => app.inject({ method: 'GET', url, headers: { host: '127.0.0.1' } })

describe('a client that is built anew while the server runs', () => {
  it('is served: the page names files that were not there at the start', async () => {
    expect((await get('/assets/index-old.js')).body).toBe('old')
    await writeFile(path.join(folder, 'index.html'), 'new page')
    await writeFile(path.join(folder, 'assets', 'index-new.js'), 'new')
    expect((await get('/windows')).body).toBe('new page')
    const added = await get('/assets/index-new.js')
    expect([added.statusCode, added.body]).toEqual([200, 'new'])
    expect(added.headers['cache-control']).toContain('immutable')
  })

  it('is given however often it is asked for, while procedures are limited', async () => {
    const limited = await buildHttp({
      database: database(),
      clock: () => new Date('2013-06-30T00:00:00Z'),
      logger: pino({ level: 'silent' }),
      clientFolder: folder,
      ...(await httpAccess(database())),
      ...intakeParts(),
      perMinute: { requests: 3, signIns: 3 },
    })
    const often = async (url: string): Promise<number[]> => {
      const statuses: number[] = []
      for (let sent = 0; sent < 8; sent++)
        statuses.push(
          (await limited.inject({ method: 'GET', url, headers: { host: '127.0.0.1' } })).statusCode,
        )
      return statuses
    }
    expect(new Set(await often('/assets/index-old.js'))).toEqual(new Set([200]))
    expect((await often('/trpc/access.state')).at(-1)).toBe(429)
    await limited.close()
  })

  it('gives no file outside of its assets', async () => {
    await writeFile(path.join(folder, 'late.js'), 'late')
    for (const url of ['/late.js', '/assets/../late.js', '/assets/..%2Flate.js', '/assets/absent.js'])
      expect((await get(url)).statusCode, url).toBe(404)
  })
})
