import type { EChartsOption } from 'echarts'
import { LineChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import VChart from 'vue-echarts'

// What is not registered here is not shipped with the first chart; `echartsMarks.ts` brings what only some charts need.
use([LineChart, GridComponent, TooltipComponent, SVGRenderer])

export { VChart }
export type ChartOption = EChartsOption
