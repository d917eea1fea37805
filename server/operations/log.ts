import type { Writable } from 'node:stream'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import pino from 'pino'
import { createStream } from 'rotating-file-stream'

/** The name of the log file in the data folder; rotated files add a date. */
const logFileName = 'product.log'

const mostBytesPerFile = '10M'
const mostFiles = 5
/** For how many milliseconds lines are dropped after a failed write, before the file is opened again. */
const retryAfter = 5000

/**
 * A log file that cannot end the process. A write that fails (full disk, missing permission) closes the
 * file; later lines open it again. `failure` holds the last error until a line has been written.
 */
export class LogFile {
  failure: Error | null = null
  private stream: Writable | null = null
  private closedUntil = 0
  private readonly open: () => Writable
  private readonly now: () => number

  constructor(open: () => Writable, now: () => number = Date.now) {
    this.open = open
    this.now = now
  }

  /** Queues a line, or drops it while the file cannot be written. Never throws. */
  write(line: string): void {
    if (this.stream === null && this.now() < this.closedUntil) return
    try {
      this.stream ??= this.opened()
      const { stream } = this
      stream.write(line, error => {
        if (error) this.fail(stream, error)
        else this.failure = null
      })
    } catch (error) {
      this.fail(this.stream, error as Error)
    }
  }

  /** Writes what is queued and closes the file. */
  async close(): Promise<void> {
    const { stream } = this
    this.stream = null
    if (stream === null) return
    await new Promise<void>(resolve => {
      stream.once('error', () => resolve())
      stream.end(() => resolve())
    })
  }

  private opened(): Writable {
    const stream = this.open()
    stream.on('error', error => this.fail(stream, error))
    return stream
  }

  private fail(stream: Writable | null, error: Error): void {
    this.failure = error
    if (this.stream === stream) this.stream = null
    this.closedUntil = this.now() + retryAfter
    stream?.destroy()
  }
}

/** The product's log in the data folder: rotated by size, readable by its owner alone. */
export function openLogFile(dataFolder: string): LogFile {
  return new LogFile(() => {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    return createStream(logFileName, {
      path: dataFolder,
      size: mostBytesPerFile,
      maxFiles: mostFiles,
      mode: 0o600,
    })
  })
}

/** A logger that writes to `file`; `BW_LOG` sets its level. Secrets in known places are left out. */
export function createLogger(file: LogFile): pino.Logger {
  return pino(
    {
      level: process.env.BW_LOG ?? 'info',
      redact: ['*.authorization', '*.cookie', '*.password', '*.token', '*.headers'],
    },
    file,
  )
}

/** Where the log of a data folder is. */
export const logPath = (dataFolder: string): string => path.join(dataFolder, logFileName)
