import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import { Buffer } from 'node:buffer'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../prisma/migrate.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { findPhoto } from '../../server/entry/photos/storedPhotos.ts'
import { buildHttp } from '../../server/http.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { forgetOld } from '../../server/operations/retention.ts'
import { createCaller } from '../../server/router.ts'
import { restoreBackup } from '../../server/storage/backup/restore.ts'
import { writeBackup } from '../../server/storage/backup/write.ts'
import { connect } from '../../server/storage/database.ts'
import { httpAccess, signInAs, testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { blackPng, phonePhoto } from '../support/pictures.ts'

const database = useDatabase('launch')
const copy = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const centre = 'pinghe'
const cookies = new Map<RoleName, string>()
let app: FastifyInstance
let folder = ''
let address = ''

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  address = await app.listen({ port: 0, host: '127.0.0.1' })
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-photos-'))
  const roles: RoleName[] = ['windowChief', 'clerk', 'leader', 'inspection', 'tradingChief', 'administrator']
  for (const role of roles) cookies.set(role, await signInAs(app, role))
})
afterAll(async () => {
  await app?.close()
  await rm(folder, { recursive: true, force: true })
})

const edge = 'brightwindow-edge'
/** A form with one file, whatever its name says of its content. */
function formOf(bytes: Buffer, name: string): Buffer {
  const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
}

/** Over the network: a request that is only imagined has no socket that could be silent. */
async function send(role: RoleName, bytes: Buffer, name = 'photo.jpg') {
  const reply = await fetch(`${address}/files/photo/${centre}`, {
    method: 'POST',
    headers: {
      'cookie': cookies.get(role) ?? '',
      'x-brightwindow': 'upload',
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    body: new Uint8Array(formOf(bytes, name)),
  })
  const body = await reply.text()
  return { statusCode: reply.status, body, json: <T>() => JSON.parse(body) as T }
}

const refusal = (reply: { json: <T>() => T }) => reply.json<{ error: { name: string; zh: string } }>().error

async function see(role: RoleName | null, where: string, more: Record<string, string> = {}) {
  const cookie = role === null ? {} : { cookie: cookies.get(role) ?? '' }
  return app.inject({
    url: `/files/photo/${centre}/${where}`,
    headers: { host: '127.0.0.1', ...cookie, ...more },
  })
}

const as = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))
const chief = viewerIn('windowChief', { units: ['pinghe/AJ'] })
const clerk = viewerIn('clerk')
const stored = async () => database().prisma.photo.count()

/** Enters a banner at a window and approves it. */
async function hang(photo: string, givenDay: string): Promise<{ id: number; batch: number }> {
  const values = { kind: 'banner', window: 'AJ', givenDay, summary: '办事高效', photo }
  const { id } = await (await as(chief)).entries.save({ centre, target: 'feedback', values })
  const { batch } = await (await as(clerk)).entries.approve({ centre, id: id ?? 0 })
  return { id: id ?? 0, batch }
}

describe('a photo of a banner', () => {
  it('is stored once, however often and under whatever name it comes', async () => {
    const photo = await phonePhoto()
    const first = await send('windowChief', photo)
    expect(first.statusCode, first.body).toBe(200)
    expect(first.json()).toMatchObject({ width: 300, height: 400 })
    const second = await send('clerk', photo, 'IMG_0001.png')
    expect(second.json()).toEqual(first.json())
    expect(await stored()).toBe(1)
  })

  it('is refused with words that say why', async () => {
    const before = await stored()
    const heavy = await send('windowChief', Buffer.concat([await phonePhoto(), Buffer.alloc(12_000_000)]))
    expect(heavy.statusCode).toBe(413)
    expect(refusal(heavy).name).toBe('photo-too-large')
    expect(refusal(heavy).zh).toContain('8 MB')
    const disguised = await send('windowChief', Buffer.from('<html><script>alert(1)</script>'), 'banner.jpg')
    expect(disguised.statusCode).toBe(415)
    expect(refusal(disguised).name).toBe('photo-type')
    const bomb = await send('windowChief', blackPng(40_000, 40_000, 20), 'banner.png')
    expect(bomb.statusCode).toBe(422)
    expect(refusal(bomb).name).toBe('photo-too-many-pixels')
    expect(refusal(bomb).zh).toContain('50')
    for (const role of ['leader', 'inspection', 'administrator'] as const)
      expect((await send(role, await phonePhoto())).statusCode, role).toBe(403)
    expect(await stored()).toBe(before)
  })

  it('is given to those who may see its row, with headers that keep it there', async () => {
    const { photo } = (await send('windowChief', await phonePhoto())).json<{ photo: string }>()
    const values = { kind: 'banner', window: 'AJ', givenDay: '2012-12-03', summary: '快', photo }
    const { id } = await (await as(chief)).entries.save({ centre, target: 'feedback', values })
    expect((await see('clerk', `entry/${id}?size=small`)).statusCode).toBe(200)
    expect((await see('inspection', `entry/${id}`)).statusCode).toBe(404)
    await (await as(clerk)).entries.approve({ centre, id: id ?? 0 })
    const where = `feedback/TB-${id}`
    const whole = await see('leader', where)
    expect(whole.statusCode).toBe(200)
    expect(whole.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(whole.rawPayload.includes('Exif')).toBe(false)
    expect((await see('leader', where, { 'if-none-match': String(whole.headers.etag) })).statusCode).toBe(304)
    for (const role of ['clerk', 'inspection', 'windowChief'] as const)
      expect((await see(role, where)).statusCode, role).toBe(200)
    expect((await see('administrator', where)).statusCode).toBe(403)
    expect((await see(null, where)).statusCode).toBe(401)
    expect((await see('leader', `feedback/${photo}`)).statusCode).toBe(404)
    const at = await centresOf(database()).find(centre)
    const other = { centre: at, of: { feedback: `TB-${id}` }, small: false }
    const elsewhere = viewerIn('windowChief', { units: ['pinghe/GS'] })
    await expect(findPhoto(database(), { ...other, viewer: elsewhere })).rejects.toThrow('photo-not-found')
    expect((await findPhoto(database(), { ...other, viewer: chief })).hash).toBe(photo)
  })

  it('must have been sent before a row names it', async () => {
    const values = {
      kind: 'banner',
      window: 'AJ',
      givenDay: '2012-12-03',
      summary: '快',
      photo: 'f'.repeat(64),
    }
    const { problem } = await (await as(chief)).entries.save({ centre, target: 'feedback', values })
    expect(problem).toMatchObject({ field: 'photo' })
  })

  it('comes back out of a backup', async () => {
    const file = path.join(folder, 'all.bwb')
    await writeBackup(database().url, file, { now })
    await restoreBackup(copy().url, file)
    await migrate(copy().url)
    const other = connect(copy().url)
    const [before, after] = await Promise.all(
      [database(), other].map(async one => one.prisma.photo.findMany({ orderBy: { hash: 'asc' } })),
    )
    expect(after).toEqual(before)
    expect(after?.length).toBeGreaterThan(0)
    await other.close()
  })

  it('goes with its row, a day after it was sent', async () => {
    const { photo } = (await send('windowChief', blackPng(50, 60))).json<{ photo: string }>()
    const { batch } = await hang(photo, '2012-12-04')
    const has = async () => database().prisma.photo.count({ where: { hash: photo } })
    const later = new Date(now.getTime() + 2 * 86_400_000)
    const forget = async (at: Date) => forgetOld(database(), { now: at, quarantineDays: 90 })
    await forget(later)
    expect(await has()).toBe(1)
    await undoBatch(database(), batch, { now, byUser: 'test' })
    await forget(now)
    expect(await has()).toBe(1)
    expect((await forget(later)).photos).toBe(1)
    expect(await has()).toBe(0)
  })
})
