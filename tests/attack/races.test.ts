import type { Viewer } from '../../server/access/permissions.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { measures, valueOf } from '#measures'
import { setDisabled } from '../../server/access/accounts.ts'
import { commandLine } from '../../server/access/permissions.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { lockPeriod } from '../../server/centres/periodLocks.ts'
import { loadBatch } from '../../server/intake/batch/loadBatch.ts'
import { plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, loadSmallHall, testNow as now } from '../support/load.ts'

const database = useDatabase('empty')
const centre = 'here'
const as = async (viewer: Viewer) => createCaller(await testContext(database(), viewer))
const clerk = viewerIn('clerk')
const leader = viewerIn('leader')
const chief = viewerIn('windowChief', { units: ['here/U1'] })
const banner = { kind: 'banner', window: 'W1', givenDay: '2013-06-03', summary: 's', giver: 'x' }

async function banners(): Promise<number> {
  const answer = await ask(
    { measures: ['banners'], centres: [centre], period: '2013-06' },
    { database: database(), scope: wholeScope, now },
  )
  return valueOf(measures.banners, answer.current.overall) ?? 0
}

/** How calls made at the same moment ended: null where one went through, or the name of its failure. */
async function together(...calls: (() => Promise<unknown>)[]): Promise<(string | null)[]> {
  const ended = await Promise.allSettled(calls.map(async call => call()))
  return ended.map(end =>
    end.status === 'fulfilled' ? null : ((end.reason as Error).message.split(' ')[0] ?? ''),
  )
}

beforeAll(async () => {
  await addCentre(database(), centre)
  await loadSmallHall(database(), centre)
})

describe('an entry that several people handle at once', () => {
  const enter = async (): Promise<number> =>
    (await (await as(chief)).entries.save({ centre, target: 'feedback', values: banner })).id ?? 0
  const stateOf = async (id: number): Promise<string | null> =>
    (await database().prisma.entry.findFirst({ where: { id } }))?.state ?? null

  it('counts where it is approved, and nowhere else', async () => {
    const [review, sign, write] = [await as(clerk), await as(leader), await as(chief)]
    const foreseen = [null, 'entry-not-open', 'entry-not-found', 'entry-changed']
    for (let round = 0; round < 6; round++) {
      const before = await banners()
      const id = await enter()
      const rival = [
        async () => sign.entries.sendBack({ centre, id, reason: 'x' }),
        async () => write.entries.remove({ centre, id }),
        async () => sign.entries.approve({ centre, id }),
      ][round % 3]
      const ended = await together(
        async () => review.entries.approve({ centre, id }),
        async () => rival?.(),
      )
      for (const end of ended) expect(foreseen, `round ${round}`).toContain(end)
      const counted = (await banners()) - before
      expect(counted, `round ${round} ${await stateOf(id)}`).toBe((await stateOf(id)) === 'approved' ? 1 : 0)
    }
  }, 180_000)

  it('is not loaded with other values than those that were read', async () => {
    const id = await enter()
    const review = await as(clerk)
    const approving = review.entries.approve({ centre, id })
    await database().prisma.entry.updateMany({ where: { id }, data: { values: { ...banner, giver: 'y' } } })
    const end = await approving.then(
      () => null,
      (error: unknown) => (error as Error).message,
    )
    const kept = await database().prisma.entry.findFirstOrThrow({ where: { id } })
    // Either the change came first and was read, or the approval is refused.
    expect([null, 'entry-changed']).toContain(end)
    expect(kept.state).toBe(end === null ? 'approved' : 'submitted')
  })
})

describe('two administrators who close each other at once', () => {
  it('leave one', async () => {
    const { prisma } = database()
    const rows = { centres: 'all', units: 'all', windows: 'all' }
    const names = ['first', 'second']
    for (const id of names)
      await prisma.user.create({
        data: {
          id,
          name: id,
          username: id,
          email: `${id}@accounts.invalid`,
          roles: ['administrator'],
          scope: rows,
          accounts: { create: { id, accountId: id, providerId: 'credential' } },
        },
      })
    for (let round = 0; round < 8; round++) {
      const ended = await together(
        ...names.map(id => async () => setDisabled(database(), commandLine, { id, disabled: true, now })),
      )
      expect(ended.filter(end => end === null).length, `round ${round}`).toBe(1)
      expect(ended).toContain('last-administrator')
      await prisma.user.updateMany({ where: { id: { in: names } }, data: { disabledAt: null } })
    }
  })
})

describe('a period that is locked while records are loaded', () => {
  it('holds no record that is committed after the lock', async () => {
    const hall = await centresOf(database()).find(centre)
    let lock: Promise<number> = Promise.resolve(0)
    let isLocked = false
    let wasLockedBeforeCommit = true
    const source = {
      headers: ['caseNumber', 'item', 'receivedAt'],
      records: (async function* () {
        yield { row: 2, cells: ['RACE', 'NOW', '2012-09-03 09:00'] }
      })(),
      progress: () => ({ read: 1, total: 1 }),
      close: async () => undefined,
    }
    await loadBatch(database(), {
      source,
      mapping: plainMapping('cases', source.headers, targets.cases.fields),
      centre: hall,
      fileName: 'race.csv',
      fileHash: 'race',
      byUser: 'test',
      now,
      // The locks have been checked; the batch is not committed yet.
      settle: async () => {
        const days = { fact: 'cases', from: '2012-09-01', to: '2012-09-30', reason: 'x' }
        lock = lockPeriod(database(), hall, { ...days, by: 'test', at: now })
        void lock.then(() => void (isLocked = true))
        await new Promise(resolve => setTimeout(resolve, 300))
        wasLockedBeforeCommit = isLocked
      },
    })
    expect(wasLockedBeforeCommit).toBe(false)
    expect(await lock).toBeGreaterThan(0)
  })
})
