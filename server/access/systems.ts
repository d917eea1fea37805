import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { Permission, Viewer } from './permissions.ts'
import { createHash, randomBytes } from 'node:crypto'
import { NamedError } from '../common/errors.ts'
import { nobody } from './permissions.ts'

/** What a token allows: pushing rows, reading figures and records, or reading the server's metrics. */
export const systemPowers = ['push', 'ask', 'metrics'] as const
export type SystemPower = (typeof systemPowers)[number]

const permissionsOf: Record<SystemPower, readonly Permission[]> = {
  push: [],
  ask: ['figures.read', 'rows.read', 'catalogue.read'],
  metrics: ['metrics.read'],
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const nameForm = /^[a-z][a-z0-9-]{1,39}$/
const mostDays = 1100

/** An external system with a token (the token itself is not included). */
interface System {
  name: string
  may: string[]
  targets: string[]
  createdBy: string
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
}

/** The rights of a new system, and their duration. */
interface SystemInput {
  name: string
  may: readonly SystemPower[]
  targets: readonly string[]
  days: number | null
  createdBy: string
  now: Date
}

function checkInput({ name, may, targets, days }: SystemInput): void {
  const wrong = (argument: string, value: string): NamedError =>
    new NamedError('bad-arguments', { argument, value })
  if (!nameForm.test(name)) throw wrong('NAME', name)
  const unknown = may.find(power => !(systemPowers as readonly string[]).includes(power))
  if (may.length === 0 || unknown !== undefined) throw wrong('may', unknown ?? '')
  if (may.includes('push') !== targets.length > 0) throw wrong('target', targets.join(','))
  if (days !== null && (!Number.isInteger(days) || days < 1 || days > mostDays))
    throw wrong('days', String(days))
}

/**
 * Creates a token for one centre. It is returned once, and only its hash is stored. Errors: bad-arguments,
 * already-there.
 */
export async function addSystem({ prisma }: Database, centre: Centre, input: SystemInput): Promise<string> {
  checkInput(input)
  const { name, may, targets, days, createdBy, now } = input
  if (await prisma.pushSource.findUnique({ where: { centreId_name: { centreId: centre.id, name } } }))
    throw new NamedError('already-there', { what: name })
  const token = `bwp_${randomBytes(32).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000)
  await prisma.pushSource.create({
    data: {
      centreId: centre.id,
      name,
      may: [...may],
      targets: [...targets],
      tokenHash: hashOf(token),
      createdBy,
      createdAt: now,
      expiresAt,
    },
  })
  return token
}

/** The systems of a centre, including those with expired or revoked rights. */
export async function listSystems({ prisma }: Database, centre: Centre): Promise<System[]> {
  const rows = await prisma.pushSource.findMany({ where: { centreId: centre.id }, orderBy: { name: 'asc' } })
  return rows.map(({ name, may, targets, createdBy, createdAt, expiresAt, revokedAt }) => ({
    name,
    may,
    targets,
    createdBy,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
  }))
}

/** Revokes a system's rights. Errors: not-found. */
export async function revokeSystem(
  { prisma }: Database,
  centre: Centre,
  at: { name: string; now: Date },
): Promise<void> {
  const done = await prisma.pushSource.updateMany({
    where: { centreId: centre.id, name: at.name, revokedAt: null },
    data: { revokedAt: at.now },
  })
  if (done.count === 0) throw new NamedError('not-found', { what: at.name })
}

/** The system with a token; null for an unknown, expired or revoked one. */
export async function systemWith({ prisma }: Database, token: string, now: Date) {
  const source = await prisma.pushSource.findFirst({ where: { tokenHash: hashOf(token) } })
  return source && !source.revokedAt && (!source.expiresAt || source.expiresAt > now) ? source : null
}

/** The token of an Authorization header, or an empty text. */
export const bearerOf = (authorization: string | undefined): string =>
  /^Bearer (\S{1,200})$/.exec(authorization ?? '')?.[1] ?? ''

/** The viewer of a system: limited to one centre, without personal data. */
export async function systemViewer(database: Database, authorization: string, now: Date): Promise<Viewer> {
  const system = await systemWith(database, bearerOf(authorization), now)
  const centre = system && (await database.prisma.centre.findUnique({ where: { id: system.centreId } }))
  if (!system || !centre) return nobody
  const powers = systemPowers.filter(power => system.may.includes(power))
  return {
    ...nobody,
    name: `system:${system.name}`,
    shownName: system.name,
    may: ['anyone', ...powers.flatMap(power => permissionsOf[power])],
    scope: { rows: { centres: [centre.code], units: 'all', windows: 'all' }, reveal: [], benchmark: true },
  }
}
