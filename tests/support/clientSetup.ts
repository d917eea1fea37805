import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterAll, vi } from 'vitest'

// Client tests have no server: calls without a stub fail as if the client were offline.
vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no server in client tests')))

// happy-dom computes no layout, and a chart without a size logs a warning, depending on when the library has
// loaded. So the chart is replaced here; the browser tests draw the charts.
vi.mock('../../client/charts/EChart.vue', async () => {
  const { defineComponent, h } = await import('vue')
  return {
    __esModule: true,
    default: defineComponent({
      props: { option: { type: Object, required: true }, label: { type: String, required: true } },
      emits: ['pick'],
      setup: props => () => h('div', { 'class': 'chart', 'role': 'img', 'aria-label': props.label }),
    }),
  }
})

// The files of a worker share their modules. A component that is still mounted at the end of its file would
// render again, into a removed document, when the next file changes the language or a store. Hooks run last
// in, first out: modules that are still loading finish before components are unmounted.
disableAutoUnmount()
enableAutoUnmount(afterAll)
afterAll(async () => vi.dynamicImportSettled())
