import type { BetterAuthPlugin } from 'better-auth'
import type { Database } from '../storage/database.ts'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { demoAccount } from './demoAccounts.ts'
import { roleNames } from './roles.ts'

const body = z.object({ role: z.enum(roleNames as [string, ...string[]]) })

/**
 * Signs in as a demo role without a password, where that is allowed: only from this machine and before real
 * accounts exist.
 */
export function demoSignIn(database: Database, allowed: () => Promise<boolean>): BetterAuthPlugin {
  return {
    id: 'demo-sign-in',
    endpoints: {
      signInDemo: createAuthEndpoint('/sign-in/demo', { method: 'POST', body }, async ctx => {
        if (!(await allowed()))
          throw new APIError('FORBIDDEN', { code: 'DEMO_CLOSED', message: 'demo sign-in is closed' })
        const id = await demoAccount(database, ctx.body.role)
        const user = await ctx.context.internalAdapter.findUserById(id)
        const session = user && (await ctx.context.internalAdapter.createSession(id))
        if (!user || !session)
          throw new APIError('FORBIDDEN', { code: 'DEMO_CLOSED', message: 'demo sign-in is closed' })
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ user: id })
      }),
    },
  }
}
