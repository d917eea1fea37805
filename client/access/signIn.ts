import type { ReadableError } from '../data/trpc.ts'
import { offline } from '../data/trpc.ts'

/** The result of a sign-in: signed in, or a second factor is required. */
interface SignedIn {
  twoFactorRedirect?: boolean
}

/** Calls a sign-in route. Rejects with a `ReadableError`. */
async function post<T>(route: string, body: object): Promise<T> {
  const answer = await fetch(`/auth${route}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'manual',
  }).catch(() => null)
  const said: unknown = answer === null ? null : await answer.json().catch(() => null)
  if (answer?.ok) return said as T
  const { error } = (said ?? {}) as { error?: ReadableError }

  throw error?.zh === undefined ? offline : error
}

export const signIn = async (username: string, password: string): Promise<SignedIn> =>
  post('/sign-in/username', { username, password })
export const signInAsRole = async (role: string): Promise<SignedIn> => post('/sign-in/demo', { role })
export const signOut = async (): Promise<void> => post('/sign-out', {})
export const changePassword = async (currentPassword: string, newPassword: string): Promise<void> =>
  post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true })

/** Verifies six digits from an authenticator, or a backup code. */
export const verifySecondFactor = async (code: string): Promise<void> =>
  /^\d{6}$/.test(code.trim())
    ? post('/two-factor/verify-totp', { code: code.trim() })
    : post('/two-factor/verify-backup-code', { code: code.trim() })

/** Starts enrolling a second factor. Returns the secret for the authenticator, and backup codes. */
export const beginSecondFactor = async (
  password: string,
): Promise<{ totpURI: string; backupCodes: string[] }> => post('/two-factor/enable', { password })
export const endSecondFactor = async (password: string): Promise<void> =>
  post('/two-factor/disable', { password })

/** Navigates to the identity provider, which redirects the browser back. */
export async function signInElsewhere(): Promise<void> {
  const { url } = await post<{ url: string }>('/sign-in/social', {
    provider: 'oidc',
    callbackURL: '/',
    errorCallbackURL: '/',
    disableRedirect: true,
  })
  window.location.assign(url)
}
