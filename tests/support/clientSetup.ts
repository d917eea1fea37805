import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterAll, vi } from 'vitest'

// Client tests have no server: a component that asks for something it was not given is offline, as it
// would be for a person.
vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no server in client tests')))

// A simulated document lays nothing out, and a chart without a size warns of it: whether a test sees that
// would depend on when the chart library has arrived. The browser tests draw the charts.
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

// The files of a worker share their modules. A component that stays mounted when its file ends would draw
// again, into a document that is gone, as soon as the next file changes the language or a store. The order
// is last in, first out: modules that are still loading settle before the components go.
disableAutoUnmount()
enableAutoUnmount(afterAll)
afterAll(async () => vi.dynamicImportSettled())
