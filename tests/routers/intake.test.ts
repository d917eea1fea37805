import type { FastifyInstance } from 'fastify'
import type { Jobs, JobState } from '../../server/intake/jobs/jobs.ts'
import type { Uploads } from '../../server/intake/jobs/uploads.ts'
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { shownName } from '../../server/intake/jobs/uploads.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { createCaller } from '../../server/router.ts'
import { httpAccess, signInAs, testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const logger = pino({ level: 'silent' })
const small = { ...defaultLimits, uploadBytes: 2_000_000 }
let app: FastifyInstance
let uploads: Uploads
let jobs: Jobs
let cookie = ''
const clerk = { ...viewerIn('clerk'), name: 'demo-clerk' }

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
})
beforeEach(async () => {
  const parts = intakeParts(small)
  uploads = parts.uploads
  jobs = parts.jobs
  await app?.close()
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...parts,
  })
  cookie = await signInAs(app, 'clerk')
})
afterAll(async () => app.close())

const caller = (viewer = clerk, signal?: AbortSignal) =>
  createCaller(
    async () => testContext(database(), viewer, { clock: () => now, uploads, jobs, limits: small }),
    { signal },
  )

function form(
  content: string | Buffer,
  name = 'cases.csv',
): { headers: Record<string, string>; payload: Buffer } {
  const boundary = 'xxBOUNDARYxx'
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; ` +
    `filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'x-brightwindow': 'upload',
      cookie,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}

async function upload(content: string | Buffer, name?: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/files', ...form(content, name) })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<{ id: string }>().id
}

async function ended(job: string): Promise<JobState> {
  let last: JobState | undefined
  for await (const state of jobs.watch(job, { owner: clerk.name, signal: undefined })) last = state
  return last!
}

const csv = 'caseNumber,item,receivedAt\nA,TEN,2012-09-03 08:00\nB,NOPE,2012-09-03 08:00\n'

describe('a file over HTTP', () => {
  it('goes from upload to look, check, load and quarantine, and is removed once loaded', async () => {
    const id = await upload(csv)
    expect(await uploads.count()).toBe(1)
    const seen = await caller().intake.look({ centre: 'hall', upload: id })
    expect(seen).toMatchObject({
      name: 'cases.csv',
      target: 'cases',
      headers: ['caseNumber', 'item', 'receivedAt'],
    })
    const check = await caller().intake.start({
      centre: 'hall',
      upload: id,
      mapping: seen.mapping,
      check: true,
    })
    expect((await ended(check.job)).result).toMatchObject({ batchId: 0, loaded: 1, quarantined: 1 })
    expect(await database().prisma.case.count()).toBe(0)
    const load = await caller().intake.start({
      centre: 'hall',
      upload: id,
      mapping: seen.mapping,
      check: false,
    })
    const { result } = await ended(load.job)
    expect(result).toMatchObject({ loaded: 1, quarantined: 1 })
    expect(await uploads.count()).toBe(0)
    await expect(caller().intake.look({ centre: 'hall', upload: id })).rejects.toThrow('upload-not-found')
    const workbook = await app.inject({
      method: 'GET',
      url: `/files/quarantine/hall/${result!.batchId}.xlsx`,
      headers: { cookie },
    })
    expect(workbook.statusCode).toBe(200)
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
    const [batch] = await caller().imports.list()
    expect(batch).toMatchObject({
      id: result!.batchId,
      fileName: 'cases.csv',
      loaded: 1,
      quarantined: 1,
      undone: false,
      loadedAt: '2013-06-30 08:00',
    })
    await caller().imports.undo({ centre: 'hall', batch: result!.batchId })
    expect(await database().prisma.case.count()).toBe(0)
  })

  it('is looked at no longer than somebody waits for it', async () => {
    const rows = Array.from({ length: 200_000 }, (_, index) => `K${index},TEN,2012-09-03 08:00`)
    const id = await upload(gzipSync(`caseNumber,item,receivedAt\n${rows.join('\n')}`))
    const leaving = new AbortController()
    const looking = caller(clerk, leaving.signal).intake.look({ centre: 'hall', upload: id })
    leaving.abort()
    await expect(looking).rejects.toThrow('load-cancelled')
    expect(await caller().intake.look({ centre: 'hall', upload: id })).toMatchObject({ target: 'cases' })
  })

  it('that is cancelled leaves nothing', async () => {
    const id = await upload(
      'caseNumber,item,receivedAt\n' +
        `${Array.from({ length: 4800 }, (_, index) => `K${index},TEN,2012-09-03 08:00`).join('\n')}`,
    )
    const seen = await caller().intake.look({ centre: 'hall', upload: id })
    const before = await database().prisma.importBatch.count()
    const { job } = await caller().intake.start({
      centre: 'hall',
      upload: id,
      mapping: seen.mapping,
      check: false,
    })
    await caller().intake.cancel({ job })
    expect((await ended(job)).error?.name).toBe('load-cancelled')
    expect(await database().prisma.case.count({ where: { caseNumber: { startsWith: 'K' } } })).toBe(0)
    expect(await database().prisma.importBatch.count()).toBe(before)
  })

  it('is known to nobody but who sent it', async () => {
    const id = await upload(csv)
    const other = { ...clerk, name: 'somebody else' }
    await expect(caller(other).intake.look({ centre: 'hall', upload: id })).rejects.toThrow(
      'upload-not-found',
    )
    const { job } = await caller().intake.start({
      centre: 'hall',
      upload: id,
      mapping: { target: 'cases', columns: { caseNumber: 'caseNumber', receivedAt: 'receivedAt' } },
      check: true,
    })
    expect(() => jobs.cancel(job, 'somebody else')).toThrow('job-not-found')
    await ended(job)
  })

  it('needs the permission, and the centre within scope', async () => {
    const id = await upload(csv)
    const reader = viewerIn('inspection')
    await expect(caller(reader).intake.look({ centre: 'hall', upload: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(caller(reader).imports.undo({ centre: 'hall', batch: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const elsewhere = { ...viewerIn('clerk', { centres: ['other'] }), name: clerk.name }
    await expect(caller(elsewhere).intake.look({ centre: 'hall', upload: id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await addCentre(database(), 'other')
    await expect(caller(elsewhere).imports.undo({ centre: 'other', batch: 1 })).rejects.toThrow(
      'batch-not-found',
    )
  })

  it('never names a path: names are shown without folders, controls and tricks of direction', async () => {
    expect(shownName('../../etc/passwd')).toBe('passwd')
    expect(shownName('C:\\Users\\x\\件.csv')).toBe('件.csv')
    expect(shownName('a\u0000b\u202Evsc.exe')).toBe('abvsc.exe')
    expect(shownName('///')).toBe('file')
    expect(shownName('x'.repeat(900))).toHaveLength(200)
    const id = await upload(csv, '../../../tmp/evil.csv')
    expect((await caller().intake.look({ centre: 'hall', upload: id })).name).toBe('evil.csv')
  })

  it('is refused where it is too large, comes from another site, or is no form', async () => {
    const large = await app.inject({ method: 'POST', url: '/files', ...form('x'.repeat(2_100_000)) })
    expect(large.statusCode).toBe(413)
    expect(large.json()).toMatchObject({ error: { name: 'file-too-large' } })
    const { headers, payload } = form(csv)
    const foreign = await app.inject({
      method: 'POST',
      url: '/files',
      payload,
      headers: { 'content-type': headers['content-type']!, cookie },
    })
    expect(foreign.statusCode).toBe(403)
    const none = await app.inject({
      method: 'POST',
      url: '/files',
      payload: '{}',
      headers: { 'content-type': 'application/json', 'x-brightwindow': 'upload', cookie },
    })
    expect(none.statusCode).toBeLessThan(500)
    expect(none.statusCode).toBeGreaterThanOrEqual(400)
    expect(await uploads.count()).toBe(0)
  })

  it.each([
    '/files/quarantine/hall/0.xlsx',
    '/files/quarantine/hall/99999999999.xlsx',
    '/files/quarantine/nowhere/1.xlsx',
    '/files/quarantine/..%2f/1.xlsx',
    '/files/quarantine/hall/abc.xlsx',
  ])('%s is not found', async url => {
    expect((await app.inject({ method: 'GET', url, headers: { cookie } })).statusCode).toBe(404)
  })
})
