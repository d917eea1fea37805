import type { FastifyInstance } from 'fastify'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { invite } from '../../server/access/invitations.ts'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { readConfig } from '../../server/config.ts'
import { buildHttp } from '../../server/http.ts'
import { Daily, isDue } from '../../server/operations/daily.ts'
import { forgetOld } from '../../server/operations/retention.ts'
import { startProduct } from '../../server/product.ts'
import { noBackupKeys } from '../../server/storage/backup/encryption.ts'
import { connect } from '../../server/storage/database.ts'
import { isConnectionFailure, isDiskFull } from '../../server/storage/failures.ts'
import { httpAccess, signInAs, testConfig } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const logger = pino({ level: 'silent' })
let app: FastifyInstance
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-server-'))
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (url: string, headers: Record<string, string> = {}, on = app) =>
  on.inject({ method: 'GET', url, headers: { host: '127.0.0.1', ...headers } })

describe('health', () => {
  it('the process lives, whatever the database does; it is ready when the database answers', async () => {
    expect((await get('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await get('/readyz')).statusCode).toBe(200)
    const gone = connect('postgresql://me:secret@127.0.0.1:1/x')
    const other = await buildHttp({
      database: gone,
      clock: () => now,
      logger,
      clientFolder: null,
      ...(await httpAccess(gone)),
      ...intakeParts(),
    })
    expect((await get('/healthz', {}, other)).statusCode).toBe(200)
    const ready = await get('/readyz', {}, other)
    expect([ready.statusCode, ready.json<{ status: string }>().status]).toEqual([503, 'database-unreachable'])
    await other.close()
    await gone.close()
  })

  it('metrics are for a token or role that may read them, and name routes, not questions', async () => {
    const token = await addSystem(database(), await centresOf(database()).find('hall'), {
      name: 'prometheus',
      may: ['metrics'],
      targets: [],
      days: null,
      createdBy: 'test',
      now,
    })
    await get('/trpc/centres.list', { cookie: await signInAs(app, 'leader') })
    const read = await get('/metrics', { authorization: `Bearer ${token}` })
    expect(read.statusCode).toBe(200)
    expect(read.body).toMatch(
      /brightwindow_request_seconds_count\{route="\/trpc\/centres.list",status="200"\} 1/,
    )
    expect(read.body).toContain('brightwindow_process_resident_memory_bytes')
    expect(read.body).toContain('brightwindow_database_connections{state="all"}')
    expect((await get('/metrics', { authorization: 'Bearer x' })).statusCode).toBe(401)
    expect((await get('/trpc/centres.list', { authorization: `Bearer ${token}` })).statusCode).toBe(403)
  })

  it('counts tries to sign in by address: a made-up cookie buys no fresh count', async () => {
    const strict = await buildHttp({
      database: database(),
      clock: () => now,
      logger,
      clientFolder: null,
      ...(await httpAccess(database())),
      perMinute: { requests: 100, signIns: 3 },
      ...intakeParts(),
    })
    const seen: number[] = []
    for (let tries = 0; tries < 5; tries++)
      seen.push(
        (
          await strict.inject({
            method: 'POST',
            url: '/auth/sign-in/username',
            headers: {
              'host': '127.0.0.1',
              'content-type': 'application/json',
              'cookie': `brightwindow.session_token=${tries}`,
            },
            payload: JSON.stringify({ username: `name${tries}`, password: 'Wrong-Password-1' }),
          })
        ).statusCode,
      )
    expect(seen).toEqual([401, 401, 401, 429, 429])
    await strict.close()
  })

  it('counts who asks too much, by session and not by hall', async () => {
    const strict = await buildHttp({
      database: database(),
      clock: () => now,
      logger,
      clientFolder: null,
      ...(await httpAccess(database())),
      perMinute: { requests: 5, signIns: 3 },
      ...intakeParts(),
    })
    const cookie = await signInAs(strict, 'leader')
    const seen: number[] = []
    for (let tries = 0; tries < 7; tries++)
      seen.push((await get('/trpc/centres.list', { cookie }, strict)).statusCode)
    expect(seen).toEqual([200, 200, 200, 200, 200, 429, 429])
    expect((await get('/trpc/centres.list', { cookie }, strict)).body).toContain('too-many-requests')
    expect(
      (await get('/trpc/centres.list', { cookie: await signInAs(strict, 'clerk') }, strict)).statusCode,
    ).toBe(200)
    expect((await get('/healthz', {}, strict)).statusCode).toBe(200)
    await strict.close()
  })
})

describe('settings', () => {
  it('are read from the environment, and what cannot be understood is named', () => {
    const config = readConfig({
      BW_URL: 'https://hall.example, http://10.1.2.3:4600',
      BW_TRUST_PROXY: 'on',
      BW_BACKUP_AT: '02:30',
      BW_OIDC_ISSUER: 'https://id.example',
      BW_OIDC_CLIENT_ID: 'bw',
      BW_OIDC_CLIENT_SECRET: 's',
    })
    expect(config.signIn.publicUrls).toEqual(['https://hall.example', 'http://10.1.2.3:4600'])
    expect(config.operations.backupAt).toBe(150)
    expect(config.signIn.singleSignOn).toMatchObject({ issuer: 'https://id.example', clientId: 'bw' })
    for (const wrong of [
      { BW_URL: 'hall' },
      { BW_URL: 'ftp://hall' },
      { BW_BACKUP_AT: '25:00' },
      { BW_TLS_CERT: 'x' },
      { BW_OIDC_ISSUER: 'x' },
      { BW_OIDC_ISSUER: 'https://id.example' },
      { BW_BACKUPS_KEPT: '0' },
      { BW_OIDC_CLIENT_SECRET_FILE: '/none', BW_OIDC_ISSUER: 'https://id.example', BW_OIDC_CLIENT_ID: 'x' },
    ])
      expect(() => readConfig(wrong), JSON.stringify(wrong)).toThrow('bad-arguments')
  })

  it('a product behind https answers to its own name, with Secure cookies, without a demo', async () => {
    const config = testConfig(path.join(folder, 'https'), { databaseUrl: database().url, clock: () => now })
    const lines: string[] = []
    const product = await startProduct(
      { ...config, signIn: { ...config.signIn, publicUrls: ['https://hall.example'] } },
      { clientFolder: null, say: line => lines.push(line) },
    )
    try {
      expect(lines.join('\n')).toMatch(/https:\/\/hall\.example\/invitation#[\w-]{40,}/)
      const { port } = new URL(product.address)
      const from = async (host: string, init: RequestInit = {}) => {
        const { request } = await import('node:http')
        return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
          const sent = request(
            {
              host: '127.0.0.1',
              port,
              path: String((init as { path?: string }).path ?? '/healthz'),
              method: init.method ?? 'GET',
              headers: { host, ...(init.headers as Record<string, string>) },
            },
            reply => {
              reply.resume()
              resolve({ status: reply.statusCode ?? 0, headers: reply.headers })
            },
          )
          sent.on('error', reject)
          sent.end(init.body as string | undefined)
        })
      }
      expect((await from('hall.example')).status).toBe(200)
      expect((await from('evil.example')).status).toBe(421)
      expect((await from('hall.example')).headers['strict-transport-security']).toMatch(/max-age/)
      const post = (route: string, body: object) =>
        ({
          method: 'POST',
          path: route,
          headers: { 'content-type': 'application/json', 'origin': 'https://hall.example' },
          body: JSON.stringify(body),
        }) as RequestInit
      expect((await from('hall.example', post('/auth/sign-in/demo', { role: 'leader' }))).status).toBe(403)
      const token = await invite(database(), { userId: null, createdBy: 'test', now })
      expect(
        (
          await from(
            'hall.example',
            post('/trpc/access.accept', { token, password: 'Pinghe-Window-2013', name: 'chief' }),
          )
        ).status,
      ).toBe(200)
      const signed = await from(
        'hall.example',
        post('/auth/sign-in/username', { username: 'chief', password: 'Pinghe-Window-2013' }),
      )
      expect(signed.status).toBe(200)
      expect(String(signed.headers['set-cookie'])).toMatch(/^__Secure-brightwindow\.session_token=.*Secure/)
      const log = await readFile(path.join(folder, 'https', 'product.log'), 'utf8')
      expect(log + lines.slice(1).join('')).not.toContain('Pinghe-Window-2013')
      expect(log).not.toContain(token)
    } finally {
      await product.stop()
    }
  })
})

describe('what the server does by itself', () => {
  it('is due once a day, after its minute', () => {
    expect(isDue({ day: 100, minute: 149 }, 150, undefined)).toBe(false)
    expect(isDue({ day: 100, minute: 150 }, 150, undefined)).toBe(true)
    expect(isDue({ day: 100, minute: 1380 }, 150, 100)).toBe(false)
    expect(isDue({ day: 101, minute: 150 }, 150, 100)).toBe(true)
  })

  // 06:30 is 22:30 of the day before in UTC for the hall in Shanghai, and 13:30 for the one in Los
  // Angeles, whose 29 June was not told yet. The tests themselves run in Kathmandu.
  it('tells people by the clock of each centre, not by that of the machine', async () => {
    await addCentre(database(), 'west', { timeZone: 'America/Los_Angeles', calendar: null })
    let now = new Date('2013-06-29T22:29:00Z')
    const told: [string, string][] = []
    const daily = new Daily({
      database: database(),
      dataFolder: folder,
      clock: () => now,
      logger,
      backupKeys: noBackupKeys,
      settings: { backupAt: null, backupsKept: 2, quarantineDays: 30, briefingsAt: 390 },
      tell: async centres =>
        void told.push(...centres.map(({ code }): [string, string] => [code, now.toISOString()])),
      deliver: async () => undefined,
    })
    for (const text of ['22:29', '22:30', '22:31']) {
      now = new Date(`2013-06-29T${text}:00Z`)
      await daily.look()
    }
    now = new Date('2013-06-30T13:30:00Z')
    await daily.look()
    await daily.stop()
    await database().prisma.hallTimetable.deleteMany({ where: { centre: { code: 'west' } } })
    await database().prisma.centre.delete({ where: { code: 'west' } })
    expect(told).toEqual([
      ['west', '2013-06-29T22:29:00.000Z'],
      ['hall', '2013-06-29T22:30:00.000Z'],
      ['west', '2013-06-30T13:30:00.000Z'],
    ])
  })

  it('backs up and forgets, and writes it down', async () => {
    const daily = new Daily({
      database: database(),
      dataFolder: folder,
      clock: () => new Date('2013-06-30T12:00:00'),
      logger,
      backupKeys: noBackupKeys,
      settings: { backupAt: 0, backupsKept: 2, quarantineDays: 30, briefingsAt: null },
      tell: async () => undefined,
      deliver: async () => undefined,
    })
    await daily.look()
    await daily.look()
    await daily.stop()
    expect(await database().prisma.auditEntry.count({ where: { actor: 'server', action: 'backup' } })).toBe(1)
  })

  it('forgets the cells of old quarantined rows and keeps their reasons', async () => {
    const { batchId, quarantined } = await load(
      database(),
      { centre: 'hall', target: 'cases', now: new Date('2013-01-01T00:00:00Z') },
      'caseNumber,item,receivedAt\nQ,NONE,2012-09-03 08:00\n',
    )
    expect(quarantined).toBe(1)
    expect((await forgetOld(database(), { now, quarantineDays: 365 })).quarantinedCells).toBe(0)
    expect((await forgetOld(database(), { now, quarantineDays: 30 })).quarantinedCells).toBe(1)
    const row = await database().prisma.quarantinedRow.findFirst({ where: { batchId } })
    expect([row?.raw, row?.reason !== '']).toEqual([[], true])
  })

  it('tells a full disk and a lost database apart, whoever says so', () => {
    expect(isDiskFull(Object.assign(new Error('x'), { code: 'ENOSPC' }))).toBe(true)
    expect(
      isDiskFull(
        new Error('outer', { cause: Object.assign(new Error('could not extend file'), { code: '53100' }) }),
      ),
    ).toBe(true)
    expect(isDiskFull(new Error('x'))).toBe(false)
    expect(isConnectionFailure(new Error('the database system is starting up'))).toBe(true)
  })
})
