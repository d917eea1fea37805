import type { EChartsOption } from 'echarts'
import { LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import VChart from 'vue-echarts'

// What is not registered here is not shipped with the first chart: `echartsMarks.ts` and
// `echartsTooltip.ts` bring the rest when it is wanted.
use([LineChart, GridSimpleComponent, SVGRenderer])

export { getInstanceByDom, init, VChart }
export type ChartOption = EChartsOption
