import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const leader = viewerIn('leader')
let centre = ''
let window: { code: string; name: string } = { code: '', name: '' }
let caseNumber = ''
let trade: { tradeCode: string; name: string | null } = { tradeCode: '', name: null }

beforeAll(async () => {
  const { prisma } = database()
  const first = await prisma.case.findFirstOrThrow({
    where: { windowId: { not: null } },
    orderBy: { id: 'asc' },
  })
  const { centreId } = first
  centre = (await prisma.centre.findUniqueOrThrow({ where: { id: centreId } })).code
  window = await prisma.window.findFirstOrThrow({ where: { centreId, id: first.windowId ?? 0 } })
  caseNumber = first.caseNumber
  trade = await prisma.trade.findFirstOrThrow({ where: { centreId }, orderBy: { tradeCode: 'asc' } })
})

const hitsOf = async (text: string, viewer: Viewer = leader) =>
  createCaller(await testContext(database(), viewer)).questions.lookUp({ centre, text })

describe('what a name finds', () => {
  it('is a window by a part of its name, the one that begins with it first', async () => {
    const hits = await hitsOf(window.name)
    expect(hits[0]).toMatchObject({ kind: 'window', code: window.code, names: { zh: window.name } })
  })

  it('is a case by its number in either case of letters, with the figure that has its record', async () => {
    const [hit] = (await hitsOf(caseNumber.toLowerCase())).filter(({ kind }) => kind === 'case')
    expect(hit).toMatchObject({ code: caseNumber, names: { zh: `${caseNumber}（${window.name}）` } })
    expect(hit?.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const { rows } = createCaller(await testContext(database(), leader)).measures
    const about = { measure: hit?.behind ?? '', centres: [centre], period: `${hit?.day}..${hit?.day}` }
    const page = await rows({ ...about, record: caseNumber })
    expect(page.total).toBe(1)
    expect(page.rows[0]?.[page.columns.findIndex(({ key }) => key === 'caseNumber')]).toBe(caseNumber)
    expect((await rows({ ...about, record: 'no such case' })).total).toBe(0)
  })

  it('is at most five cases by the beginning of their number; a word and two digits find none', async () => {
    const cases = async (text: string) =>
      (await hitsOf(text)).filter(({ kind }) => kind === 'case').map(({ code }) => code)
    expect(await cases(caseNumber.slice(0, -1))).toContain(caseNumber)
    expect(await cases(caseNumber.slice(0, 8))).toHaveLength(5)
    expect(await cases(caseNumber.slice(0, 4))).toEqual([])
  })

  it('is a trade by its code, in either case of letters', async () => {
    const hits = (await hitsOf(trade.tradeCode.toLowerCase())).filter(({ kind }) => kind === 'trade')
    expect(hits[0]).toMatchObject({ code: trade.tradeCode })
  })

  it('is a trade by words of its name in any order', async () => {
    const name = trade.name ?? ''
    const hits = await hitsOf(`${name.slice(-3)} ${name.slice(0, 2)}`)
    expect(hits.some(({ kind, names }) => kind === 'trade' && names.zh.includes(name))).toBe(true)
  })

  it('is a figure by whatever people call it, in both languages', async () => {
    const figures = async (text: string) =>
      (await hitsOf(text)).filter(({ kind }) => kind === 'measure').map(({ code }) => code)
    expect((await figures('savings'))[0]).toBe('savings')
    expect((await figures('省钱'))[0]).toBe('savings')
    expect((await figures('考勤率'))[0]).toBe('attendanceRate')
  })

  it('has at most five of a kind', async () => {
    const windows = (await hitsOf('窗口')).filter(({ kind }) => kind === 'window')
    expect(windows).toHaveLength(5)
  })

  it('is nothing where nothing has that name', async () => {
    expect(await hitsOf('没有这样的名字%_')).toEqual([])
  })
})

describe('a person who sees a part of the hall', () => {
  it('finds the windows and cases of that part alone, and no trade', async () => {
    const others = await database().prisma.window.findFirstOrThrow({ where: { code: { not: window.code } } })
    const elsewhere = viewerIn('windowChief', { centres: [centre], windows: [`${centre}/${others.code}`] })
    expect(await hitsOf(window.name, elsewhere)).toEqual([])
    expect(await hitsOf(caseNumber, elsewhere)).toEqual([])
    expect(await hitsOf(trade.tradeCode, elsewhere)).toEqual([])
    const here = viewerIn('windowChief', { centres: [centre], windows: [`${centre}/${window.code}`] })
    expect((await hitsOf(caseNumber, here)).map(({ kind }) => kind)).toEqual(['case'])
  })
})
