import type { Database } from '../storage/database.ts'
import type { Rights } from './administrators.ts'
import type { Viewer } from './permissions.ts'
import { z } from 'zod'
import { NamedError } from '../common/errors.ts'
import { isAnotherAdministrator, isWholeAdministrator, isWider } from './administrators.ts'
import { rowsOf, rowsSchema } from './viewer.ts'

// An administrator sees no figures but could create an account that does, and nobody would notice that no
// person belongs to it. Therefore a second administrator, where there is one, must approve wider rights. The
// same applies to ways around this rule: a new link for an account in use, with which one could sign in as
// its owner, and closing or limiting the second administrator.

const proposalSchema = z.strictObject({
  /** What is proposed: new rights, a new link, or closing the account. */
  does: z.enum(['rights', 'link', 'close']).default('rights'),
  roles: z.array(z.string()),
  rows: rowsSchema,
  /** The id of the account that proposed it; `byName` is its name. */
  by: z.string(),
  byName: z.string(),
})

/** A change that waits for another administrator. */
type Proposal = z.infer<typeof proposalSchema>

/** The pending proposal of an account; null where there is none, or where the stored value is invalid. */
export function proposalOf(stored: unknown): Proposal | null {
  const parsed = proposalSchema.safeParse(stored)
  return parsed.success ? parsed.data : null
}

/** An account that has, or may get, a proposal. */
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

/** True where another administrator of everything would lose that right. */
function endsAnother(viewer: Viewer, { id, before, after }: RightsChange): boolean {
  return id !== viewer.id && isWholeAdministrator(before) && !isWholeAdministrator(after)
}

/**
 * The proposal that must be approved before a change of rights takes effect; null where it takes effect at
 * once: rights that do not grow, a single administrator, the command line, and changes of another
 * administrator's account. Removing another administrator of everything needs approval too. Errors:
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
 * The proposal that must be approved before an account is closed or gets a new link; null where that happens
 * at once: one's own account, the command line, a link where there is no other administrator or the account
 * was never used, and closing an account that is no administrator of everything.
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
 * True for an administrator other than the one who proposed it. The account's owner may not approve wider
 * rights for themselves; fewer rights or a link they may.
 */
export function mayAgree(viewer: Viewer, account: AtAccount, proposal: Proposal): boolean {
  if (viewer.id === null) return true
  const gains = proposal.does === 'rights' && isWider(rightsOf(account), proposal)
  return viewer.id !== proposal.by && !(gains && viewer.id === account.id)
}

/**
 * The pending proposal of an account, for somebody who may approve it. Errors: not-found, and
 * second-administrator-needed for the proposer and for the owner of an account that would get wider rights.
 */
export function agreedBy(viewer: Viewer, account: AtAccount & { proposed: unknown }): Proposal {
  const proposal = proposalOf(account.proposed)
  if (!proposal) throw new NamedError('not-found', { what: account.id })
  if (!mayAgree(viewer, account, proposal)) throw new NamedError('second-administrator-needed')
  return proposal
}
