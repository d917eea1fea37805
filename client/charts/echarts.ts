import type { EChartsOption } from 'echarts'
import { LineChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { getInstanceByDom, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import VChart from 'vue-echarts'

// Only the components registered here are loaded with the first chart; `echartsMarks.ts` and
// `echartsTooltip.ts` add others on demand.
use([LineChart, GridSimpleComponent, SVGRenderer])

export { getInstanceByDom, init, VChart }
export type ChartOption = EChartsOption
