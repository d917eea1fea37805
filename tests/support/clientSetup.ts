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

// The files of a worker share their modules. A chart that is still loading when its file ends would
// reject in the next file that shows one.
afterAll(async () => vi.dynamicImportSettled())
