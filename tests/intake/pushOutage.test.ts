import type { Database } from '../../server/storage/database.ts'
import { expect, it } from 'vitest'
import { pushRows } from '../../server/intake/jobs/push.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'

// Only what the product asks before it reads the rows.
const asked = (centres: () => Promise<unknown[]>): Database =>
  ({
    prisma: {
      centre: { findMany: centres },
      pushSource: { findFirst: async () => Promise.resolve(null) },
    },
  }) as unknown as Database

const push = async (database: Database): Promise<unknown> =>
  pushRows(database, {
    centre: 'pinghe',
    target: 'cases',
    token: 'bwp_x',
    key: 'k',
    body: { rows: [{ caseCode: 'A' }] },
    now: new Date('2026-10-01T00:00:00Z'),
    limits: defaultLimits,
  })

it('a push is not called unauthorised because the database is away', async () => {
  const lost = new Error('Connection terminated unexpectedly')
  await expect(push(asked(async () => Promise.reject(lost)))).rejects.toBe(lost)
})

it('a centre that is not there and a token that is not valid look alike', async () => {
  await expect(push(asked(async () => Promise.resolve([])))).rejects.toMatchObject({
    name: 'token-refused',
  })
})
