/** Measures the total duration of each stage of some work; one stage runs at a time. */
export class Stopwatch {
  readonly seconds: Record<string, number> = {}
  private stage: string | null = null
  private since = 0

  /** Ends the running stage and begins another. */
  start(stage: string): void {
    this.stop()
    this.stage = stage
    this.since = performance.now()
  }

  /** Adds a duration that was measured elsewhere. */
  note(stage: string, seconds: number): void {
    this.seconds[stage] = (this.seconds[stage] ?? 0) + seconds
  }

  stop(): void {
    if (this.stage !== null)
      this.seconds[this.stage] = (this.seconds[this.stage] ?? 0) + (performance.now() - this.since) / 1000
    this.stage = null
  }
}
