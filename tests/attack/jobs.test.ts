import type { JobState } from '../../server/intake/jobs/jobs.ts'
import { expect, it } from 'vitest'
import { createCaller } from '../../server/router.ts'
import { testContext, viewerIn } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { intakeParts } from '../support/intakeParts.ts'

const database = useDatabase('empty')
const { jobs } = intakeParts()

/** A load that goes on until it is broken off. */
const begin = (owner: string): JobState =>
  jobs.start(
    async (report, signal) => {
      report(7, 0.5)
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(new Error('broken off'))),
      )
    },
    { check: false, owner },
  )

const as = async (name: string, role: 'clerk' | 'administrator' | 'leader', signal?: AbortSignal) =>
  createCaller(await testContext(database(), { ...viewerIn(role), name }, { jobs }), { signal }).intake

it('a running load is followed and broken off by who began it alone, whoever knows its number', async () => {
  const { id } = begin('clerk-1')
  for (const [name, role] of [
    ['clerk-2', 'clerk'],
    ['administrator', 'administrator'],
    ['leader', 'leader'],
  ] as const) {
    const other = await as(name, role)
    const refusal = role === 'clerk' ? 'job-not-found' : 'not-permitted'
    await expect(other.cancel({ job: id })).rejects.toThrow(refusal)
    await expect(
      other.watch({ job: id }).then(async states => states[Symbol.asyncIterator]().next()),
    ).rejects.toThrow(refusal)
  }
  const stop = new AbortController()
  const states = (await (await as('clerk-1', 'clerk', stop.signal)).watch({ job: id }))[
    Symbol.asyncIterator
  ]()
  expect((await states.next()).value).toMatchObject({ id, rows: 7, result: null, error: null })
  await (await as('clerk-1', 'clerk')).cancel({ job: id })
  expect((await states.next()).value).toMatchObject({ id, result: null, error: { name: 'internal' } })
  expect((await states.next()).done).toBe(true)
})

it('who has left follows a running load no longer, and it goes on', async () => {
  const { id } = begin('clerk-1')
  const stop = new AbortController()
  const states = (await (await as('clerk-1', 'clerk', stop.signal)).watch({ job: id }))[
    Symbol.asyncIterator
  ]()
  await states.next()
  const waiting = states.next()
  stop.abort()
  // What was known when they left may still be handed over, and nothing after it.
  expect((await waiting).done === true || (await states.next()).done).toBe(true)
  const again = (await (await as('clerk-1', 'clerk')).watch({ job: id }))[Symbol.asyncIterator]()
  expect((await again.next()).value).toMatchObject({ rows: 7, result: null, error: null })
  jobs.stop()
})
