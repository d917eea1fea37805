import type { Loaded } from '../../client/data/useServerQuery.ts'
import { TRPCClientError } from '@trpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { dropUnusedQueries, queryClient } from '../../client/data/queryClient.ts'
import { useServerQuery } from '../../client/data/useServerQuery.ts'

/** A server whose replies arrive when the test says so. */
function controlledServer() {
  const requests: {
    input: string
    reply: (value: string) => void
    fail: (error: Error) => void
    signal: AbortSignal
  }[] = []
  const read = async (input: string, signal: AbortSignal): Promise<string> =>
    new Promise((reply, fail) => requests.push({ input, reply, fail, signal }))
  return { requests, read }
}

function serverError(name: string): Error {
  return new TRPCClientError(name, {
    result: { error: { data: { error: { name, details: {}, zh: name, en: name } } } },
  })
}

const scopes: { stop: () => void }[] = []
/** Runs a composable as a component would; the returned function is its unmounting. */
function mounted<T>(use: () => T): { result: T; unmount: () => void } {
  const scope = effectScope()
  scopes.push(scope)
  return { result: scope.run(use) as T, unmount: () => scope.stop() }
}

/** Lets promises and watchers run, without letting time pass. */
const settle = async (): Promise<void> => {
  await vi.advanceTimersByTimeAsync(0)
  await nextTick()
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  scopes.splice(0).forEach(scope => scope.stop())
  queryClient.clear()
  vi.useRealTimers()
})

describe('a value read from the server', () => {
  it('is null and loading, then the reply', async () => {
    const { requests, read } = controlledServer()
    const { result } = mounted(() => useServerQuery('test', () => 'a', read))
    expect([result.value.value, result.loading.value]).toEqual([null, true])
    requests[0]!.reply('A')
    await settle()
    expect([result.value.value, result.loading.value, result.stale.value]).toEqual(['A', false, false])
  })

  it('waits while its input is null', async () => {
    const { requests, read } = controlledServer()
    const input = ref<string | null>(null)
    mounted(() => useServerQuery('test', () => input.value, read))
    await settle()
    expect(requests).toEqual([])
    input.value = 'a'
    await settle()
    expect(requests.map(request => request.input)).toEqual(['a'])
  })

  it('is never replaced by the reply to an earlier input, which is aborted', async () => {
    const { requests, read } = controlledServer()
    const input = ref('old')
    const { result } = mounted(() => useServerQuery('test', () => input.value, read))
    input.value = 'new'
    await settle()
    expect(requests.map(request => request.signal.aborted)).toEqual([true, false])
    requests[1]!.reply('NEW')
    await settle()
    requests[0]!.reply('OLD')
    await settle()
    expect(result.value.value).toBe('NEW')
  })

  it('keeps the last value while another input loads, stale, and says so only after a moment', async () => {
    const { requests, read } = controlledServer()
    const input = ref('a')
    const { result } = mounted(() => useServerQuery('test', () => input.value, read))
    requests[0]!.reply('A')
    await settle()
    input.value = 'b'
    await settle()
    expect([result.value.value, result.stale.value, result.loading.value]).toEqual(['A', true, false])
    await vi.advanceTimersByTimeAsync(121)
    expect(result.loading.value).toBe(true)
    requests[1]!.reply('B')
    await settle()
    expect([result.value.value, result.stale.value, result.loading.value]).toEqual(['B', false, false])
  })

  it('keeps the last value after a failure, with the error beside it', async () => {
    const { requests, read } = controlledServer()
    const input = ref('a')
    const { result } = mounted(() => useServerQuery('test', () => input.value, read))
    requests[0]!.reply('A')
    await settle()
    input.value = 'b'
    await settle()
    requests[1]!.fail(serverError('period-invalid'))
    await settle()
    expect([result.value.value, result.stale.value, result.error.value?.name]).toEqual([
      'A',
      true,
      'period-invalid',
    ])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(requests).toHaveLength(2)
  })
})

describe('a failure that may pass', () => {
  it('is shown at once and retried after 2, 4, 8, 15 and again 15 seconds until a reply comes', async () => {
    const { requests, read } = controlledServer()
    const { result } = mounted(() => useServerQuery('test', () => 'a', read))
    for (const [attempt, seconds] of [2, 4, 8, 15, 15].entries()) {
      requests[attempt]!.fail(new Error('network'))
      await settle()
      expect([result.error.value?.name, result.loading.value]).toEqual(['offline', false])
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1)
      expect(requests).toHaveLength(attempt + 1)
      await vi.advanceTimersByTimeAsync(1)
      expect(requests).toHaveLength(attempt + 2)
    }
    requests[5]!.reply('A')
    await settle()
    expect([result.value.value, result.error.value]).toEqual(['A', null])
  })

  it('is retried at once when somebody asks', async () => {
    const { requests, read } = controlledServer()
    const { result } = mounted(() => useServerQuery('test', () => 'a', read))
    requests[0]!.fail(serverError('database-unreachable'))
    await settle()
    result.retry()
    await settle()
    expect(requests).toHaveLength(2)
    requests[1]!.reply('A')
    await settle()
    expect([result.value.value, result.error.value]).toEqual(['A', null])
  })
})

describe('the cache', () => {
  const read = (): { calls: string[]; answer: (input: string) => Promise<string> } => {
    const calls: string[] = []
    const answer = async (input: string): Promise<string> => {
      calls.push(input)
      return `${input}${calls.length}`
    }
    return { calls, answer }
  }

  it('shares one request among readers of the same input', async () => {
    const { calls, answer } = read()
    const readers = [1, 2, 3].map(() => mounted(() => useServerQuery('test', () => 'a', answer)).result)
    await settle()
    expect(calls).toEqual(['a'])
    expect(readers.map((reader: Loaded<string>) => reader.value.value)).toEqual(['a1', 'a1', 'a1'])
  })

  it('shows the last reply at once on the next page, and reads it anew', async () => {
    const { calls, answer } = read()
    const first = mounted(() => useServerQuery('test', () => 'a', answer))
    await settle()
    first.unmount()
    const { result } = mounted(() => useServerQuery('test', () => 'a', answer))
    expect(result.value.value).toBe('a1')
    await settle()
    expect([result.value.value, calls.length]).toEqual(['a2', 2])
  })

  it('forgets what no page shows once something was changed', async () => {
    const { answer } = read()
    const first = mounted(() => useServerQuery('test', () => 'a', answer))
    await settle()
    first.unmount()
    dropUnusedQueries()
    const { result } = mounted(() => useServerQuery('test', () => 'a', answer))
    expect(result.value.value).toBeNull()
  })
})
