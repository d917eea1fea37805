import type { PaperSettings } from '../../server/briefing/paper/settings.ts'
import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { dayFromText } from '#measures'
import { listBriefings } from '../../server/briefing/archive.ts'
import { findingKinds } from '../../server/briefing/checks.ts'
import { beginDraft, saveDraft } from '../../server/briefing/drafts.ts'
import { freezeDraft } from '../../server/briefing/freeze.ts'
import { isAhead, nextRegistration } from '../../server/briefing/paper/frame.ts'
import { nextNumbers } from '../../server/briefing/paper/nextNumbers.ts'
import { issueWords } from '../../server/briefing/paper/number.ts'
import { keepPicture } from '../../server/briefing/paper/picture.ts'
import { previewPaper } from '../../server/briefing/paper/preview.ts'
import { setPaper } from '../../server/briefing/paper/setPaper.ts'
import { paperOf, usualPaper } from '../../server/briefing/paper/settings.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-15T02:00:00Z')
const special = {
  template: 'special',
  period: '2012-08-08..2012-12-31',
  comparison: 'none',
  language: 'zh',
} as const
const month = { template: 'month', period: '2012-10', comparison: 'none', language: 'zh' } as const

/** The settings of the office that printed issue 46. */
const office: PaperSettings = {
  ...usualPaper,
  masthead: '平和县作风建设年活动简报',
  unit: '县作风办',
  contact: '电子邮箱：phxzfb@163.com',
  copyTo: '市作风办',
  distributeTo: '县领导、各乡镇（场、区）、县直各单位',
  registration: '平简007号',
  numbering: { ...usualPaper.numbering, withYear: false, start: { year: 2012, number: 46, total: 46 } },
}

async function contextFor(by = '陈明', at = now) {
  return {
    centre: await centresOf(database()).find('pinghe'),
    context: { database: database(), scope: leaderScope, now: at },
    by,
  }
}
const set = async (settings: PaperSettings) =>
  setPaper(database(), { centre: (await contextFor()).centre, settings, by: '陈明', now })
async function signed(asked: Parameters<typeof beginDraft>[1], issuedOn?: string, at = now) {
  const draft = await beginDraft(await contextFor('陈明', at), asked)
  const { revision } = issuedOn
    ? await saveDraft(await contextFor(), {
        ...draft,
        document: { ...draft.document, masthead: { ...draft.document.masthead, issuedOn } },
      })
    : draft
  return freezeDraft(await contextFor('赵主任', at), { id: draft.id, revision, accepts: findingKinds })
}

describe('the numbers of issues', () => {
  it('count on from the one that was typed, in the year of the date of issue', async () => {
    await set(office)
    const first = await signed(special, '2012-12-31')
    expect(first.issue).toEqual({ year: 2012, number: 46, edition: 1, total: 46 })
    const { masthead, ending } = first.document
    expect([masthead.name, masthead.issue, masthead.date, ending.printed, ending.registration]).toEqual([
      '平和县作风建设年活动简报',
      '第46期　专刊',
      '2012年12月31日',
      '2012年12月31日印发',
      '平简007号',
    ])
    expect([masthead.contact, ending.copyTo, ending.distributeTo]).toEqual([
      '电子邮箱：phxzfb@163.com',
      '市作风办',
      '县领导、各乡镇（场、区）、县直各单位',
    ])
    const { centre } = await contextFor()
    for (const text of ['104宗', '104 宗', '市作风办', '平简007号', '第46期'])
      expect(
        (await listBriefings(database(), centre, { text, limit: 5 })).map(briefing => briefing.id),
        text,
      ).toEqual([first.id])
    // Signed on 15 January 2013: another year begins with 1, the number over all years goes on.
    const second = await signed(month)
    expect(second.issue).toEqual({ year: 2013, number: 1, edition: 1, total: 47 })
    expect(second.document.masthead.date).toBe('2013年1月15日')
    expect(second.document.ending.registration).toBe('平简008号')
    const late = await signed(month, '2012-12-30')
    expect(late.issue).toEqual({ year: 2012, number: 47, edition: 1, total: 48 })
  })

  it('special issues may have a run of their own, another masthead has one', async () => {
    await set({
      ...office,
      numbering: {
        ...office.numbering,
        special: 'run',
        specialStart: { year: 2013, number: 5, total: 9 },
      },
    })
    const own = await signed(special)
    expect([own.issue?.number, own.issue?.total, own.document.masthead.issue]).toEqual([5, 9, '专刊第5期'])
    await set({ ...office, masthead: '政务动态' })
    const other = await signed(month, '2012-11-30')
    expect([other.issue?.number, other.document.masthead.name]).toEqual([46, '政务动态'])
  })

  it('are shown before settings are kept; a first number that is signed already is refused', async () => {
    const { centre } = await contextFor()
    const start = { year: 2013, number: 10, total: 20 }
    const settings = { ...office, masthead: '政务旬报', numbering: { ...usualPaper.numbering, start } }
    const preview = async (wanted: PaperSettings) => nextNumbers(database(), { centre, wanted, year: 2013 })
    expect(await preview(settings)).toMatchObject({ month: '2013年第10期', special: '2013年第10期　专刊' })
    await set(settings)
    expect((await signed(month)).issue?.number).toBe(10)
    expect((await preview(settings)).month).toBe('2013年第11期')
    const again = { ...settings, numbering: { ...settings.numbering, start: { ...start, number: 9 } } }
    await expect(set(again)).rejects.toMatchObject({
      name: 'issue-number-taken',
      details: { year: 2013, number: 9, last: 10 },
    })
    // What was typed before stays good, and another masthead is told what the first one counted to.
    await set({ ...settings, unit: '县作风办' })
    const { others } = await preview({ ...usualPaper, masthead: '政务月报' })
    expect(others).toContainEqual({ run: '政务旬报', year: 2013, number: 10 })
  })

  it('are shown on the sheet, with what is printed where a setting is empty', async () => {
    const { centre } = await contextFor()
    const today = dayFromText('2013-01-15') ?? 0
    const show = async (settings: PaperSettings) => previewPaper(database(), { centre, settings, today })
    const usual = await show(usualPaper)
    expect(usual.inherited).toEqual({ masthead: '政务服务简报', unit: centre.name })
    expect(usual.paper.head).toMatchObject({ name: '政务服务简报', unit: centre.name, issue: usual.month })
    expect(usual.paper.annex?.title).toBe('附件：口径说明')
    const { paper } = await show({ ...office, masthead: '政务晨报', office: '县作风办', definitions: 'none' })
    expect(paper.head).toMatchObject({ name: '政务晨报', unit: '县作风办', date: '2013年1月15日' })
    expect(paper.colophon).toMatchObject({
      sent: ['抄送：市作风办', '分送：县领导、各乡镇（场、区）、县直各单位'],
      office: '县作风办',
      printed: '2013年1月15日印发',
    })
    expect(paper.annex).toBeNull()
    const { registration } = await show(office)
    expect(registration.after?.issue).toMatch(/第\d+期/)
    expect(registration.next).toBe(nextRegistration(registration.after?.registration ?? ''))
    const ahead = await show({ ...office, registration: '平简900号' })
    expect(ahead.registration).toEqual({ next: '平简900号', after: null })
  })

  it('no two issues have one number: the database refuses it', async () => {
    await set({ ...office, masthead: '政务快讯' })
    const [one, two] = [await signed(month), await signed(month)]
    expect([one.issue?.number, two.issue?.number]).toEqual([1, 2])
    await expect(
      database().pool.query('UPDATE "Briefing" SET "number" = 1 WHERE "id" = $1', [two.id]),
    ).rejects.toThrow('Briefing_centreId_run_year_number_edition_key')
    await expect(
      database().pool.query('UPDATE "Briefing" SET "total" = $2 WHERE "id" = $1', [two.id, one.issue?.total]),
    ).rejects.toThrow('Briefing_centreId_run_total_edition_key')
  })

  it('are printed as the office prints them', () => {
    const issue = { year: 2026, number: 3, total: 48, edition: 2 }
    const words = (more: Partial<PaperSettings['numbering']>, series = 'month') =>
      issueWords(issue, { series, numbering: { ...usualPaper.numbering, ...more }, language: 'zh' })
    expect(words({ withTotal: true })).toBe('2026年第3期（总第48期）（更正第1次）')
    expect(words({ withYear: false }, 'special')).toBe('第3期　专刊（更正第1次）')
    expect(words({ special: 'run' }, 'special')).toBe('2026年专刊第3期（更正第1次）')
    expect(nextRegistration('平简099号')).toBe('平简100号')
    expect(isAhead('平简012号', '平简008号')).toBe(true)
    expect(isAhead('平简007号', '平简008号')).toBe(false)
    expect(isAhead('平简〔2013〕9号', '平简〔2012〕8号')).toBe(false)
    expect(nextRegistration('平简〔2012〕7号')).toBe('平简〔2012〕8号')
  })

  it('keep their settings, and the usual ones where none are kept', async () => {
    await set(office)
    expect(await paperOf(database(), (await contextFor()).centre)).toEqual(office)
    expect(await paperOf(database(), { id: 999_999 })).toEqual(usualPaper)
  })
})

describe('pictures for the masthead', () => {
  it('go once nothing uses them; those of the settings and of any draft stay', async () => {
    const { centre } = await contextFor()
    const picture = (size: number): Buffer => {
      const head = Buffer.alloc(33)
      head.write('\u0089PNG\r\n\u001A\n', 'latin1')
      head.writeUInt32BE(13, 8)
      head.write('IHDR', 12, 'latin1')
      head.writeUInt32BE(size, 16)
      head.writeUInt32BE(size, 20)
      return head
    }
    const keep = async (size: number, days: number): Promise<string> => {
      const at = new Date(now.getTime() + days * 86_400_000)
      return (await keepPicture(database(), { centre, file: picture(size), by: '陈明', now: at })).hash
    }
    const [ofSettings, ofDraft, ofNobody] = [await keep(10, 0), await keep(11, 0), await keep(12, 0)]
    await set({ ...office, picture: ofSettings })
    const draft = await beginDraft(await contextFor(), special)
    await saveDraft(await contextFor(), {
      ...draft,
      document: { ...draft.document, masthead: { ...draft.document.masthead, picture: ofDraft } },
    })
    const soon = await keep(13, 2)
    const left = await database().prisma.paperPicture.findMany({ where: { centreId: centre.id } })
    expect(left.map(({ hash }) => hash).toSorted()).toEqual([ofSettings, ofDraft, soon].toSorted())
    expect(left.map(({ hash }) => hash)).not.toContain(ofNobody)
  })
})
