import type { Database } from '../storage/database.ts'
import type { Rights } from './administrators.ts'
import type { Viewer } from './permissions.ts'
import { z } from 'zod'
import { NamedError } from '../common/errors.ts'
import { isAnotherAdministrator, isWholeAdministrator, isWider } from './administrators.ts'
import { rowsOf, rowsSchema } from './viewer.ts'

// An administrator sees no figure, and could make an account that does: nobody but they would know that
// it has no person. So rights that grow wait for a second administrator, where there is one. So does what
// would let one go round that: a new link for an account that is in use, with which one could sign in as
// its person, and closing or limiting the second administrator.

const proposalSchema = z.strictObject({
  /** What is to happen: these rights, a new link, or that the account is closed. */
  does: z.enum(['rights', 'link', 'close']).default('rights'),
  roles: z.array(z.string()),
  rows: rowsSchema,
  /** The account of who gave them, and its name. */
  by: z.string(),
  byName: z.string(),
})

/** What waits for another administrator. */
type Proposal = z.infer<typeof proposalSchema>

/** What waits at an account; null for nothing, also where the record cannot be read. */
export function proposalOf(stored: unknown): Proposal | null {
  const parsed = proposalSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** An account at which something waits, or may. */
interface AtAccount {
  id: string
  roles: readonly string[]
  scope: unknown
}

const rightsOf = ({ roles, scope }: AtAccount): Rights => ({ roles, rows: rowsOf(scope) })

interface RightsChange {
  id: string | null
  before: Rights
  after: Rights
}

/** True where somebody else's power to administer the whole would end. */
function endsAnother(viewer: Viewer, { id, before, after }: RightsChange): boolean {
  return id !== viewer.id && isWholeAdministrator(before) && !isWholeAdministrator(after)
}

/**
 * What has to wait before a change counts; null where it counts at once: rights that do not grow, where
 * nobody else administers, at the command line of the machine, and those of another administrator, who is
 * the second one. That another administrator of the whole no longer is one waits too. Errors:
 * second-administrator-needed for one's own rights.
 */
export async function proposalFor(
  database: Database,
  viewer: Viewer,
  change: RightsChange,
): Promise<Proposal | null> {
  const { id, before, after } = change
  if (viewer.id === null) return null
  const proposal: Proposal = {
    does: 'rights',
    roles: [...after.roles],
    rows: after.rows,
    by: viewer.id,
    byName: viewer.name,
  }
  if (endsAnother(viewer, change)) return proposal
  if (!isWider(before, after) || !(await isAnotherAdministrator(database, viewer.id))) return null
  if (id === viewer.id) throw new NamedError('second-administrator-needed')
  return isWholeAdministrator(before) ? null : proposal
}

/**
 * What has to wait before an account is closed or gets a new link; null where that happens at once: one's
 * own account, at the command line of the machine, a link where there is no other administrator or nobody
 * has signed in by that account yet, and closing anybody but an administrator of the whole.
 */
export async function proposalTo(
  does: 'link' | 'close',
  account: AtAccount & { isUsed: boolean },
  { database, viewer }: { database: Database; viewer: Viewer },
): Promise<Proposal | null> {
  if (viewer.id === null || viewer.id === account.id) return null
  const rights = rightsOf(account)
  const waits =
    does === 'close'
      ? isWholeAdministrator(rights)
      : account.isUsed && (await isAnotherAdministrator(database, viewer.id))
  if (!waits) return null
  return { does, roles: [...rights.roles], rows: rights.rows, by: viewer.id, byName: viewer.name }
}

/**
 * True for an administrator who did not ask for it. Who would get more rights may not agree to them; who
 * would lose some, or get a link, may.
 */
export function mayAgree(viewer: Viewer, account: AtAccount, proposal: Proposal): boolean {
  if (viewer.id === null) return true
  const gains = proposal.does === 'rights' && isWider(rightsOf(account), proposal)
  return viewer.id !== proposal.by && !(gains && viewer.id === account.id)
}

/**
 * What waits at an account, for somebody who may agree to it. Errors: not-found, and
 * second-administrator-needed for who asked for it and for who would get more rights.
 */
export function agreedBy(viewer: Viewer, account: AtAccount & { proposed: unknown }): Proposal {
  const proposal = proposalOf(account.proposed)
  if (!proposal) throw new NamedError('not-found', { what: account.id })
  if (!mayAgree(viewer, account, proposal)) throw new NamedError('second-administrator-needed')
  return proposal
}
