import type { SignInSettings, SingleSignOn } from './access/settings.ts'
import type { Clock } from './common/clock.ts'
import type { Limits } from './intake/read/limits.ts'
import type { ChatRoom } from './operations/chatRoom.ts'
import type { MailSettings } from './operations/mail.ts'
import type { OperationsSettings } from './operations/settings.ts'
import type { BackupKeys } from './storage/backup/encryption.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isLoopback } from './access/permissions.ts'
import { clockFrom } from './common/clock.ts'
import { NamedError } from './common/errors.ts'
import { defaultLimits } from './intake/read/limits.ts'
import { chatRoomsFrom } from './operations/chatRoom.ts'
import { operationsFrom } from './operations/settings.ts'
import { backupKeysFrom } from './storage/backup/keySettings.ts'

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
  signIn: SignInSettings
  /** Files of a certificate and its key; null where a proxy speaks TLS, or nobody does. */
  tls: { cert: string; key: string } | null
  /** So many proxies in front say truly where requests come from; 0: none does. */
  proxies: number
  /** Requests that one address or session may make in a minute, and tries to sign in. */
  perMinute: { requests: number; signIns: number }
  operations: OperationsSettings
  /** How notices are mailed; null: they stay in the inbox of the product. */
  mail: MailSettings | null
  /** Rooms of chat programs to which notices are sent. */
  chatRooms: readonly ChatRoom[]
  /** How backups are encrypted, and opened again. */
  backupKeys: BackupKeys
}

type Environment = Record<string, string | undefined>

function portFrom(text: string | undefined): number {
  const port = Number(text ?? '4600')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new NamedError('bad-arguments', { argument: 'PORT', value: text ?? '' })
  return port
}

/** A whole number of at least 1. Errors: bad-arguments. */
function positive(text: string | undefined, argument: string, otherwise: number): number {
  const value = Number(text ?? otherwise)
  if (!Number.isInteger(value) || value < 1)
    throw new NamedError('bad-arguments', { argument, value: text ?? '' })
  return value
}

/** `on` is one proxy; a number is as many, one behind the other. Errors: bad-arguments. */
function proxiesFrom(text: string | undefined): number {
  if (!text || text === 'off') return 0
  const proxies = text === 'on' ? 1 : Number(text)
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 9)
    throw new NamedError('bad-arguments', { argument: 'BW_TRUST_PROXY', value: text })
  return proxies
}

function limitsFrom(environment: Environment): Limits {
  const megabyte = 1 << 20
  return {
    ...defaultLimits,
    uploadBytes:
      positive(environment.BW_MOST_UPLOAD_MB, 'BW_MOST_UPLOAD_MB', defaultLimits.uploadBytes / megabyte) *
      megabyte,
    unpackedBytes:
      positive(
        environment.BW_MOST_UNPACKED_MB,
        'BW_MOST_UNPACKED_MB',
        defaultLimits.unpackedBytes / megabyte,
      ) * megabyte,
    rows: positive(environment.BW_MOST_ROWS, 'BW_MOST_ROWS', defaultLimits.rows),
  }
}

/**
 * A secret stands in its variable, or better in a file that the variable with _FILE names. Errors:
 * bad-arguments.
 */
export function secretFrom(environment: Environment, name: string): string | undefined {
  const file = environment[`${name}_FILE`]
  try {
    return file ? readFileSync(file, 'utf8').trim() : environment[name]
  } catch {
    throw new NamedError('bad-arguments', { argument: `${name}_FILE`, value: file ?? '' })
  }
}

function singleSignOnFrom(environment: Environment): SingleSignOn | null {
  const { BW_OIDC_ISSUER: issuer, BW_OIDC_CLIENT_ID: clientId } = environment
  if (!issuer) return null
  const clientSecret = secretFrom(environment, 'BW_OIDC_CLIENT_SECRET')
  if (!URL.canParse(issuer) || !clientId || !clientSecret)
    throw new NamedError('bad-arguments', {
      argument: 'BW_OIDC_ISSUER, BW_OIDC_CLIENT_ID, BW_OIDC_CLIENT_SECRET',
      value: issuer,
    })
  return { issuer, clientId, clientSecret, name: environment.BW_OIDC_NAME || '统一身份认证' }
}

function urlsFrom(text: string | undefined): string[] {
  const urls = (text ?? '')
    .split(',')
    .map(entry => entry.trim())
    .filter(Boolean)
  const wrong = urls.find(url => !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
  if (wrong !== undefined) throw new NamedError('bad-arguments', { argument: 'BW_URL', value: wrong })
  return urls.map(url => new URL(url).origin)
}

function tlsFrom({ BW_TLS_CERT: cert, BW_TLS_KEY: key }: Environment): Config['tls'] {
  if (!cert && !key) return null
  if (!cert || !key)
    throw new NamedError('bad-arguments', { argument: cert ? 'BW_TLS_KEY' : 'BW_TLS_CERT', value: '' })
  return { cert, key }
}

/**
 * On the network the product must know its own name, and nobody comes in without an account. Errors:
 * address-needed, demo-not-on-network.
 */
function signInFrom(environment: Environment, host: string): SignInSettings {
  const publicUrls = urlsFrom(environment.BW_URL)
  const network = !isLoopback(host)
  if (network && publicUrls.length === 0) throw new NamedError('address-needed', { host })
  if (network && environment.BW_DEMO === 'on') throw new NamedError('demo-not-on-network', { host })
  return {
    host,
    publicUrls,
    demo: environment.BW_DEMO !== 'off',
    tls: tlsFrom(environment) !== null,
    singleSignOn: singleSignOnFrom(environment),
  }
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map(text => text.trim())
    .filter(Boolean)

/**
 * A mail server and a sender belong together. People may have notices mailed to the sender's domain, or to
 * those that BW_MAIL_DOMAINS names. Errors: bad-arguments.
 */
function mailFrom(environment: Environment): MailSettings | null {
  const url = secretFrom(environment, 'BW_SMTP_URL')
  if (!url) return null
  const { BW_MAIL_FROM: from = '', BW_MAIL_TO = '', BW_MAIL_DOMAINS = '' } = environment
  const own = /@([^\s>]+)>?$/.exec(from)?.[1]
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url) || own === undefined)
    throw new NamedError('bad-arguments', { argument: 'BW_SMTP_URL, BW_MAIL_FROM', value: from })
  const domains = listed((BW_MAIL_DOMAINS || own).toLowerCase())
  return { url, from, to: listed(BW_MAIL_TO), domains }
}

/** Reads the environment (README, "Settings"); refuses what it cannot understand. */
export function readConfig(environment: Environment): Config {
  const host = environment.HOST || '127.0.0.1'
  return {
    host,
    port: portFrom(environment.PORT),
    databaseUrl: secretFrom(environment, 'DATABASE_URL') || null,
    dataFolder: path.resolve(environment.BW_DATA || 'data'),
    clock: clockFrom(environment.BW_NOW),
    limits: limitsFrom(environment),
    signIn: signInFrom(environment, host),
    tls: tlsFrom(environment),
    proxies: proxiesFrom(environment.BW_TRUST_PROXY),
    perMinute: {
      requests: positive(environment.BW_REQUESTS_PER_MINUTE, 'BW_REQUESTS_PER_MINUTE', 1200),
      signIns: positive(environment.BW_SIGN_INS_PER_MINUTE, 'BW_SIGN_INS_PER_MINUTE', 30),
    },
    operations: operationsFrom(environment),
    mail: mailFrom(environment),
    chatRooms: chatRoomsFrom(secretFrom(environment, 'BW_CHAT_ROOMS')),
    backupKeys: backupKeysFrom(name => secretFrom(environment, name)),
  }
}
