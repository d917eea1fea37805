import type { Stored } from '../../server/briefing/store.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { dayFromText } from '#measures'
import { removeArchive, writeArchive } from '../../prisma/demo/archive.ts'
import { listBriefings, reportedAcross } from '../../server/briefing/archive.ts'
import { restatementOf } from '../../server/briefing/restate.ts'
import { findBriefing } from '../../server/briefing/store.ts'
import { settledTexts } from '../../server/briefing/write/written.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const now = new Date('2013-01-10T02:00:00Z')
const centreOf = async () => centresOf(database()).find('pinghe')
const listed = async () => listBriefings(database(), await centreOf(), { limit: 20 })

async function issue46(): Promise<Stored> {
  const centre = await centreOf()
  const [found] = await listBriefings(database(), centre, { series: 'special', limit: 1 })
  return findBriefing(database(), centre, found?.id ?? 0)
}

const textOf = ({ document, readings }: Stored): string =>
  document.blocks
    .map(block => (block.kind === 'paragraph' ? settledTexts(block.inlines, readings).join('') : ''))
    .join('\n')

describe('the archive of the demo county', () => {
  beforeAll(async () => {
    await writeArchive(database(), {
      centre: await centreOf(),
      now,
      recordsFrom: dayFromText('2012-08-08') ?? 0,
    })
  })

  it('holds issue 46, two monthlies that were signed and a draft', async () => {
    const rows = (await listed()).map(({ series, state, from, to, issue }) => [
      series,
      state,
      from,
      to,
      issue && [issue.year, issue.number],
    ])
    expect(rows).toEqual([
      ['month', 'draft', '2013-01-01', '2013-01-09', null],
      ['month', 'frozen', '2012-12-01', '2012-12-31', [2013, 1]],
      ['month', 'frozen', '2012-11-01', '2012-11-30', [2012, 12]],
      ['special', 'frozen', '2012-08-08', '2012-12-31', [2012, 46]],
    ])
  })

  it('prints issue 46 with what stood around it', async () => {
    const { document } = await issue46()
    expect(document.masthead).toMatchObject({
      name: '作风建设年活动简报',
      issue: '第46期　专刊',
      date: '2012年12月31日',
      contact: '电子邮箱：phxzfb@163.com',
    })
    expect(document.ending).toMatchObject({
      registration: '平简007号',
      copyTo: '市作风办',
      distributeTo: '县领导、各乡镇（场、区）、县直各单位',
      printed: '2012年12月31日印发',
    })
  })

  it.each([
    '40多个',
    '事项382项',
    '管理人员8人',
    '工作人员110人',
    '管理制度19项',
    '交易管理制度17项',
    '83%的事项可实现即办件',
    '317项',
    '3万多件',
    '法定时限60%',
    '锦旗10面、感谢信4封',
    '7个窗口',
    '最终1.5个工作日就将其办结',
    '完成交易104宗，总成交金额3.5亿余元，节约政府资金3600余万元，没有接到群众反映违反廉洁自律等方面的举报和投诉',
  ])('says %s', async words => expect(textOf(await issue46())).toContain(words))

  it('is found by a figure and by a receiver, and nothing has to be restated', async () => {
    const centre = await centreOf()
    const { id } = await issue46()
    for (const text of ['104宗', '市作风办', '平简007号'])
      expect(await listBriefings(database(), centre, { text, limit: 5 }), text).toContainEqual(
        expect.objectContaining({ id }),
      )
    expect((await reportedAcross(database(), centre, 'casesCompleted')).length).toBeGreaterThanOrEqual(3)
    expect(await restatementOf(database(), centre, await issue46())).toEqual([])
  })

  it('goes without touching what others wrote', async () => {
    await removeArchive(database())
    expect(await listed()).toEqual([])
  })
})
