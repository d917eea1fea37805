import { CustomChart, ScatterChart } from 'echarts/charts'
import { MarkLineComponent } from 'echarts/components'
import { use } from 'echarts/core'

// Rankings draw whiskers, dots and a line for the whole hall.
use([ScatterChart, CustomChart, MarkLineComponent])

export { default } from './EChart.vue'
