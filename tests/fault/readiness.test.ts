import type { FastifyInstance } from 'fastify'
import pino from 'pino'
import { afterEach, expect, it } from 'vitest'
import { buildHttp } from '../../server/http.ts'
import { httpAccess } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
let app: FastifyInstance

async function started(): Promise<void> {
  const { prisma } = database()
  await prisma.setting.upsert({
    where: { key: 'database-id' },
    update: { value: 'ours' },
    create: { key: 'database-id', value: 'ours' },
  })
  app = await buildHttp({
    database: database(),
    clock: () => new Date('2013-06-30T00:00:00Z'),
    logger: pino({ level: 'silent' }),
    clientFolder: null,
    ...(await httpAccess(database())),
    ...intakeParts(),
  })
  // The identity is read while the product starts.
  await new Promise(resolve => setTimeout(resolve, 500))
}
afterEach(async () => app.close())

async function readiness(): Promise<[number, string]> {
  const reply = await app.inject({ url: '/readyz', headers: { host: '127.0.0.1' } })
  return [reply.statusCode, reply.json<{ status: string }>().status]
}

it('ends where another database has taken the place of the first, whoever asks when', async () => {
  await started()
  await database().prisma.setting.update({ where: { key: 'database-id' }, data: { value: 'another' } })
  expect(await readiness()).toEqual([503, 'database-changed'])
  await database().prisma.setting.update({ where: { key: 'database-id' }, data: { value: 'ours' } })
  expect(await readiness()).toEqual([200, 'ok'])
})

it('ends where an empty database has taken its place before anybody asked', async () => {
  await started()
  await database().pool.query('ALTER TABLE "Setting" RENAME TO "SettingAway"')
  try {
    expect(await readiness()).toEqual([503, 'database-changed'])
  } finally {
    await database().pool.query('ALTER TABLE "SettingAway" RENAME TO "Setting"')
  }
  expect(await readiness()).toEqual([200, 'ok'])
})
