import { CustomChart, ScatterChart } from 'echarts/charts'
import { MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import { use } from 'echarts/core'

// The components for rankings (whiskers, dots, a line for the hall) and for the usual range (an area).
use([ScatterChart, CustomChart, MarkLineComponent, MarkAreaComponent])

export { default } from './EChart.vue'
