import type { Clock } from './clock.ts'
import type { Limits } from './intake/read/limits.ts'
import path from 'node:path'
import { clockFrom } from './clock.ts'
import { defaultLimits } from './intake/read/limits.ts'
import { NamedError } from './measures/errors.ts'

/** Where the product listens, where its data lies and what time it believes it is. */
export interface Config {
  host: string
  port: number
  /** Null: the product keeps a PostgreSQL server of its own in the data folder. */
  databaseUrl: string | null
  dataFolder: string
  clock: Clock
  /** How large files may be. */
  limits: Limits
}

type Environment = Record<string, string | undefined>

function portFrom(text: string | undefined): number {
  const port = Number(text ?? '4600')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new NamedError('bad-arguments', { argument: 'PORT', value: text ?? '' })
  return port
}

function positive(text: string | undefined, argument: string, otherwise: number): number {
  const value = Number(text ?? otherwise)
  if (!Number.isInteger(value) || value < 1)
    throw new NamedError('bad-arguments', { argument, value: text ?? '' })
  return value
}

function limitsFrom(environment: Environment): Limits {
  const megabyte = 1 << 20
  return {
    ...defaultLimits,
    uploadBytes: positive(environment.BW_MOST_UPLOAD_MB, 'BW_MOST_UPLOAD_MB', defaultLimits.uploadBytes / megabyte) * megabyte,
    unpackedBytes: positive(environment.BW_MOST_UNPACKED_MB, 'BW_MOST_UNPACKED_MB', defaultLimits.unpackedBytes / megabyte) * megabyte,
    rows: positive(environment.BW_MOST_ROWS, 'BW_MOST_ROWS', defaultLimits.rows),
  }
}

/** Reads PORT, HOST, DATABASE_URL, BW_DATA, BW_NOW and the limits of files; refuses what it cannot understand. */
export function readConfig(environment: Environment): Config {
  return {
    host: environment.HOST || '127.0.0.1',
    port: portFrom(environment.PORT),
    databaseUrl: environment.DATABASE_URL || null,
    dataFolder: path.resolve(environment.BW_DATA || 'data'),
    clock: clockFrom(environment.BW_NOW),
    limits: limitsFrom(environment),
  }
}
