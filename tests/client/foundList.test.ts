import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory } from 'vue-router'
import { createPageRouter } from '../../client/routes.ts'
import FoundList from '../../client/ui/FoundList.vue'
import { i18n, loadPageWords } from '../../client/words/index.ts'

const { lookUp } = vi.hoisted(() => ({ lookUp: vi.fn<() => Promise<unknown>>() }))
vi.mock('../../client/data/trpc.ts', () => ({ trpc: { questions: { lookUp: { query: lookUp } } } }))
vi.mock('../../client/stores/me.ts', () => ({ useMe: () => ({ may: () => true }) }))
vi.mock('../../client/stores/centre.ts', () => ({ useCentre: () => ({ code: 'pinghe' }) }))

const trade = {
  kind: 'trade' as const,
  code: 'PHGZ202611272',
  names: { zh: 'PHGZ202611272 机耕路', en: 'PHGZ202611272 road' },
  day: null,
}

async function listOf(typed: string, hits: unknown) {
  const pinia = createPinia()
  lookUp.mockResolvedValue(hits)
  await loadPageWords()
  const plugins = [pinia, i18n, createPageRouter(createMemoryHistory())]
  const list = mount(FoundList, { props: { typed, asks: true }, global: { plugins } })
  await flushPromises()
  const exposed: unknown = list.vm
  return { list, take: (exposed as { take: () => void }).take }
}

beforeEach(() => lookUp.mockReset())

describe('what Enter takes', () => {
  it('is the thing that was found by its code', async () => {
    const { list, take } = await listOf('phgz202611272', [trade])
    expect(list.get('[data-top]').text()).toContain(trade.code)
    take()
    await vi.waitFor(() =>
      expect(list.emitted('open')).toMatchObject([[{ name: 'trade', params: { code: trade.code } }]]),
    )
    expect(list.emitted('ask')).toBeUndefined()
  })

  it('is the question where nothing but a figure has that name', async () => {
    const { list, take } = await listOf('办结量', [])
    expect(list.get('[data-top]').text()).toContain('按问题作答：办结量')
    take()
    await vi.waitFor(() => expect(list.emitted('ask')).toEqual([['办结量']]))
  })

  it('is the question before a briefing whose title has the name of the figure', async () => {
    const names = { zh: '节约资金简报', en: 'Savings' }
    const { list } = await listOf('节约', [{ kind: 'briefing', code: '4', names, day: null }])
    expect(list.get('[data-top]').text()).toContain('按问题作答：节约')
    const groups = list.findAll('[data-found]').map(one => one.attributes('data-found'))
    expect(groups).toEqual(['question', 'measures', 'briefings'])
  })
})
