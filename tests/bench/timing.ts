/** A time in milliseconds. */
export interface Timing {
  median: number
  p95: number
}

/** The middle and the 95th percentile of some times. */
export function summary(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): number =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2))
  return { median: at(0.5), p95: at(0.95) }
}

/** Times some work again and again. The first run warms and is not counted. */
export async function timed(runs: number, work: (run: number) => Promise<unknown>): Promise<Timing> {
  const times: number[] = []
  await work(-1)
  for (let run = 0; run < runs; run++) {
    const started = performance.now()
    await work(run)
    times.push(performance.now() - started)
  }
  return summary(times)
}
