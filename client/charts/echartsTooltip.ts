import { TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'

// A sixth of the library's code, needed only when somebody points at a chart.
use([TooltipComponent])

/** True once this module has been loaded. */
export const registered = true
