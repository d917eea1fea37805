import type { Clock } from './clock.ts'
import path from 'node:path'
import { clockFrom } from './clock.ts'
import { NamedError } from './measures/errors.ts'

/** Where the product listens, where its data lies and what time it believes it is. */
export interface Config {
  host: string
  port: number
  /** Null: the product keeps a PostgreSQL server of its own in the data folder. */
  databaseUrl: string | null
  dataFolder: string
  clock: Clock
}

type Environment = Record<string, string | undefined>

function portFrom(text: string | undefined): number {
  const port = Number(text ?? '4600')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new NamedError('bad-arguments', { argument: 'PORT', value: text ?? '' })
  return port
}

/** Reads PORT, HOST, DATABASE_URL, BW_DATA and BW_NOW; refuses what it cannot understand. */
export function readConfig(environment: Environment): Config {
  return {
    host: environment.HOST || '127.0.0.1',
    port: portFrom(environment.PORT),
    databaseUrl: environment.DATABASE_URL || null,
    dataFolder: path.resolve(environment.BW_DATA || 'data'),
    clock: clockFrom(environment.BW_NOW),
  }
}
