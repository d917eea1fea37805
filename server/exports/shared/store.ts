import type { Database } from '../../storage/database.ts'
import type { SharedWish } from './compose.ts'
import type { SharedContent } from './sharedPage.ts'
import { Buffer } from 'node:buffer'
import { createHash, randomBytes } from 'node:crypto'
import { NamedError, textOfDay, Zone } from '#measures'
import { Prisma } from '../../../prisma/generated/client.ts'
import { composeShared } from './compose.ts'

const dayLength = 86_400_000
/** The most links of one person at one centre that can be valid at once. */
const mostOpen = 20
const mostBytes = 1_000_000
const longestSubject = 200

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The owner of links; `person` is null for all links of the centre. */
interface Whose {
  centreId: number
  person: string | null
}

/** A new link. Its token is returned once and not stored. */
interface MadeLink {
  id: number
  token: string
  subject: string
  expiresAt: Date
  panels: number
  /** The number of panels that were left out because they may identify people. */
  leftOut: number
}

/**
 * Stores the figures of a page and creates a link to them. Only the hash of its token is stored. Errors:
 * share-empty, share-limit, share-too-large, and those of the questions.
 */
export async function sharePage(
  database: Database,
  wish: Omit<SharedWish, 'until'> & { days: number },
): Promise<MadeLink> {
  const { centre, viewer, now, days } = wish
  const expiresAt = new Date(now.getTime() + days * dayLength)
  const { content, leftOut } = await composeShared(database, { ...wish, until: expiresAt })
  if (Buffer.byteLength(JSON.stringify(content)) > mostBytes) throw new NamedError('share-too-large')
  const token = randomBytes(32).toString('base64url')
  const cut = (text: string): string => text.slice(0, longestSubject)
  const [zh, en] = [cut(content.zh.subject), cut(content.en.subject)]
  const stored = { zh, en, content: content as object, createdAt: now, expiresAt }
  const mine = { centreId: centre.id, person: viewer.name }
  const id = await database.prisma.$transaction(async ({ sharedPage }) => {
    const made = await sharedPage.create({ data: { ...mine, ...stored, tokenHash: hashOf(token) } })
    const open = await sharedPage.count({ where: { ...mine, withdrawnAt: null, expiresAt: { gt: now } } })
    if (open > mostOpen) throw new NamedError('share-limit', { most: mostOpen })
    return made.id
  })
  return { id, token, subject: content.zh.subject, expiresAt, panels: content.zh.panels.length, leftOut }
}

/** A visitor of a link: account or address, number of visits, and the last one. */
interface Opener {
  who: string
  times: number
  at: string
}

type StoredOpeners = Record<string, { n: number; at: string }>

/** The links of a centre that are valid or ended recently, newest first. */
export async function listShares({ prisma }: Database, { centreId, person }: Whose, now: Date) {
  const rows = await prisma.sharedPage.findMany({
    where: { centreId, ...(person !== null && { person }) },
    orderBy: { id: 'desc' },
    omit: { content: true, tokenHash: true },
    take: 500,
  })
  return rows.map(row => ({
    id: row.id,
    person: row.person,
    zh: row.zh,
    en: row.en,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnBy: row.withdrawnBy,
    isOpen: row.withdrawnAt === null && row.expiresAt > now,
    openings: row.openings,
    openers: Object.entries(row.openers as StoredOpeners)
      .map(([who, { n, at }]): Opener => ({ who, times: n, at }))
      .toSorted((a, b) => b.times - a.times),
  }))
}

/** Withdraws a link and deletes its content. Returns what was shared. Errors: not-found. */
export async function withdrawShare(
  { prisma }: Database,
  { centreId, person }: Whose,
  { id, by, now }: { id: number; by: string; now: Date },
): Promise<string> {
  const [row] = await prisma.sharedPage.updateManyAndReturn({
    where: { centreId, id, withdrawnAt: null, ...(person !== null && { person }) },
    data: { withdrawnAt: now, withdrawnBy: by, content: Prisma.DbNull },
    select: { zh: true },
  })
  if (!row) throw new NamedError('not-found', { what: `share ${id}` })
  return row.zh
}

/** Identifies a link in the audit log and for counting. */
interface AboutLink {
  id: number
  centreId: number
  centre: string
  subject: string
}

/** The result of opening a link. `day` is the local day on which it ended. */
export type OpenedLink =
  | ({ state: 'open'; content: SharedContent } & AboutLink)
  | ({ state: 'expired' | 'withdrawn'; day: string } & AboutLink)
  | { state: 'unknown' }

const tokenForm = /^[\w-]{43}$/
/**
 * Reads the content of a link. A link ends on its day, when it is withdrawn, and when the account of its
 * owner is closed or deleted.
 */
export async function readShare(database: Database, token: string, now: Date): Promise<OpenedLink> {
  const { prisma } = database
  const row = tokenForm.test(token)
    ? await prisma.sharedPage.findFirst({ where: { tokenHash: hashOf(token) }, include: { centre: true } })
    : null
  if (!row) return { state: 'unknown' }
  const { id, zh: subject, withdrawnAt, expiresAt, content } = row
  const about = { id, subject, centreId: row.centreId, centre: row.centre.code }
  const zone = new Zone(row.centre.timeZone)
  const dayOf = (time: Date): string => textOfDay(zone.localAt(time.getTime()).day)
  if (withdrawnAt) return { ...about, state: 'withdrawn', day: dayOf(withdrawnAt) }
  if (expiresAt <= now || content === null) return { ...about, state: 'expired', day: dayOf(expiresAt) }
  const owner = await prisma.user.findFirst({
    where: { OR: [{ username: row.person }, { username: null, id: row.person }] },
  })
  if (!owner || owner.disabledAt)
    return { ...about, state: 'withdrawn', day: dayOf(owner?.disabledAt ?? now) }
  return { ...about, state: 'open', content: content as unknown as SharedContent }
}
