import { CustomChart, ScatterChart } from 'echarts/charts'
import { MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import { use } from 'echarts/core'

// Rankings draw whiskers, dots and a line for the whole hall; the usual range is an area.
use([ScatterChart, CustomChart, MarkLineComponent, MarkAreaComponent])

export { default } from './EChart.vue'
