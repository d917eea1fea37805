import type { FastifyInstance } from 'fastify'
import type { Viewer } from '../../server/access/permissions.ts'
import type { RoleName } from '../../server/access/roles.ts'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissionTable } from '../../server/access/permissions.ts'
import { buildHttp } from '../../server/http.ts'
import { createCaller } from '../../server/router.ts'
import { httpAccess, signInAs, testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'
import { unzip } from '../support/unzip.ts'

const database = useDatabase('empty')
const centre = 'here'
const person = '林秀英'
let app: FastifyInstance
let batch = 0

const as = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))
const administrator = viewerIn('administrator')
/** An administrator who looks at the product as somebody else: the rights of the weaker of both. */
function impersonating(role: RoleName): Viewer {
  const seen = viewerIn(role)
  return {
    ...seen,
    impersonatedBy: 'administrator',
    scope: { ...seen.scope, reveal: [] },
    may: seen.may.filter(permission => !permissionTable[permission].changes),
  }
}

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
  // A banner whose window is not known stays in quarantine, with the name of who gave it.
  const loaded = await load(
    database(),
    { centre, target: 'feedback' },
    `feedbackCode,kind,window,givenDay,giver,summary\nB1,banner,NOPE,2013-06-03,${person},x\n`,
  )
  expect(loaded.quarantined).toBe(1)
  batch = loaded.batchId
  await load(
    database(),
    { centre, target: 'trades' },
    `tradeCode,name,category,method,buyer,winner,outcome,base,award,announcedDay,openedDay,concludedDay\n${[
      1, 2, 3, 4,
    ]
      .map(
        n =>
          `T${n},项目${n},works,openTender,镇政府,${person}公司,concluded,1000,900,` +
          `2013-05-01,2013-05-20,2013-06-0${n}`,
      )
      .join('\n')}\n`,
  )
  app = await buildHttp({
    database: database(),
    clock: () => testNow,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
})
afterAll(async () => app.close())

describe('who may not see a person', () => {
  it('sees none in the cells of quarantined rows, and why they were refused', async () => {
    for (const viewer of [administrator, impersonating('clerk'), impersonating('inspection')]) {
      const page = await (await as(viewer)).imports.quarantined({ centre, batch })
      expect(page.rows.length).toBe(1)
      expect(page.rows[0]?.reason).toBeTruthy()
      expect(JSON.stringify(page.rows)).not.toContain(person)
      expect(JSON.stringify(page.rows)).not.toContain('NOPE')
    }
  })

  it('sees none in the workbook of quarantined rows', async () => {
    const textOf = async (role: RoleName): Promise<string> => {
      const reply = await app.inject({
        method: 'GET',
        url: `/files/quarantine/${centre}/${batch}.xlsx`,
        headers: { host: '127.0.0.1', cookie: await signInAs(app, role) },
      })
      expect(reply.statusCode).toBe(200)
      return Array.from((await unzip(reply.rawPayload)).values(), String).join('')
    }
    expect(await textOf('administrator')).not.toContain(person)
    expect(await textOf('inspection')).toContain(person)
    expect(await textOf('clerk')).toContain(person)
  })

  it('sees no bidder in signals', async () => {
    const namesSeen = async (viewer: Viewer) =>
      JSON.stringify((await (await as(viewer)).trading.signals({ centre, period: '2013' })).signals)
    expect(await namesSeen(viewerIn('leader'))).toContain(person)
    expect(await namesSeen(impersonating('leader'))).not.toContain(person)
  })
})

describe('who loads rows, or may see everybody', () => {
  it.each(['clerk', 'inspection'] as const)('sees the cells: %s', async role => {
    const page = await (await as(viewerIn(role))).imports.quarantined({ centre, batch })
    expect(JSON.stringify(page.rows)).toContain(person)
  })
})
