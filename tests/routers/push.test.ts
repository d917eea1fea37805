import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addSystem, listSystems, revokeSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const now = new Date('2013-06-30T00:00:00Z')
const logger = pino({ level: 'silent' })
let app: FastifyInstance

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await loadSmallHall(database(), 'hall')
})
beforeEach(async () => {
  await app?.close()
  app = await buildHttp({
    database: database(),
    clock: () => now,
    logger,
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(defaultLimits),
  })
})
afterAll(async () => app.close())

describe('rows that a system pushes', () => {
  let token = ''
  const push = async (
    rows: unknown,
    more: { key?: string; target?: string; token?: string; centre?: string; mapping?: string } = {},
  ) =>
    app.inject({
      method: 'POST',
      url: `/push/${more.centre ?? 'hall'}/${more.target ?? 'cases'}`,
      headers: {
        'authorization': `Bearer ${more.token ?? token}`,
        'idempotency-key': more.key ?? 'k-1',
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ rows, ...(more.mapping !== undefined && { mapping: more.mapping }) }),
    })
  const row = (caseNumber: string, more: object = {}) => ({
    caseNumber,
    item: 'TEN',
    receivedAt: '2012-09-03 08:00',
    ...more,
  })

  beforeAll(async () => {
    token = await addSystem(database(), await centresOf(database()).find('hall'), {
      name: 'approval',
      may: ['push'],
      targets: ['cases'],
      days: null,
      createdBy: 'test',
      now,
    })
  })

  it('are loaded once a key, with what could not be', async () => {
    const first = await push([row('P1'), row('P2', { supplements: 2 }), row('P3', { channel: 'pigeon' })])
    expect(first.statusCode, first.body).toBe(200)
    expect(first.json()).toMatchObject({
      rows: 3,
      loaded: 2,
      quarantined: 1,
      problems: [{ row: 3, field: 'channel', reason: 'unknownValue' }],
    })
    const again = await push([row('P1'), row('P2', { supplements: 2 }), row('P3', { channel: 'pigeon' })])
    expect(again.json()).toMatchObject({
      batchId: first.json<{ batchId: number }>().batchId,
      loaded: 2,
      quarantined: 1,
      repeated: true,
    })
    expect(await database().prisma.case.count({ where: { caseNumber: { startsWith: 'P' } } })).toBe(2)
    const other = await push([row('P9')])
    expect(other.statusCode).toBe(409)
    expect(other.json()).toMatchObject({ error: { name: 'push-key-reused' } })
    expect((await push([row('P1')], { key: 'k-2' })).json()).toMatchObject({ unchanged: 1 })
  })

  it('of the same push at the same time are loaded once', async () => {
    const answers = await Promise.all([1, 2, 3].map(async () => push([row('Q1')], { key: 'k-q' })))
    expect(answers.map(response => response.json<{ loaded: number }>().loaded)).toEqual([1, 1, 1])
    expect(new Set(answers.map(response => response.json<{ batchId: number }>().batchId)).size).toBe(1)
  })

  it('are refused with a wrong token, target, centre or key, alike', async () => {
    for (const wrong of [
      { token: 'bwp_wrong' },
      { token: '' },
      { target: 'trades' },
      { target: 'nothing' },
      { centre: 'nowhere' },
      { centre: 'other' },
    ]) {
      const answer = await push([row('R1')], { key: 'k-r', ...wrong })
      expect(
        [answer.statusCode, answer.json<{ error: { name: string } }>().error.name],
        JSON.stringify(wrong),
      ).toEqual([403, 'token-refused'])
    }
    for (const key of ['', 'has space', 'x'.repeat(200)])
      expect((await push([row('R1')], { key })).statusCode).toBe(422)
    expect(await database().prisma.case.count({ where: { caseNumber: 'R1' } })).toBe(0)
  })

  it('must name fields: a name that is none would be lost, and is refused', async () => {
    expect((await push([row('S1', { colour: 'red' })], { key: 'k-s' })).json()).toMatchObject({
      error: { name: 'mapping-invalid', details: { field: 'colour' } },
    })
    for (const rows of [
      [],
      'x',
      [1],
      [{ caseNumber: { a: 1 } }],
      Array.from({ length: 5001 }, () => row('T')),
    ])
      expect((await push(rows, { key: 'k-t' })).statusCode).toBe(422)
  })

  it('end when the source is revoked; the token is kept as a hash alone', async () => {
    const hall = await centresOf(database()).find('hall')
    const other = await addSystem(database(), hall, {
      name: 'short-lived',
      may: ['push'],
      targets: ['cases'],
      days: 1,
      createdBy: 'test',
      now,
    })
    expect(JSON.stringify(await database().prisma.pushSource.findMany())).not.toContain(other)
    await expect(
      addSystem(database(), hall, {
        name: 'short-lived',
        may: ['push'],
        targets: ['cases'],
        days: 1,
        createdBy: 'test',
        now,
      }),
    ).rejects.toThrow('already-there')
    await revokeSystem(database(), hall, { name: 'short-lived', now })
    expect((await push([row('U1')], { token: other, key: 'k-u' })).statusCode).toBe(403)
    expect(
      (await listSystems(database(), hall)).map(system => [system.name, system.revokedAt !== null]),
    ).toEqual([
      ['approval', false],
      ['short-lived', true],
    ])
  })
})
