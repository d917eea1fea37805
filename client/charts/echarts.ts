import type { EChartsOption } from 'echarts'
import { LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import VChart from 'vue-echarts'

// What is not registered here is not shipped with the first chart: `echartsMarks.ts` and
// `echartsTooltip.ts` bring the rest when it is wanted.
use([LineChart, GridSimpleComponent, SVGRenderer])

type Registers = Parameters<Extract<Parameters<typeof use>[0], (...args: never) => unknown>>[0]
export type Processor = Parameters<Registers['registerProcessor']>[1]

/**
 * A chart keeps the steps that it knows when it is drawn. What the tooltip must look up of the axes is one of
 * them and comes later: this step stands in for it from the beginning.
 */
export const ofTooltip: { run: Extract<Processor, { overallReset?: unknown }>['overallReset'] } = {
  run: undefined,
}
use(registers =>
  registers.registerProcessor(registers.PRIORITY.PROCESSOR.STATISTIC, {
    overallReset: (model, api, payload) => {
      if (model.getComponent('axisPointer')) ofTooltip.run?.(model, api, payload)
    },
  }),
)

export { getInstanceByDom, init, VChart }
export type ChartOption = EChartsOption
