import type { Database } from '../storage/database.ts'
import type { Rights } from './administrators.ts'
import type { Viewer } from './permissions.ts'
import { z } from 'zod'
import { NamedError } from '../common/errors.ts'
import { isAnotherAdministrator, isWholeAdministrator, isWider } from './administrators.ts'
import { rowsSchema } from './viewer.ts'

// An administrator sees no figure, and could make an account that does: nobody but they would know that
// it has no person. So rights that grow wait for a second administrator, where there is one.

const proposalSchema = z.strictObject({
  roles: z.array(z.string()),
  rows: rowsSchema,
  /** The account of who gave them, and its name. */
  by: z.string(),
  byName: z.string(),
})

/** Rights that wait for another administrator. */
type Proposal = z.infer<typeof proposalSchema>

/** What waits at an account; null for nothing, also where the record cannot be read. */
export function proposalOf(stored: unknown): Proposal | null {
  const parsed = proposalSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/**
 * What has to wait before a change counts; null where it counts at once: rights that do not grow, where
 * nobody else administers, at the command line of the machine, and those of another administrator, who is
 * the second one. Errors: second-administrator-needed for one's own rights.
 */
export async function proposalFor(
  database: Database,
  viewer: Viewer,
  change: { id: string | null; before: Rights; after: Rights },
): Promise<Proposal | null> {
  const { id, before, after } = change
  if (viewer.id === null || !isWider(before, after)) return null
  if (!(await isAnotherAdministrator(database, viewer.id))) return null
  if (id === viewer.id) throw new NamedError('second-administrator-needed')
  if (isWholeAdministrator(before)) return null
  return { roles: [...after.roles], rows: after.rows, by: viewer.id, byName: viewer.name }
}

/** True for an administrator who neither gave these rights nor would get them. */
export const mayAgree = ({ id }: Viewer, account: string, { by }: Proposal): boolean =>
  id === null || (id !== by && id !== account)

/**
 * What waits at an account, for somebody who may agree to it. Errors: not-found, and
 * second-administrator-needed for who gave these rights and for who would get them.
 */
export function agreedBy(viewer: Viewer, account: { id: string; proposed: unknown }): Proposal {
  const proposal = proposalOf(account.proposed)
  if (!proposal) throw new NamedError('not-found', { what: account.id })
  if (!mayAgree(viewer, account.id, proposal)) throw new NamedError('second-administrator-needed')
  return proposal
}
