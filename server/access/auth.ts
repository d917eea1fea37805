import type { BetterAuthOptions } from 'better-auth'
import type { Database } from '../storage/database.ts'
import type { SingleSignOn } from './settings.ts'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { genericOAuth, twoFactor, username } from 'better-auth/plugins'
import { placeholderEmail } from './accountNames.ts'
import { demoSignIn } from './demoSignIn.ts'
import { evenTime } from './evenTime.ts'
import { leastPassword, mostPassword } from './password.ts'

/** The settings of the sign-in library. */
interface AuthSettings {
  secret: string
  /** The public address, where it is known; with https, cookies are Secure. */
  publicUrl: string | null
  secure: boolean
  /** Whether sign-in as a demo role is allowed; called at each attempt. */
  demoAllowed: () => Promise<boolean>
  singleSignOn: SingleSignOn | null
}

/**
 * The header with the client's address that the server passes to the library; a value sent by the client is
 * discarded.
 */
export const addressHeader = 'x-brightwindow-address'

/** The lifetime of a session: a working day and the evening. */
const sessionHours = 14
function oidc({ issuer, clientId, clientSecret, name }: SingleSignOn) {
  return genericOAuth({
    config: [
      {
        providerId: 'oidc',
        name,
        clientId,
        clientSecret,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        scopes: ['openid', 'profile'],
        // A person who signs in for the first time gets an account without a role, and thus without rights,
        // until an administrator decides.
        mapProfileToUser: profile => {
          const subject = String(profile.sub)
          return {
            name: String(profile.name ?? profile.preferred_username ?? subject),
            email: placeholderEmail(`oidc-${subject}`),
            emailVerified: false,
          }
        },
      },
    ],
  })
}

/**
 * Names are checked when an account is created. At sign-in any text is accepted, and an unknown name is
 * refused like a wrong password.
 */
const names = username({ minUsernameLength: 1, maxUsernameLength: 120, usernameValidator: () => true })

function sessionsOfTheEnabled({ prisma }: Database): BetterAuthOptions['databaseHooks'] {
  return {
    session: {
      create: {
        before: async ({ userId }) => {
          const user = await prisma.user.findUnique({ where: { id: userId }, select: { disabledAt: true } })
          return user !== null && user.disabledAt === null
        },
      },
    },
  }
}

/** Signing in, sessions and second factors, kept in the product's own database. */
export function createAuth(database: Database, settings: AuthSettings) {
  return betterAuth({
    appName: '亮窗 Bright Window',
    secret: settings.secret,
    basePath: '/auth',
    ...(settings.publicUrl !== null && { baseURL: settings.publicUrl }),
    database: prismaAdapter(database.prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: leastPassword,
      maxPasswordLength: mostPassword,
    },
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    account: { accountLinking: { enabled: false } },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    // Rate limits are applied by the server, equally for every route.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'brightwindow',
      // The server refuses requests from other sites; redirect addresses are checked here, in tests as in
      // production.
      disableCSRFCheck: true,
      disableOriginCheck: false,
      useSecureCookies: settings.secure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    databaseHooks: sessionsOfTheEnabled(database),
    hooks: { after: evenTime(database) },
    plugins: [
      names,
      twoFactor({ issuer: '亮窗' }),
      demoSignIn(database, settings.demoAllowed),
      ...(settings.singleSignOn ? [oidc(settings.singleSignOn)] : []),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>
