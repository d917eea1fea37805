import type { VueWrapper } from '@vue/test-utils'
import type { Router } from 'vue-router'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { measures } from '#measures'
import { useFilters } from '../../client/stores/filters.ts'

let router: Router
let filters: ReturnType<typeof useFilters>
let wrapper: VueWrapper

beforeEach(async () => {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: defineComponent(() => () => h('p')) }],
  })
  await router.push('/')
  const component = defineComponent(() => {
    filters = useFilters()
    return () => h('p')
  })
  wrapper = mount(component, { global: { plugins: [createPinia(), router] } })
})
afterEach(() => wrapper.unmount())

const open = async (address: string): Promise<void> => void (await router.push(address))
/** What the address says once a change has been navigated to. */
async function changed(changes: Record<string, string | undefined>): Promise<string> {
  filters.change(changes)
  await new Promise(resolve => setTimeout(resolve))
  return router.currentRoute.value.fullPath
}

describe('filters are the address', () => {
  it('reads period, comparison, centre and members from it, with defaults for what it omits', async () => {
    expect([filters.period, filters.compare, filters.centre, filters.members]).toEqual([
      'yearToDate',
      'lastYear',
      undefined,
      [],
    ])
    await open('/windows?centre=pinghe&period=2013&compare=previous&window=FG&channel=online')
    expect([filters.period, filters.compare, filters.centre]).toEqual(['2013', 'previous', 'pinghe'])
    expect(filters.members).toEqual([
      { dimension: 'window', code: 'FG' },
      { dimension: 'channel', code: 'online' },
    ])
  })

  it('takes the first of a value given twice, and none for an empty one', async () => {
    await open('/?window=A&window=B&unit=')
    expect(filters.members).toEqual([{ dimension: 'window', code: 'A' }])
  })

  it('writes a change into the address of the same page and leaves the rest of it alone', async () => {
    await open('/windows?centre=pinghe&by=item')
    expect(await changed({ window: 'FG' })).toBe('/windows?centre=pinghe&by=item&window=FG')
    expect(await changed({ window: undefined })).toBe('/windows?centre=pinghe&by=item')
  })

  it('does not write what is the default anyway', async () => {
    expect(await changed({ period: '2013' })).toBe('/?period=2013')
    expect(await changed({ period: 'yearToDate', compare: 'lastYear' })).toBe('/')
  })

  it('is undone by Back', async () => {
    await changed({ window: 'A' })
    await changed({ window: 'B' })
    router.back()
    await expect.poll(() => filters.members).toEqual([{ dimension: 'window', code: 'A' }])
  })

  it('limits measures only by dimensions that they have, and names the others', async () => {
    await open('/?window=FG')
    expect(filters.filtersFor([measures.casesCompleted])).toEqual([{ dimension: 'window', in: ['FG'] }])
    expect(filters.filtersFor([measures.savings])).toEqual([])
    expect(filters.ignoredFor([measures.casesCompleted, measures.savings])).toEqual(['window'])
  })
})
