import pino from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { tellPeople } from '../../server/briefing/schedule.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { setGoal } from '../../server/intake/targets/setGoal.ts'
import { useDatabase } from '../support/database.ts'
import { usePages, violations } from '../support/pages.ts'

const database = useDatabase('launch')
const logger = pino({ level: 'silent' })
/** Eight in the morning of a day in Shanghai. */
const morning = (day: string): Date => new Date(`${day}T00:00:00Z`)
let now = morning('2012-12-03')
const pages = usePages(database, now, { role: 'leader', config: { clock: () => now } })
const tellOn = async (day: string): Promise<void> => {
  now = morning(day)
  await tellPeople(database(), await centresOf(database()).all(), { now, logger, mail: null, address: null })
}
const inbox = async () => pages.page.goto(`${pages.product.address}/briefings`)
const task = () => pages.page.locator('[data-signal-task="target casesCompleted"]')

beforeAll(async () => {
  // Some 8,000 cases a month are completed: 60,000 in four months are out of reach.
  await setGoal(database(), await centresOf(database()).find('pinghe'), {
    goal: {
      measure: 'casesCompleted',
      value: '60000',
      validFrom: '2012-09-01',
      validTo: '2012-12-31',
    },
    byUser: 'test',
    now,
  })
  await tellOn('2012-12-03')
}, 240_000)

describe('a target that falls behind', () => {
  it('says by how much and what is needed, leads to the proof, and shows who sees to it', async () => {
    const { page } = pages
    await inbox()
    const text = (await task().locator('a').textContent()) ?? ''
    // 19,995 by the evening of 2 December: (60,000 − 19,995) ÷ 21 working days from the third on.
    expect(text.replaceAll(/\s/g, '')).toMatch(
      /^办结量落后于目标：9月1日至12月3日为20,409件，目标60,000件（至12月31日）；其余21个工作日每日还需1,905件/,
    )
    await task().getByText('尚未指定负责人，应于12月10日前处理').waitFor()
    expect(await violations(page)).toEqual([])

    await task().getByRole('button', { name: '我来负责' }).click()
    await task().getByLabel('办理期限').fill('2012-12-07')
    await task().getByLabel('处理措施').fill('与税务、工商窗口加开延时服务')
    await task().locator('[data-signal-send]').click()
    await task()
      .getByText(/负责，12月7日前处理/)
      .waitFor()
    // The proof: the definition and the records behind the figure, over the same days.
    await task().locator('a').click()
    await page.waitForURL(/period=2012-09-01\.\.2012-12-03/)
    const drawer = page.getByRole('dialog')
    await drawer.locator('tbody tr').first().waitFor()
    const own = await database().pool.query<{ n: string }>(
      `SELECT count(*) AS n FROM "Case" WHERE "completedAt" >= '2012-09-01T00:00:00+08:00'
       AND "completedAt" < '2012-12-04T00:00:00+08:00'`,
    )
    expect(Number(own.rows[0]?.n)).toBeGreaterThan(10_000)
    await drawer
      .locator('.about', { hasText: `共 ${Number(own.rows[0]?.n).toLocaleString('en')} 条` })
      .waitFor()
  })

  it('is set aside with a reason, reopened, over after quiet mornings, and back as a new one', async () => {
    const { page } = pages
    await inbox()
    await task().getByRole('button', { name: '重新打开' }).click()
    await task().getByRole('button', { name: '排除' }).click()
    // A reason is needed.
    await task().locator('[data-signal-send]').click()
    expect(await task().locator('[data-signal-reason]').count()).toBe(1)
    await task().locator('[data-signal-reason]').fill('年底集中办理，另有安排')
    await task().locator('[data-signal-send]').click()
    await task().getByText('已排除：年底集中办理，另有安排').waitFor()
    const told = async () => database().prisma.notice.count({ where: { subject: 'target casesCompleted' } })
    const before = await told()
    for (const day of ['2012-12-10', '2012-12-11', '2012-12-24']) await tellOn(day)
    expect(await told()).toBe(before)

    // The target is lowered: the signal is not found for some mornings, and is over.
    const centre = await centresOf(database()).find('pinghe')
    const goal = { measure: 'casesCompleted' as const, validFrom: '2012-09-01', validTo: '2012-12-31' }
    await setGoal(database(), centre, { goal: { ...goal, value: '100' }, byUser: 'test', now })
    for (const day of ['2012-12-25', '2012-12-26', '2012-12-27']) await tellOn(day)
    await page.reload()
    await task().getByText('12月27日已恢复正常').waitFor()
    await setGoal(database(), centre, { goal: { ...goal, value: '60000' }, byUser: 'test', now })
    await tellOn('2012-12-28')
    await page.reload()
    await task().getByText('尚未指定负责人').waitFor()
    expect(await told()).toBe(before + 1)
    expect(await task().count()).toBe(2)
  })
})
