/**
 * What can go wrong, by name. The words for people live in `errorWords.ts`; a name never changes once
 * released.
 */
export type ErrorName =
  | 'database-unreachable'
  | 'database-refused'
  | 'embedded-unavailable'
  | 'embedded-failed'
  | 'already-running'
  | 'host-not-allowed'
  | 'bad-arguments'
  | 'bad-question'
  | 'calendar-unpublished'
  | 'no-calendar'
  | 'too-many-buckets'
  | 'too-many-cells'
  | 'unknown-measure'
  | 'unknown-dimension'
  | 'dimension-not-of-measure'
  | 'unknown-member'
  | 'unknown-centre'
  | 'reversed-period'
  | 'out-of-scope'
  | 'hidden-dimension'
  | 'no-rows-behind'
  | 'split-needed'
  | 'number-too-large'
  | 'several-currencies'
  | 'cannot-merge'
  | 'file-unreadable'
  | 'file-kind'
  | 'file-protected'
  | 'file-broken'
  | 'file-too-large'
  | 'file-not-recognised'
  | 'upload-not-found'
  | 'load-cancelled'
  | 'job-not-found'
  | 'rows-not-quarantined'
  | 'push-key-reused'
  | 'token-refused'
  | 'too-many-requests'
  | 'calendar-invalid'
  | 'already-there'
  | 'audit-log-cut'
  | 'mapping-invalid'
  | 'column-missing'
  | 'period-locked'
  | 'lock-not-open'
  | 'entry-not-found'
  | 'entry-not-open'
  | 'entry-changed'
  | 'entry-own'
  | 'entry-invalid'
  | 'photo-type'
  | 'photo-too-large'
  | 'photo-too-many-pixels'
  | 'photo-broken'
  | 'photo-not-found'
  | 'batch-not-found'
  | 'batch-already-undone'
  | 'undo-not-exact'
  | 'hours-known'
  | 'not-demo-only'
  | 'body-too-large'
  | 'request-timeout'
  | 'database-too-old'
  | 'database-read-only'
  | 'database-not-writable'
  | 'database-not-ours'
  | 'migration-unfinished'
  | 'not-found'
  | 'citus-missing'
  | 'not-distributable'
  | 'sign-in-needed'
  | 'sign-in-refused'
  | 'sign-in-locked'
  | 'second-factor-refused'
  | 'password-weak'
  | 'invitation-refused'
  | 'account-name-invalid'
  | 'role-unknown'
  | 'scope-needed'
  | 'last-administrator'
  | 'second-administrator-needed'
  | 'not-permitted'
  | 'preview-read-only'
  | 'foreign-origin'
  | 'demo-closed'
  | 'demo-not-on-network'
  | 'address-needed'
  | 'disk-full'
  | 'backup-broken'
  | 'backup-too-new'
  | 'backup-key-needed'
  | 'backup-key-wrong'
  | 'database-not-empty'
  | 'product-running'
  | 'product-unreachable'
  | 'briefing-not-found'
  | 'briefing-altered'
  | 'briefing-changed'
  | 'period-not-begun'
  | 'briefing-frozen'
  | 'briefing-not-frozen'
  | 'briefing-not-withdrawn'
  | 'briefing-not-ready'
  | 'briefing-submitted'
  | 'briefing-not-submitted'
  | 'briefing-instructed'
  | 'template-not-docx'
  | 'template-refused'
  | 'template-not-found'
  | 'picture-refused'
  | 'remark-not-placed'
  | 'remark-not-open'
  | 'due-day-past'
  | 'chat-failed'
  | 'mail-failed'
  | 'internal'

/** Details that the sentence for people may mention, such as the field, the row or the value. */
export type ErrorDetails = Record<string, string | number>

/**
 * Every failure that the product foresees. `name` decides the words, `details` fill them in; `cause` is
 * for the log alone.
 */
export class NamedError extends Error {
  readonly details: ErrorDetails
  override readonly name: ErrorName

  constructor(name: ErrorName, details: ErrorDetails = {}, cause?: unknown) {
    super(`${name} ${JSON.stringify(details)}`, { cause })
    this.name = name
    this.details = details
  }
}

/** True for failures that the product foresees. */
export function isNamedError(error: unknown): error is NamedError {
  return error instanceof NamedError
}
