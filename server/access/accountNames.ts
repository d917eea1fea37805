const nameForm = /^[a-z0-9][a-z0-9._-]{1,39}$/

/** True for the names that an account may have: small letters, digits, dot, dash and underscore. */
export function isAccountName(name: string): boolean {
  return nameForm.test(name) && !name.startsWith('demo-')
}

/** The sign-in library wants an address; this one can reach nobody (RFC 2606). */
export const placeholderEmail = (name: string): string => `${name}@accounts.invalid`
