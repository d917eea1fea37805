import v8 from 'node:v8'
import vm from 'node:vm'

/** So much may pile up between two collections, or a quarter of what is kept: looking through all of that again is what a collection costs. */
const allowance = 24 << 20
const share = 0.25

// The engine would rather let its heap grow to a share of the machine's memory than clean up; rows that are loaded are garbage at once.
v8.setFlagsFromString('--expose-gc')
const collect = vm.runInNewContext('gc') as () => void

/** Keeps the memory of a long load flat, however large the machine: collects what has piled up since the last time. */
export class MemoryKeeper {
  private kept = v8.getHeapStatistics().used_heap_size

  /** To be called now and then; most calls do nothing. */
  keep(): void {
    if (v8.getHeapStatistics().used_heap_size - this.kept < Math.max(allowance, this.kept * share))
      return
    collect()
    this.kept = v8.getHeapStatistics().used_heap_size
  }
}
