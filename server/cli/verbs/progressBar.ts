import process from 'node:process'

const width = 30

/** 1:05 */
function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, '0')}`
}

/** One line of progress: bar, rows, rate, time left. */
function progressLine({ rows, share, seconds }: { rows: number; share: number; seconds: number }): string {
  const filled = Math.round(Math.min(1, share) * width)
  const rate = Math.round(rows / Math.max(seconds, 0.001))
  const left = share > 0.01 && seconds > 1 ? `, ${clock((seconds / share) * (1 - share))} left` : ''
  return (
    `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ` +
    `${rows.toLocaleString('en-US')} rows, ${rate.toLocaleString('en-US')}/s${left}`
  )
}

/** Draws progress on a terminal, at most ten times a second; draws nothing into a file or pipe. */
export function progressBar(): { show: (rows: number, share: number) => void; clear: () => void } {
  const started = performance.now()
  let drawn = 0
  return {
    show: (rows, share) => {
      const now = performance.now()
      if (!process.stderr.isTTY || now - drawn < 100) return
      drawn = now
      process.stderr.write(`\r\u001B[K${progressLine({ rows, share, seconds: (now - started) / 1000 })}`)
    },
    clear: () => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001B[K')
    },
  }
}
