import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { signInOn, usePages } from '../support/pages.ts'

// Issue 46 of the briefing, sentence by sentence: somebody who knows only the paper finds each system that it
// describes with one click in the navigation and at most one on the page, and reads there what it says.

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), null)

/** A sentence of the paper, the page on which its system stands, and the figures that it shows. */
interface Sentence {
  says: string
  page: string
  /** A second click: the first link of a panel. */
  then?: string
  /** Figures by measure, or texts of a panel by its name. */
  shows: ({ measure: string; as: RegExp } | { panel: string; as: RegExp })[]
}

const sentences: readonly Sentence[] = [
  { says: '中心现仅有8名管理人员', page: '队伍', shows: [{ measure: 'managerCount', as: /(?<!\d)8(?!\d)/ }] },
  { says: '进驻中心的110名工作人员', page: '队伍', shows: [{ measure: 'staffCount', as: /110/ }] },
  { says: '摸准40多个单位的进驻事项', page: '总览', shows: [{ measure: 'unitCount', as: /43/ }] },
  { says: '现进驻中心的事项有382项', page: '总览', shows: [{ measure: 'itemCount', as: /382/ }] },
  {
    says: '为了制作《一次性告知单》',
    page: '制度',
    then: '一次性告知单',
    shows: [{ panel: '', as: /应提交的材料/ }],
  },
  { says: '制定了19项行之有效的日常管理制度', page: '制度', shows: [{ measure: 'hallRules', as: /19/ }] },
  {
    says: 'A岗工作人员日常考核制度，既考核出勤率又考核在岗率',
    page: '队伍',
    shows: [
      { measure: 'attendanceRate', as: /%/ },
      { measure: 'postCoverage', as: /%/ },
      { panel: '岗位', as: /A岗/ },
    ],
  },
  { says: '业务操作考试考核', page: '队伍', shows: [{ panel: '业务考试', as: /2012年第4季度业务考试/ }] },
  {
    says: '每周一次的例会，业务讲座和工作交流',
    page: '队伍',
    shows: [{ panel: '例会与讲座', as: /(?=[\s\S]*每周例会)(?=[\s\S]*业务讲座)(?=[\s\S]*工作交流)/ }],
  },
  {
    says: '平均每个工作日完成2宗交易，最多时一天要完成4宗',
    page: '交易',
    shows: [
      { measure: 'tradesPerWorkingDay', as: /1\.04/ },
      { measure: 'peakTradesPerDay', as: /4/ },
    ],
  },
  { says: '评标专家从省专家库随机抽取', page: '交易', shows: [{ measure: 'expertAttendanceRate', as: /%/ }] },
  {
    says: '7个窗口收到锦旗10面、感谢信4封',
    page: '群众',
    shows: [
      { measure: 'banners', as: /10/ },
      { measure: 'letters', as: /4/ },
      { panel: '锦旗与感谢信墙', as: /锦旗 10 面、感谢信 4 封，7 个窗口/ },
    ],
  },
  {
    says: '压缩为法定时限60%，再次压缩',
    page: '事项',
    shows: [{ panel: '法定 → 承诺 → 实际', as: /法定的 [1-5]\d(?:\.\d)?\s*%/ }],
  },
  {
    says: '有83%的事项可实现即办件',
    page: '总览',
    shows: [{ measure: 'instantItemShare', as: /8[23](?:\.\d)?\s*%/ }],
  },
  {
    says: '开启“绿色通道”，并联审批；30个工作日的事项1.5个工作日办结',
    page: '联办',
    shows: [
      { measure: 'greenChannelCases', as: /\d/ },
      { panel: '走势', as: /联办办结量 [\d,]+ 件/ },
      { panel: '绿色通道办件', as: /30[\s\S]*1\.5/ },
    ],
  },
  { says: '实行预约服务', page: '联办', shows: [{ measure: 'appointmentCases', as: /\d/ }] },
  {
    says: '已办结的3万多件事项',
    page: '总览',
    shows: [{ measure: 'casesCompleted', as: /3\.\d+\s*万|3\d,\d{3}/ }],
  },
  {
    says: '创造性推出六大特色便民服务',
    page: '特色',
    shows: [
      {
        panel: '六大特色服务',
        as: /(?=[\s\S]*农业)(?=[\s\S]*两证)(?=[\s\S]*交管)(?=[\s\S]*流动人口)(?=[\s\S]*婚姻)(?=[\s\S]*银行)/,
      },
    ],
  },
  {
    says: '由乡镇选派工作人员到审批窗口进行跟班培训；坚持开展送服务下乡',
    page: '县乡',
    shows: [
      { measure: 'townshipTrainees', as: /[1-9]/ },
      { measure: 'townshipOutings', as: /[1-9]/ },
      { panel: '各乡镇（场）', as: /16 个乡镇（场）/ },
    ],
  },
  {
    says: '联系电话、窗口人员、提速提效措施办法印成小册子',
    page: '县乡',
    shows: [{ panel: '联系手册', as: /0596-000/ }],
  },
  {
    says: '制定了17项规范的制度，监、管、办“三分离”和“五统一”',
    page: '制度',
    shows: [
      { measure: 'tradingRules', as: /17/ },
      { panel: '监管办三分离', as: /抽取专家[\s\S]*五统一/ },
    ],
  },
  {
    says: '已完成交易104宗，总成交金额3.5亿余元，节约政府资金3600余万元',
    page: '交易',
    shows: [
      { measure: 'tradesConcluded', as: /104/ },
      { measure: 'tradeAmount', as: /3\.5\d*\s*亿/ },
      // The ledger says its unit once, in the heading.
      { panel: '节约台账汇总', as: /(?=[\s\S]*万元)[\s\S]*3,6\d\d(?:\.\d+)?/ },
    ],
  },
  {
    says: '没有接到违反廉洁自律等方面的举报和投诉',
    page: '交易',
    shows: [{ measure: 'tradeIntegrityComplaintRate', as: /0/ }],
  },
]

const settled = async (): Promise<unknown> =>
  pages.page.waitForFunction(
    () =>
      document.querySelector('main section.panel, main article') !== null &&
      !document.querySelector('.skeleton, [aria-busy="true"]'),
  )

/** What the page shows of a figure or in a panel; empty where it has neither. */
async function shown(figure: Sentence['shows'][number]): Promise<string> {
  const { page } = pages
  const text =
    'measure' in figure
      ? page.locator(`main [data-measure="${figure.measure}"]`)
      : figure.panel === ''
        ? page.locator('main')
        : page.locator('section.panel', {
            has: page.getByRole('heading', { name: figure.panel, exact: true }),
          })
  await text.first().waitFor({ timeout: 20_000 })
  return (await text.allTextContents()).join(' ').replaceAll(/\s+/g, ' ')
}

describe('the paper of issue 46', () => {
  it.each(sentences)('$says → $page', async ({ says, page: name, then, shows }) => {
    const { page, product } = pages
    await signInOn(page.context(), product.address, 'leader')
    // Any page but the wanted one, in the time of the paper.
    const start = name === '总览' ? '/items' : '/'
    await page.goto(`${product.address}${start}?period=2012-08-08..2012-12-31&compare=none`)
    await page
      .getByRole('navigation', { name: '主导航' })
      .first()
      .getByRole('link', { name, exact: true })
      .click()
    let clicks = 1
    await page.locator('main h1').first().waitFor()
    await settled()
    if (then !== undefined) {
      const panel = page.locator('section.panel', {
        has: page.getByRole('heading', { name: then, exact: true }),
      })
      await panel.getByRole('link').first().click()
      await page.waitForURL(/\/notices\//)
      await settled()
      clicks++
    }
    const problems: string[] = []
    for (const figure of shows) {
      let text = ''
      await expect
        .poll(async () => (text = await shown(figure)), {
          message: `${says}: ${JSON.stringify(figure)}`,
          timeout: 20_000,
        })
        .toMatch(figure.as)
      problems.push(figure.as.exec(text)?.[0]?.slice(0, 40) ?? '')
    }
    expect(clicks).toBeLessThanOrEqual(2)
    process.stdout.write(`${says} → ${name}, ${clicks} click(s): ${problems.join(' · ')}\n`)
  })
})
