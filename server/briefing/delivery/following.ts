import type { Database } from '../../storage/database.ts'
import type { Channel, DeliverySettings } from './channels.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { integer } from '../../measures/inputs.ts'
import { channelNamed, mailChannel } from './channels.ts'
import { topics } from './topics.ts'

const lastMinute = 24 * 60 - 1
const minuteOfDay = integer(0, lastMinute)

/** What a person is sent, over which channel and when. Times are minutes of the centre's day. */
export const followingSchema = z.strictObject({
  topics: z
    .array(z.enum(topics))
    .min(1)
    .max(topics.length)
    .refine(all => new Set(all).size === all.length),
  channel: z.string().min(1).max(40),
  /** For mail only. */
  address: z.string().trim().max(200),
  /** The time of a daily message; null to send each notice at once. */
  minute: minuteOfDay.nullable(),
  /** The start and end of quiet hours, when nothing is sent; equal values mean no quiet hours. */
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
})
type FollowingWish = z.infer<typeof followingSchema>

/** A person's settings for notices, and the result of the last sending. */
interface Followed extends FollowingWish {
  sentAt: string | null
  failedAt: string | null
  /** The error name of the last attempt; empty where it succeeded. */
  failure: string
}

/** A sign-in name at a centre. */
export interface FollowerAt {
  centreId: number
  person: string
}

/** Whether a minute is in the quiet hours, which may span midnight. */
export function isQuiet(
  minute: number,
  { quietFrom, quietTo }: Pick<FollowingWish, 'quietFrom' | 'quietTo'>,
) {
  if (quietFrom === quietTo) return false
  return quietFrom < quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo
}

/** The settings of a person; null where nothing is sent. */
export async function followingOf({ prisma }: Database, at: FollowerAt): Promise<Followed | null> {
  const row = await prisma.following.findUnique({ where: { centreId_person: at } })
  if (!row) return null
  const { channel, address, minute, quietFrom, quietTo, sentAt, failedAt, failure } = row
  return {
    topics: topics.filter(topic => row.topics.includes(topic)),
    channel,
    address,
    minute,
    quietFrom,
    quietTo,
    sentAt: sentAt?.toISOString() ?? null,
    failedAt: failedAt?.toISOString() ?? null,
    failure,
  }
}

/**
 * The channel of the requested settings. Errors: channel-not-set-up, address-not-allowed,
 * sent-in-quiet-hours.
 */
export function checkedChannel(wish: FollowingWish, settings: DeliverySettings): Channel {
  if (wish.minute !== null && isQuiet(wish.minute, wish)) throw new NamedError('sent-in-quiet-hours')
  return channelNamed(wish, settings)
}

/** Stores the settings of a person. Earlier notices are not sent. Errors: those of `checkedChannel`. */
export async function setFollowing(
  { prisma }: Database,
  at: FollowerAt,
  { wish, settings }: { wish: FollowingWish; settings: DeliverySettings },
): Promise<void> {
  checkedChannel(wish, settings)
  const address = wish.channel === mailChannel ? wish.address : ''
  const last = await prisma.notice.aggregate({ where: { centreId: at.centreId }, _max: { id: true } })
  const data = { ...wish, address, failedAt: null, failure: '' }
  await prisma.following.upsert({
    where: { centreId_person: at },
    create: { ...at, ...data, lastNotice: last._max.id ?? 0 },
    update: data,
  })
}

/** Stops sending notices to a person; the inbox is not affected. */
export async function removeFollowing({ prisma }: Database, at: FollowerAt): Promise<void> {
  await prisma.following.deleteMany({ where: at })
}
