import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import type { QuestionInput } from '#measures'
import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import addFormats from 'ajv-formats'
import Ajv from 'ajv/dist/2020.js'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addSystem } from '../../server/access/systems.ts'
import { apiCalls } from '../../server/api/calls.ts'
import { brightWindow, CallFailed } from '../../server/api/client.ts'
import { openApi } from '../../server/api/openapi.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
let app: FastifyInstance
let address = ''
let token = ''
const question = {
  measures: ['casesReceived', 'onTimeRate'],
  centres: ['hall'],
  period: '2012-09',
  granularity: 'day',
  groupBy: ['unit'],
} satisfies QuestionInput

beforeAll(async () => {
  await addCentre(database(), 'hall')
  await addCentre(database(), 'other')
  await loadSmallHall(database(), 'hall')
  await load(
    database(),
    { centre: 'hall', target: 'cases' },
    'caseNumber,item,window,receivedAt,acceptedAt,completedAt\nA,NOW,W1,2012-09-03 ' +
      '08:00,2012-09-03 08:00,2012-09-03 08:20\nB,TEN,W2,2012-09-03 08:00,2012-09-03 ' +
      '08:00,2012-11-03 08:00\n',
  )
  app = await buildHttp({
    database: database(),
    clock: () => testNow,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  token = await addSystem(database(), await centresOf(database()).find('hall'), {
    name: 'outside',
    may: ['ask', 'push'],
    targets: ['cases'],
    days: 1,
    createdBy: 'test',
    now: testNow,
  })
})
afterAll(async () => app.close())

const asker = () => brightWindow({ address, token })

/** What a body says against the description of a call; empty where it fits. */
function misfits(shape: string, body: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const description = openApi('test')
  const check = ajv.compile({
    $ref: `#/components/schemas/${shape}`,
    components: description.components as object,
  })
  check(body)
  return check.errors ?? []
}

describe('calls for other systems', () => {
  it('answer with values, parts and n, as the description says', async () => {
    const { current } = await asker().ask(question)
    expect(current.values.casesReceived).toMatchObject({ value: 2 })
    // One of two was on time: B was due after 6 working days and took two months.
    expect(current.values.onTimeRate).toMatchObject({ value: 1, numerator: 1, n: 1, text: '100%' })
    for (const { method, path, gives } of apiCalls) {
      const body =
        path === '/api/ask'
          ? question
          : path === '/api/rows'
            ? { measure: 'casesReceived', centres: ['hall'], period: '2012' }
            : undefined
      const reply = await app.inject({
        method,
        url: path,
        headers: { host: '127.0.0.1', authorization: `Bearer ${token}` },
        ...(body && { payload: body }),
      })
      expect(reply.statusCode, path).toBe(200)
      expect(misfits(gives, reply.json()), path).toEqual([])
    }
  })

  it('refuse by name, in both languages, under the status that the description gives', async () => {
    const failure = async (work: Promise<unknown>) => {
      const error: unknown = await work.catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(CallFailed)
      return [(error as CallFailed).status, (error as CallFailed).error.name]
    }
    expect(await failure(asker().ask({ ...question, centres: ['other'] }))).toEqual([403, 'out-of-scope'])
    expect(await failure(asker().ask({ ...question, measures: ['nothing'] }))).toEqual([
      400,
      'unknown-measure',
    ])
    expect(await failure(asker().ask({} as typeof question))).toEqual([400, 'bad-question'])
    expect(await failure(brightWindow({ address, token: 'bwp_wrong' }).measures())).toEqual([
      401,
      'sign-in-needed',
    ])
    const reply = await app.inject({
      method: 'POST',
      url: '/api/ask',
      headers: { host: '127.0.0.1', authorization: `Bearer ${token}` },
      payload: {},
    })
    expect(misfits('Failure', reply.json())).toEqual([])
    expect(
      (
        await app.inject({
          method: 'POST',
          url: '/api/ask',
          headers: { 'host': '127.0.0.1', 'content-type': 'application/json' },
          payload: '{',
        })
      ).statusCode,
    ).toBe(400)
  })

  it('take rows once a key', async () => {
    const to = { centre: 'hall', target: 'cases', key: 'once' }
    const pushed = await asker().push(to, [{ caseNumber: 'P1', item: 'NOW', receivedAt: '2012-10-08 09:00' }])
    expect(pushed).toMatchObject({ loaded: 1, quarantined: 0 })
    expect(misfits('Pushed', pushed)).toEqual([])
    expect(
      await asker().push(to, [{ caseNumber: 'P1', item: 'NOW', receivedAt: '2012-10-08 09:00' }]),
    ).toMatchObject({ batchId: pushed.batchId })
    expect(
      (await asker().rows({ measure: 'casesReceived', centres: ['hall'], period: '2012-10' })).total,
    ).toBe(1)
  })

  it('are described at an address of their own, each of them and nothing else', async () => {
    const description = (
      await app.inject({ method: 'GET', url: '/api/openapi.json', headers: { host: '127.0.0.1' } })
    ).json<{ openapi: string; paths: Record<string, object> }>()
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toEqual([
      ...apiCalls.map(call => call.path),
      '/push/{centre}/{target}',
    ])
    const references = Array.from(
      JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g),
      match => match[1],
    )
    expect(
      Object.keys((description as unknown as { components: { schemas: object } }).components.schemas),
    ).toEqual(expect.arrayContaining([...new Set(references)]))
  })

  it('the example in the documents runs', async () => {
    const file = fileURLToPath(new URL('../../docs/examples/ask.ts', import.meta.url))
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', file, 'hall', '2012-09'],
      { env: { ...process.env, VITEST: '', BW_ADDRESS: address, BW_TOKEN: token } },
    )
    expect(stdout).toContain('工商局\t100%\t1/1')
  })
})
