import { TooltipComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { ofTooltip } from './echarts.ts'

// A sixth of the library, needed only when somebody points at a chart. Charts that were drawn before lack the
// one step that it adds to their drawing: it is handed to the step that stands in for it.
use(registers => {
  const { registerProcessor } = registers
  registers.registerProcessor = (...added: unknown[]) => {
    const step = added.at(-1) as { overallReset?: typeof ofTooltip.run }
    ofTooltip.run = step.overallReset
    Reflect.apply(registerProcessor, registers, added)
  }
  use([TooltipComponent])
  registers.registerProcessor = registerProcessor
})

/** True once this file has been loaded. */
export const registered = true
