import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { figureOf, measures } from '#measures'
import { centresIn, divisionTree } from '../../client/centres/divisionTree.ts'
import { addsUpExactly } from '../../client/centres/exactSums.ts'
import { centreMeasures } from '../../client/centres/questions.ts'
import { rollUp } from '../../client/centres/rollUp.ts'
import { centreTree, divisionsSeen } from '../../server/centres/tree.ts'
import { runCommand } from '../../server/cli/run.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'

const database = useDatabase('launch')
const folder = mkdtempSync(path.join(tmpdir(), 'bw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function command(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const spies = (['out', 'err'] as const).map(name =>
    vi.spyOn(name === 'out' ? process.stdout : process.stderr, 'write').mockImplementation(chunk => {
      said[name] += String(chunk)
      return true
    }),
  )
  try {
    const environment = { DATABASE_URL: database().url, BW_DATA: folder, BW_NOW: '2013-06-30T00:00:00Z' }
    return { code: await runCommand(args, { ...process.env, ...environment }), ...said }
  } finally {
    spies.forEach(spy => spy.mockRestore())
  }
}

const begin = async (code: string, name: string, division: string): Promise<{ code: number; out: string }> =>
  command([
    ...['centre', 'new', code, '--from', '350628', '--name', name],
    ...['--division', division, '--division-name', name],
  ])

describe('a centre that begins like another', () => {
  it('has its catalogue, rules, mappings, goals and paper, and none of its records or people', async () => {
    const { prisma } = database()
    const from = await prisma.centre.findUniqueOrThrow({ where: { code: 'pinghe' } })
    await prisma.savedMapping.createMany({
      data: [1, 2].map(version => ({
        ...{ centreId: from.id, name: '审批系统', target: 'cases', mapping: {}, headers: ['编号'] },
        ...{ version, savedAt: new Date(), byUser: 'test' },
      })),
    })
    const goal = 'measure,value,unit,validFrom,validTo\nonTimeRate,99,JG,2013-01-01,2013-12-31\n'
    expect((await load(database(), { centre: 'pinghe', target: 'targets' }, goal)).problems).toEqual([])
    const made = await begin('xiaoxi', '小溪镇便民服务中心', '350628101')
    expect(made.code).toBe(0)
    expect(made.out).toContain('units\t43')
    // Versions: those in force, and those to come.
    expect(made.out).toMatch(/^items\t4\d\d$/m)
    expect(made.out).toContain('regulations\t36')
    const { id } = await prisma.centre.findUniqueOrThrow({ where: { code: 'xiaoxi' } })
    const where = { centreId: id }
    expect({
      units: await prisma.unit.count({ where }),
      windows: await prisma.window.count({ where }),
      items: await prisma.item.count({ where }),
      rules: await prisma.regulation.count({ where }),
      goals: await prisma.goal.count({ where }),
      mappings: await prisma.savedMapping.count({ where }),
      timetables: await prisma.hallTimetable.count({ where }),
      staff: await prisma.staffMember.count({ where }),
      cases: await prisma.case.count({ where }),
      trades: await prisma.trade.count({ where }),
      feedback: await prisma.feedback.count({ where }),
      claims: await prisma.claim.count({ where }),
      briefings: await prisma.briefing.count({ where }),
    }).toEqual({
      ...{ units: 43, windows: 45, items: 382, rules: 36, goals: 1, mappings: 1, timetables: 1 },
      ...{ staff: 0, cases: 0, trades: 0, feedback: 0, claims: 0, briefings: 0 },
    })
    // A telephone number of the other hall would lead callers there.
    expect(await prisma.window.count({ where: { ...where, phone: { not: null } } })).toBe(0)
  }, 240_000)

  it('is refused under a code that is taken, from a centre that is none, and below no division', async () => {
    expect((await begin('xiaoxi', '小溪镇便民服务中心', '350628101')).code).toBe(1)
    const none = await command(['centre', 'new', 'x1', '--from', '999999', '--name', 'x'])
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('999999')])
    expect((await command(['centre', 'new', 'x1', '--from', 'pinghe', '--name', ''])).code).toBe(2)
    expect((await begin('x1', 'x', '35062')).code).toBe(2)
  })
})

describe('the tree of centres', () => {
  it('follows the divisions, whatever order they are added in', async () => {
    const city = ['centre', 'add', 'zhangzhou', '--name', '漳州市行政服务中心', '--division', '3506']
    expect((await command(city)).code).toBe(0)
    const village = ['centre', 'add', 'village', '--name', '某村便民点', '--division', '350628']
    expect((await command(village)).code).toBe(0)
    const tree = await centreTree(database())
    expect(tree.get('zhangzhou')).toEqual({ division: '3506', level: 'city', parent: null })
    expect(tree.get('pinghe')).toMatchObject({ level: 'county', parent: 'zhangzhou' })
    expect(tree.get('xiaoxi')).toMatchObject({ level: 'township', parent: 'pinghe' })
    expect((await centreTree(database(), code => code !== 'pinghe')).get('xiaoxi')?.parent).toBe('village')
    await database().prisma.centre.delete({ where: { code: 'village' } })
    // Whoever does not see a centre finds what is below it under the next one above.
    expect((await centreTree(database(), code => code !== 'pinghe')).get('xiaoxi')?.parent).toBe('zhangzhou')
    expect((await command(['centre', 'list'])).out).toMatch(/^xiaoxi\t.*\tbelow pinghe$/m)
    const placed = Array.from(await centreTree(database()), ([code, { division }]) => ({ code, division }))
    const shown = divisionTree(await divisionsSeen(database(), () => true), placed)
    // The province holds nothing but the city, which is shown as the whole.
    expect(shown.division).toMatchObject({ code: '3506', zh: '漳州市', en: 'Zhangzhou' })
    expect(centresIn(shown).map(({ code }) => code)).toEqual(['zhangzhou', 'pinghe', 'xiaoxi'])
    expect(shown.within.map(({ division, centres }) => [division?.zh, centres[0]?.code])).toEqual([
      ['平和县', 'pinghe'],
    ])
  })

  it('begins, for who sees a part of it, at the division that holds what they see', async () => {
    const seen = await divisionsSeen(database(), code => code === 'pinghe' || code === 'xiaoxi')
    expect(seen.map(({ code, parent }) => [code, parent])).toEqual([
      ['350628', null],
      ['350628101', '350628'],
    ])
  })

  it('rolls up exactly: the sum of the parts of centres is the total that is asked for', async () => {
    const cases = [
      'caseNumber,unit,window,item,receivedAt,acceptedAt,completedAt',
      'X1,GS,GS,,2012-09-03 09:00,2012-09-03 09:00,2012-09-03 10:00',
      'X2,JG,JG,,2012-09-04 09:00,2012-09-04 09:00,2012-09-07 10:00',
      'X3,JG,JG,,2012-12-28 09:00,2012-12-28 09:00,',
    ].join('\n')
    expect((await load(database(), { centre: 'xiaoxi', target: 'cases' }, cases)).problems).toEqual([])
    const context = { database: database(), scope: wholeScope, now: new Date('2013-06-30T00:00:00Z') }
    const asked = async (centres: string[]) =>
      ask(
        { measures: [...centreMeasures], centres, period: '2012-08-08..2012-12-27', groupBy: ['centre'] },
        context,
      )
    const both = await asked(['pinghe', 'xiaoxi'])
    expect(both.current.totals.map(cell => cell.members[0])).toEqual(['pinghe', 'xiaoxi'])
    const merged = rollUp(
      centreMeasures.map(id => measures[id]),
      both.current.totals.map(({ parts }) => parts),
    )
    expect(Object.keys(merged).length).toBeGreaterThan(centreMeasures.length)
    for (const [key, value] of Object.entries(merged))
      expect([key, value]).toEqual([key, both.current.overall[key]])
    const placed = Array.from(await centreTree(database()), ([code, { division }]) => ({ code, division }))
    const shown = divisionTree(
      await divisionsSeen(database(), () => true),
      placed.filter(({ code }) => code !== 'zhangzhou'),
    )
    const measured = centreMeasures.map(id => measures[id])
    expect(addsUpExactly(shown, both, measured)).toBe(true)
    const [first] = both.current.totals
    const without = { ...both, current: { ...both.current, totals: [first!] } }
    expect(addsUpExactly(shown, without, measured)).toBe(false)
    // The station has no trades: those of the county are the whole.
    expect(figureOf(measures.tradesConcluded, merged).value).toBeGreaterThan(90)
    // Two more than the county alone: the cases of the station that were received by then.
    const alone = await asked(['pinghe'])
    const count = (answer: typeof both): number =>
      figureOf(measures.casesReceived, answer.current.overall).value ?? 0
    expect(count(both) - count(alone)).toBe(2)
  })
})

describe('an account of several centres', () => {
  it('names units by centre and code, or by code alone where one centre is meant', async () => {
    const user = async (name: string, ...rest: string[]) =>
      command(['user', 'add', name, '--role', 'windowChief', ...rest])
    expect((await user('one', '--centre', 'pinghe', '--unit', 'AJ')).code).toBe(0)
    expect((await user('two', '--centre', 'pinghe,xiaoxi', '--unit', 'pinghe/AJ,xiaoxi/AJ')).code).toBe(0)
    const plain = await user('three', '--centre', 'pinghe,xiaoxi', '--unit', 'AJ')
    expect([plain.code, plain.err]).toEqual([2, expect.stringContaining('--unit')])
    expect((await user('four', '--centre', 'pinghe', '--unit', 'xiaoxi/AJ')).code).not.toBe(0)
    expect((await user('five', '--centre', 'pinghe', '--unit', 'NONE')).code).toBe(1)
    const { out } = await command(['user', 'list'])
    expect(out).toContain('"units":["pinghe/AJ"]')
    expect(out).toContain('"units":["pinghe/AJ","xiaoxi/AJ"]')
    expect(out).not.toMatch(/^(?:three|four|five)\t/m)
  })
})
