const nameForm = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** True for valid names of accounts: small letters, digits, dot, dash and underscore. */
export function isAccountName(name: string): boolean {
  return nameForm.test(name) && !name.startsWith('demo-')
}

/** An undeliverable address (RFC 2606), because the sign-in library requires one. */
export const placeholderEmail = (name: string): string => `${name}@accounts.invalid`
