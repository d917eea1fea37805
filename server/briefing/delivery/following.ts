import type { Database } from '../../storage/database.ts'
import type { Channel, DeliverySettings } from './channels.ts'
import { z } from 'zod'
import { NamedError } from '#measures'
import { integer } from '../../measures/inputs.ts'
import { channelNamed, mailChannel } from './channels.ts'
import { topics } from './topics.ts'

const lastMinute = 24 * 60 - 1
const minuteOfDay = integer(0, lastMinute)

/** What a person is sent, over which channel and when; all times are minutes of the centre's day. */
export const followingSchema = z.strictObject({
  topics: z
    .array(z.enum(topics))
    .min(1)
    .max(topics.length)
    .refine(all => new Set(all).size === all.length),
  channel: z.string().min(1).max(40),
  /** Of mail alone. */
  address: z.string().trim().max(200),
  /** When the day's notices are sent together; null: each as it comes. */
  minute: minuteOfDay.nullable(),
  /** Nothing is sent from the first to the second; the same minute twice: there are no quiet hours. */
  quietFrom: minuteOfDay,
  quietTo: minuteOfDay,
})
type FollowingWish = z.infer<typeof followingSchema>

/** What a person follows, and how the last sending went. */
interface Followed extends FollowingWish {
  sentAt: string | null
  failedAt: string | null
  /** The name of the error of the last attempt; empty where it went well. */
  failure: string
}

/** Whose: the name under which a person signs in, at one centre. */
export interface FollowerAt {
  centreId: number
  person: string
}

/** True in the quiet hours, which may pass midnight. */
export function isQuiet(
  minute: number,
  { quietFrom, quietTo }: Pick<FollowingWish, 'quietFrom' | 'quietTo'>,
) {
  if (quietFrom === quietTo) return false
  return quietFrom < quietTo
    ? minute >= quietFrom && minute < quietTo
    : minute >= quietFrom || minute < quietTo
}

/** What a person follows; null where nothing is sent. */
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
 * The channel of a wish that can be carried out. Errors: channel-not-set-up, address-not-allowed,
 * sent-in-quiet-hours.
 */
export function checkedChannel(wish: FollowingWish, settings: DeliverySettings): Channel {
  if (wish.minute !== null && isQuiet(wish.minute, wish)) throw new NamedError('sent-in-quiet-hours')
  return channelNamed(wish, settings)
}

/**
 * Keeps what a person follows. Earlier notices are not sent afterwards. Errors: those of `checkedChannel`.
 */
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

/** From now on a person is sent nothing; the inbox stays. */
export async function removeFollowing({ prisma }: Database, at: FollowerAt): Promise<void> {
  await prisma.following.deleteMany({ where: at })
}
