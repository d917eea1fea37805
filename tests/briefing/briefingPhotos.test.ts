import type { FastifyInstance } from 'fastify'
import type { RoleName } from '../../server/access/roles.ts'
import type { Block } from '../../server/briefing/document.ts'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findingKinds } from '../../server/briefing/checks.ts'
import { photosOf } from '../../server/briefing/document.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { briefingInWord } from '../../server/briefing/word/filled.ts'
import { keepTemplate } from '../../server/briefing/word/templateStore.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { readPhoto } from '../../server/entry/photos/readPhoto.ts'
import { keepPhoto } from '../../server/entry/photos/storedPhotos.ts'
import { buildHttp } from '../../server/http.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { forgetOld } from '../../server/operations/retention.ts'
import { httpAccess, signInAs } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { load } from '../support/load.ts'
import { blackPng } from '../support/pictures.ts'
import { textIn, unzip } from '../support/unzip.ts'
import { documentOf } from '../support/wordDocument.ts'

// A banner comes with a photo: it stands in the briefing of its days, on screen and on paper.

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const centre = 'pinghe'
const cookies = new Map<RoleName, string>()
let app: FastifyInstance

async function as(by: string, scope = leaderScope) {
  return {
    centre: await centresOf(database()).find(centre),
    context: { database: database(), scope, now },
    by,
  }
}

/** Stores a photo and loads a banner that names it; each size is a photo of its own. */
async function hang(code: string, day: string, width: number): Promise<{ photo: string; batchId: number }> {
  const at = await centresOf(database()).find(centre)
  const photo = await keepPhoto(database(), at.id, { photo: await readPhoto(blackPng(width, 400)), now })
  const headings = 'feedbackCode,kind,window,givenDay,summary,giver,photo'
  const csv = `${headings}\n${code},banner,AJ,${day},办事高效,陈某,${photo}\n`
  const { batchId } = await load(database(), { centre, target: 'feedback', now }, csv)
  return { photo, batchId }
}

const month = { template: 'month', comparison: 'none', language: 'zh' } as const
const december = { ...month, period: '2012-12' }
const get = async (role: RoleName, url: string) =>
  app.inject({ url, headers: { host: '127.0.0.1', cookie: cookies.get(role) ?? '' } })
const withBlock = <D extends { blocks: Block[] }>(document: D, block: Block): D => ({
  ...document,
  blocks: [...document.blocks, block],
})

beforeAll(async () => {
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  const roles: RoleName[] = ['windowChief', 'clerk', 'leader', 'tradingChief', 'administrator']
  for (const role of roles) cookies.set(role, await signInAs(app, role))
})
afterAll(async () => app?.close())

describe('the photo of a banner in a briefing', () => {
  it('stands below its sentence in each template, without who gave it', async () => {
    const { photo } = await hang('P-1', '2012-12-06', 300)
    for (const template of ['month', 'special', 'custom'] as const)
      for (const language of ['zh', 'en'] as const) {
        const { document } = await beginDraft(await as('陈明'), { ...december, template, language })
        const photos = photosOf(document)
        expect(photos, `${template} ${language}`).toMatchObject([{ record: 'P-1', photo }])
        expect(photos[0]!.caption).not.toContain('陈某')
        const above = document.blocks[document.blocks.indexOf(photos[0]!) - 1]
        expect(JSON.stringify(above)).toContain('"banners"')
      }
    const { document } = await beginDraft(await as('陈明'), december)
    expect(photosOf(document)[0]!.caption).toBe('应急管理局窗口收到的锦旗“办事高效”（12月6日）')
    const other = await beginDraft(await as('陈明'), { ...december, period: '2012-11' })
    expect(photosOf(other.document)).toEqual([])
  })

  it('is in the Word document and in a Word template, with its caption read out', async () => {
    const briefing = await as('陈明')
    const { id } = await beginDraft(briefing, december)
    const reply = await get('leader', `/files/briefing/${centre}/${id}.docx`)
    const parts = await unzip(reply.rawPayload)
    const photos = [...parts].filter(([name]) => /^word\/media\/.*\.jpe?g$/.test(name))
    expect(photos).toHaveLength(1)
    expect(photos[0]![1].subarray(0, 2).toString('hex')).toBe('ffd8')
    const xml = parts.get('word/document.xml')
    expect(xml?.toString()).toMatch(/descr="应急管理局窗口收到的锦旗/)
    expect(textIn(xml)).toMatch(/图\d\u3000应急管理局窗口收到的锦旗“办事高效”/)
    const file = await documentOf(['{{标题}}', '{{正文}}'])
    const kept = await keepTemplate(database(), { ...briefing, name: '县模板.docx', file, now })
    const filled = await unzip((await briefingInWord(briefing, id, kept.id!)).file)
    expect([...filled.keys()].filter(name => name.endsWith('.jpg'))).toHaveLength(1)
    expect(filled.get('[Content_Types].xml')?.toString()).toContain('Extension="jpg"')
    expect(textIn(filled.get('word/document.xml'))).toContain('应急管理局窗口收到的锦旗')
  })

  it('is given to those who read the briefing, and a hash alone opens nothing', async () => {
    const { id, document } = await beginDraft(await as('陈明'), december)
    const [{ photo = '' } = {}] = photosOf(document)
    const where = `/files/briefing/${centre}/${id}/photo-${photo}`
    const whole = await get('leader', where)
    expect([whole.statusCode, whole.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect((await get('tradingChief', where)).statusCode).toBe(200)
    for (const role of ['windowChief', 'administrator'] as const)
      expect((await get(role, where)).statusCode, role).toBe(403)
    const elsewhere = await beginDraft(await as('陈明'), { ...december, period: '2012-11' })
    const foreign = `/files/briefing/${centre}/${elsewhere.id}/photo-${photo}`
    expect((await get('clerk', foreign)).statusCode).toBe(404)
    // While it is being put in, it goes by its record.
    expect((await get('clerk', `${foreign}?record=P-1`)).statusCode).toBe(200)
  })

  it('is refused in a text whose writer may not see its record', async () => {
    const { id, revision, document } = await beginDraft(await as('陈明'), { ...december, period: '2012-11' })
    const { photo } = await hang('P-2', '2012-12-07', 301)
    const block: Block = { kind: 'photo', caption: '锦旗', record: 'P-2', photo }
    const save = async (put: Block, scope = leaderScope) =>
      saveDraft(await as('陈明', scope), { id, revision, document: withBlock(document, put) })
    await expect(save({ ...block, record: 'P-1' })).rejects.toThrow('photo-not-found')
    await expect(save({ ...block, photo: 'f'.repeat(64) })).rejects.toThrow('photo-not-found')
    const rows = { ...leaderScope.rows, units: ['pinghe/GS'] }
    await expect(save(block, { ...leaderScope, rows })).rejects.toThrow('photo-not-found')
    expect(photosOf((await save(block)).document)).toHaveLength(1)
  })

  it('stays in an issue when its banner is taken back, and goes once nothing names it', async () => {
    const { photo, batchId } = await hang('P-3', '2012-09-06', 302)
    const { id } = await beginDraft(await as('陈明'), { ...month, period: '2012-09' })
    const { hash } = await freezeDraft(await as('赵主任'), { id, revision: 1, accepts: findingKinds })
    expect(hash).not.toBeNull()
    await undoBatch(database(), batchId, { now, byUser: 'test' })
    const later = new Date(now.getTime() + 2 * 86_400_000)
    await forgetOld(database(), { now: later, quarantineDays: 90 })
    expect((await get('leader', `/files/briefing/${centre}/${id}/photo-${photo}`)).statusCode).toBe(200)
    await database().prisma.briefing.deleteMany({ where: { id } })
    await forgetOld(database(), { now: later, quarantineDays: 90 })
    expect(await database().prisma.photo.count({ where: { hash: photo } })).toBe(0)
  })

  it('is of its own days in a draft like the last issue, and stays out where it was taken out', async () => {
    const first = await hang('P-4', '2012-10-08', 303)
    const second = await hang('P-5', '2012-11-08', 304)
    const october = await beginDraft(await as('陈明'), { ...month, period: '2012-10' })
    const like = async (period: string) =>
      photosOf((await beginDraft(await as('陈明'), { ...month, period, like: october.id })).document).map(
        ({ photo }) => photo,
      )
    expect(photosOf(october.document).map(({ photo }) => photo)).toEqual([first.photo])
    expect(await like('2012-11')).toEqual([second.photo])
    const { id, revision, document } = october
    const blocks = document.blocks.filter(({ kind }) => kind !== 'photo')
    await saveDraft(await as('陈明'), { id, revision, document: { ...document, blocks } })
    expect(await like('2012-11')).toEqual([])
  })
})
