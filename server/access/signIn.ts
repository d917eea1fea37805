import type { Database } from '../storage/database.ts'
import type { SignInSettings } from './settings.ts'
import { randomBytes } from 'node:crypto'
import { hasAdministrator } from './demoAccounts.ts'
import { isLoopback } from './permissions.ts'

export type SignInRules = ReturnType<typeof signInRules>

/** The rules about accepted host names, request origins and the demo. */
export function signInRules(database: Database, settings: SignInSettings) {
  const urls = settings.publicUrls.map(url => new URL(url))
  const hosts = new Set(urls.map(url => url.hostname))
  const origins = new Set(urls.map(url => url.origin))
  const onNetwork = !isLoopback(settings.host) || urls.length > 0
  return {
    publicUrl: settings.publicUrls[0] ?? null,
    secure: settings.tls || urls[0]?.protocol === 'https:',
    singleSignOn: settings.singleSignOn,
    /** Whether a host name is accepted. Others are refused, which prevents DNS rebinding. */
    answersTo: (host: string): boolean => hosts.has(host) || isLoopback(host),
    /**
     * Whether an Origin header is accepted: none, one of a public address, or on this machine that of the
     * requested host.
     */
    acceptsOrigin: (origin: string | undefined, host: string): boolean => {
      if (origin === undefined) return true
      if (origins.has(origin)) return true
      const url = URL.canParse(origin) ? new URL(origin) : null
      return url !== null && url.host === host && isLoopback(url.hostname)
    },
    /** Whether the demo is open: until there is an administrator, and only for this machine. */
    demoOpen: async (): Promise<boolean> =>
      settings.demo && !onNetwork && !(await hasAdministrator(database)),
  }
}

/**
 * The secret that signs cookies. It is stored in the database, so that several servers of one database share
 * it.
 */
export async function signingSecret({ prisma }: Database): Promise<string> {
  const key = 'signing-secret'
  const made = randomBytes(48).toString('base64url')
  await prisma.setting.createMany({ data: [{ key, value: made }], skipDuplicates: true })
  return (await prisma.setting.findUnique({ where: { key } }))?.value ?? made
}
