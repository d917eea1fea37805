import type { FastifyInstance } from 'fastify'
import type { MeasureId } from '#measures'
import type { Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nobody } from '../../server/access/permissions.ts'
import { roleNames } from '../../server/access/roles.ts'
import { buildHttp } from '../../server/http.ts'
import { createCaller } from '../../server/router.ts'
import { httpAccess, signInAs, testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'
import { unzip } from '../support/unzip.ts'

// Who may know which people of a hall, through every way by which records leave the product.

const database = useDatabase('empty')
let app: FastifyInstance

beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  const files = {
    staff: [
      'code,name,unit,window,management,validFrom',
      'S1,林甲某,U1,W1,0,2012-01-01',
      'S2,蔡乙某,U2,W2,0,2012-01-01',
    ],
    attendance: ['staff,day,attended', ...['S1', 'S2'].map(person => `${person},2012-09-03,2`)],
    postChecks: [
      'checkCode,window,checkedAt,found,note',
      'C1,W1,2012-09-03 09:00,handler,林甲某在岗',
      'C2,W2,2012-09-03 09:00,nobody,蔡乙某不在岗',
    ],
    exams: ['paper,staff,day,score', '试卷一,S1,2012-09-28,90', '试卷一,S2,2012-09-28,50'],
  } as const
  for (const target of ['staff', 'attendance', 'postChecks', 'exams'] as const)
    expect((await load(database(), { centre: 'here', target }, files[target].join('\n'))).problems).toEqual(
      [],
    )
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
})
afterAll(async () => app.close())

const measures: readonly MeasureId[] = ['staffCount', 'attendanceRate', 'postCoverage', 'examPassRate']
/** Texts by which the two people are known. */
const people = { own: /林甲某|S1@|\/S1/, other: /蔡乙某|S2@|\/S2/ }

/** What a role reads of the people of the hall: nothing, how many they are, or who they are. */
const expected: Record<RoleName | 'nobody', { own: boolean; other: boolean; counted: number | null }> = {
  windowChief: { own: true, other: false, counted: 1 },
  leader: { own: false, other: false, counted: 2 },
  clerk: { own: false, other: false, counted: 2 },
  tradingChief: { own: false, other: false, counted: 2 },
  inspection: { own: true, other: true, counted: 2 },
  administrator: { own: false, other: false, counted: null },
  nobody: { own: false, other: false, counted: null },
}
const roles = [...roleNames, 'nobody'] as const

const viewerOf = (role: RoleName | 'nobody'): Viewer =>
  role === 'nobody' ? nobody : viewerIn(role, role === 'windowChief' ? { units: ['here/U1'] } : {})
const callerOf = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))

/** Everything that the procedures on records say of people to a viewer, or the name of the refusal. */
async function told(viewer: Viewer): Promise<{ text: string; total: number | null }> {
  const caller = await callerOf(viewer)
  const asked = { centres: ['here'], period: '2012' }
  try {
    const pages = await Promise.all(
      measures.map(async measure => caller.measures.rows({ ...asked, measure })),
    )
    const booklet = await caller.measures.booklet({ centre: 'here', period: '2012', language: 'zh' })
    return { text: JSON.stringify([pages, booklet]), total: pages[0]?.total ?? null }
  } catch (error) {
    expect((error as Error).message).toMatch(/^(?:not-permitted|sign-in-needed)/)
    return { text: '', total: null }
  }
}

describe.each(roles)('as %s', role => {
  it('records, checks, exams and the booklet tell of nobody but whom the role may know', async () => {
    const { text, total } = await told(viewerOf(role))
    const { own, other, counted } = expected[role]
    expect([people.own.test(text), people.other.test(text), total]).toEqual([own, other, counted])
  })

  it('no figure is split by a person, and no filter finds one', async () => {
    const caller = await callerOf(viewerOf(role))
    for (const dimension of ['staff', 'name', 'person', 'staffId'])
      await expect(
        caller.measures.ask({
          measures: ['staffCount'],
          centres: ['here'],
          period: '2012',
          groupBy: [dimension],
        }),
      ).rejects.toThrow(/dimension|not-permitted|sign-in-needed/)
  })

  it('a preview of the role by an administrator shows less, never more', async () => {
    if (role === 'nobody') return
    // As the product makes it: what either of the two may not know stays hidden.
    const seen = viewerOf(role)
    const reveal = seen.scope.reveal.filter(name => viewerIn('administrator').scope.reveal.includes(name))
    const { text } = await told({ ...seen, scope: { ...seen.scope, reveal }, impersonatedBy: 'admin' })
    expect([people.own.test(text), people.other.test(text)]).toEqual([false, false])
  })

  it('a briefing and its figures name nobody', async () => {
    const caller = await callerOf(viewerOf(role))
    const ways = [
      async () => caller.briefings.list({ centre: 'here' }),
      async () =>
        caller.briefings.figures({ centre: 'here', period: '2012', comparison: 'none', language: 'zh' }),
    ]
    for (const way of ways) {
      const said = await way().then(
        found => JSON.stringify(found),
        (error: unknown) => (error as Error).message,
      )
      expect([people.own.test(said), people.other.test(said)]).toEqual([false, false])
    }
  })

  it('the files of the booklet hold what its page does, and are written down', async () => {
    const cookie = role === 'nobody' ? '' : await signInAs(app, role)
    const { own, other, counted } = expected[role]
    for (const format of ['docx', 'xlsx']) {
      const subject = `booklet.${format}`
      const before = await database().prisma.auditEntry.count({ where: { subject, action: 'export' } })
      const reply = await app.inject({
        url: `/files/booklet/here.${format}?period=2012&language=zh`,
        headers: { host: '127.0.0.1', cookie },
      })
      const after = await database().prisma.auditEntry.count({ where: { subject, action: 'export' } })
      if (counted === null) {
        expect([reply.statusCode, after]).toEqual([role === 'nobody' ? 401 : 403, before])
        continue
      }
      expect([reply.statusCode, after]).toEqual([200, before + 1])
      const text = Array.from((await unzip(reply.rawPayload)).values(), part => part.toString()).join('')
      expect([format, people.own.test(text), people.other.test(text)]).toEqual([format, own, other])
      expect(text).toContain('工商窗口')
    }
  })
})

it('the booklet of another centre is refused and written down', async () => {
  await addCentre(database(), 'there')
  const cookie = await signInAs(app, 'windowChief')
  const reply = await app.inject({
    url: '/files/booklet/there.docx?period=2012',
    headers: { host: '127.0.0.1', cookie },
  })
  expect([reply.statusCode, reply.body.includes('out-of-scope')]).toEqual([403, true])
  expect(
    await database().prisma.auditEntry.count({
      where: { subject: '/files/booklet/:centre.:format', centre: 'there', outcome: 'refused' },
    }),
  ).toBe(1)
})
