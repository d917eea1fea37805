import { TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'

// A sixth of the library, for those who point at a chart.
use([TooltipComponent])

/** True once this file has been loaded. */
export const registered = true
