import type { FastifyInstance } from 'fastify'
import type { AddressInfo } from 'node:net'
import type { SystemPower } from '../../server/access/systems.ts'
import type { Database } from '../../server/storage/database.ts'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import pino from 'pino'
import { addSystem } from '../../server/access/systems.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { intakeParts } from '../support/intakeParts.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

/** A name that no token may see. */
export const person = '林秀英'

/** A small hall with cases, banners and trades, and another one beside it. */
export async function loadHalls(database: Database): Promise<void> {
  await addCentre(database, 'hall', { openedOn: '2012-01-01' })
  await addCentre(database, 'other')
  await loadSmallHall(database, 'hall')
  await loadSmallHall(database, 'other')
  const heading = 'caseNumber,item,window,receivedAt,acceptedAt,completedAt,applicant\n'
  const cases = (letter: string): string =>
    `${heading}${letter}1,NOW,W1,2012-09-03 08:00,2012-09-03 08:00,2012-09-03 08:20,${person}\n` +
    `${letter}2,TEN,W2,2012-09-03 08:00,2012-09-03 08:00,2012-11-03 08:00,${person}\n` +
    `${letter}3,NOW,W1,2012-10-08 09:00,2012-10-08 09:00,2012-10-08 09:20,${person}\n`
  await load(database, { centre: 'hall', target: 'cases' }, cases('A'))
  await load(database, { centre: 'other', target: 'cases' }, cases('B'))
  await load(
    database,
    { centre: 'hall', target: 'feedback' },
    `feedbackCode,kind,window,givenDay,giver,summary\nB1,banner,W1,2012-09-03,${person},x\n`,
  )
}

/** The product's HTTP side at a free port. */
export async function listen(
  database: Database,
  more: Partial<Parameters<typeof buildHttp>[0]> = {},
): Promise<{ app: FastifyInstance; address: string }> {
  const app = await buildHttp({
    database,
    clock: () => testNow,
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database)),
    ...intakeParts(),
    ...more,
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  return { app, address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}` }
}

/** A token for the hall. */
export async function tokenFor(
  database: Database,
  name: string,
  { may = ['ask'], days = 1, now = testNow }: { may?: SystemPower[]; days?: number; now?: Date } = {},
): Promise<string> {
  return addSystem(database, await centresOf(database).find('hall'), {
    name,
    may,
    targets: may.includes('push') ? ['cases'] : [],
    days,
    createdBy: 'test',
    now,
  })
}

/** What a tool gave. */
export interface Given {
  isError: boolean
  found: Record<string, unknown>
}

/** An assistant's program: the client of the official library. */
export async function assistant(
  address: string,
  token: string,
  { headers = {}, revision }: { headers?: Record<string, string>; revision?: string } = {},
): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    revision === undefined ? {} : { versionNegotiation: { mode: { pin: revision } } },
  )
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', address), {
      requestInit: { headers: { authorization: `Bearer ${token}`, ...headers } },
    }),
  )
  return client
}

/** Questions about the hall: a total, rates beside each other, a split, a filter, a series. */
export const fiveQuestions = [
  { name: 'a count', asked: { measures: ['casesReceived'], period: '2012-09' } },
  { name: 'two rates', asked: { measures: ['onTimeRate', 'overdueRate'], period: '2012' } },
  { name: 'by unit', asked: { measures: ['casesReceived'], period: '2012-09', groupBy: ['unit'] } },
  {
    name: 'one window',
    asked: {
      measures: ['casesReceived'],
      period: '2012',
      filters: [{ dimension: 'window', in: ['W1'] }],
      comparison: 'lastYear',
    },
  },
  { name: 'by month', asked: { measures: ['casesReceived'], period: '2012', granularity: 'month' as const } },
]

/** By measure: value, n and text of the figures over all. */
export const numbersOf = ({ overall }: Record<string, unknown>): Record<string, unknown[]> =>
  Object.fromEntries(
    (overall as { measure: string; value: unknown; n: unknown; text: unknown }[]).map(
      ({ measure, value, n, text }) => [measure, [value, n, text]],
    ),
  )

/** Calls a tool; the object is the same as the text that a model reads. */
export async function call(
  client: Client,
  name: string,
  input: Record<string, unknown> = {},
): Promise<Given> {
  const result = await client.callTool({ name, arguments: input })
  const [content] = result.content
  const text = content?.type === 'text' ? content.text : ''
  return { isError: result.isError === true, found: JSON.parse(text) as Record<string, unknown> }
}
