import type { Database } from '../storage/database.ts'
import { createAuthMiddleware } from 'better-auth/api'

/**
 * Makes sign-in by password take equally long for accounts without a password: the library refuses them
 * before hashing, and the difference of a third of a second would reveal which names exist.
 */
export const evenTime = ({ prisma }: Database) =>
  createAuthMiddleware(async ctx => {
    if (ctx.path !== '/sign-in/username') return
    const { username, password } = ctx.body as { username?: unknown; password?: unknown }
    if (typeof username !== 'string' || typeof password !== 'string') return
    const withoutPassword = await prisma.user.count({
      where: {
        username: username.toLowerCase(),
        accounts: { none: { providerId: 'credential', password: { not: null } } },
      },
    })
    if (withoutPassword > 0) await ctx.context.password.hash(password)
  })
