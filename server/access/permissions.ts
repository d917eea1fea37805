import type { Scope } from '../measures/scope.ts'
import { leaderScope } from '../measures/scope.ts'

/** What a procedure lets its caller do. A procedure that names none is refused to everyone. */
export const permissions = ['figures.read', 'rows.read', 'catalogue.read', 'imports.read', 'imports.write'] as const
export type Permission = typeof permissions[number]

/** Who is asking: what they may do and which rows they see. */
export interface Viewer {
  name: string
  may: readonly Permission[]
  scope: Scope
}

/**
 * The person at this machine. While there are no accounts the product listens on loopback alone, so whoever reaches it sits
 * here; they see every figure and row but no names of individuals.
 */
export const localViewer: Viewer = { name: 'local', may: permissions, scope: leaderScope }

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host)
}
