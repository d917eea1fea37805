import type { Answer } from '#measures'
import { mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'

vi.mock('../../client/stores/centre.ts', () => ({ useCentre: () => ({ code: 'pinghe' }) }))

it("limits records by the page's filters, unless single records are asked for", async () => {
  // Other files of the worker may have loaded the drawer with the real store.
  vi.resetModules()
  const { useRowsDrawer } = await import('../../client/ui/useRowsDrawer.ts')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: defineComponent(() => () => h('p')) }],
  })
  await router.push('/?window=FG&unit=U1')
  const shown = { current: { from: '2026-01-01', to: '2026-06-30' } } as Answer
  let rows!: ReturnType<typeof useRowsDrawer>
  const page = defineComponent(() => {
    rows = useRowsDrawer(() => shown)
    return () => h('p')
  })
  const wrapper = mount(page, { global: { plugins: [createPinia(), router] } })
  rows.open('jointCases', [{ dimension: 'window', in: ['RS'] }])
  expect(rows.question.value).toEqual({
    centres: ['pinghe'],
    period: '2026-01-01..2026-06-30',
    filters: [
      { dimension: 'unit', in: ['U1'] },
      { dimension: 'window', in: ['RS'] },
    ],
  })
  const group = [{ dimension: 'jointGroup', in: ['J1'] }]
  rows.open('jointCases', group, '2026-02-01..2026-03-01')
  expect(rows.question.value).toMatchObject({ period: '2026-02-01..2026-03-01', filters: group })
  wrapper.unmount()
})
