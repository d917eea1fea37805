import type { Logger } from 'pino'
import type { Viewer } from '../../access/permissions.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Channel, DeliverySettings } from './channels.ts'
import { isNamedError, textOfDay } from '#measures'
import { recordAudit } from '../../access/audit.ts'
import { viewerOf } from '../../access/viewer.ts'
import { sendToRoom } from '../../operations/chatRoom.ts'
import { sendMail } from '../../operations/mail.ts'
import { dateOf } from '../store.ts'
import { channelNamed } from './channels.ts'
import { isQuiet } from './following.ts'
import { mailLines, roomLine } from './lines.ts'
import { kindsOf } from './topics.ts'

/** The most notices about one subject that a person is sent in a day. */
const mostPerSubject = 2
const mostInOne = 50
/** Milliseconds before a failed channel is tried again. */
const againAfter = 15 * 60_000

type Followings = Awaited<ReturnType<Database['prisma']['following']['findMany']>>
type Following = Followings[number]
type Notice = Awaited<ReturnType<Database['prisma']['notice']['findMany']>>[number]

/** The time, the centre and the channels of a run. */
interface Delivering {
  database: Database
  centre: Centre
  now: Date
  settings: DeliverySettings
  logger: Pick<Logger, 'error'>
}

/**
 * Whether a person's notices may be sent at a minute of the local day: outside quiet hours, not soon after a
 * failure, and at the chosen time.
 */
export function isTime(
  following: Pick<Following, 'minute' | 'quietFrom' | 'quietTo' | 'sentOn' | 'failedAt'>,
  at: { minute: number; day: string; now: Date },
): boolean {
  const { minute, sentOn, failedAt } = following
  if (isQuiet(at.minute, following)) return false
  if (failedAt && at.now.getTime() - failedAt.getTime() < againAfter) return false
  if (minute === null) return true
  return at.minute >= minute && sentOn?.toISOString().slice(0, 10) !== at.day
}

/** The person as a viewer; null where the account is closed or may not read notices of the centre. */
async function readerOf({ prisma }: Database, centre: Centre, person: string): Promise<Viewer | null> {
  const user = await prisma.user.findUnique({ where: { username: person } })
  if (!user || user.disabledAt) return null
  const viewer = viewerOf(user, { address: '' })
  const { centres } = viewer.scope.rows
  const seesCentre = centres === 'all' || centres.includes(centre.code)
  return viewer.may.includes('briefings.read') && seesCentre ? viewer : null
}

/**
 * The unsent notices of a person, at most `mostPerSubject` per subject and day, without those read in the
 * inbox or caused by the person. `last` is the last notice examined, sent or not.
 */
async function waitingFor(
  { database: { prisma }, centre }: Delivering,
  { topics, lastNotice, person }: Following,
): Promise<{ notices: Notice[]; last: number }> {
  const ofCentre = { centreId: centre.id }
  const unread = await prisma.notice.findMany({
    where: { ...ofCentre, id: { gt: lastNotice } },
    orderBy: { id: 'asc' },
    take: mostInOne,
  })
  const wanted = unread.filter(
    notice => kindsOf(topics).includes(notice.kind) && !notice.readBy.includes(person),
  )
  const sent = await prisma.notice.findMany({
    where: {
      ...ofCentre,
      id: { lte: lastNotice },
      OR: wanted.map(({ subject, day }) => ({ subject, day })),
    },
    select: { subject: true, day: true },
  })
  const keyOf = ({ subject, day }: Pick<Notice, 'subject' | 'day'>): string => `${day.getTime()} ${subject}`
  const told = new Map<string, number>()
  const isFew = (notice: Pick<Notice, 'subject' | 'day'>): boolean => {
    const count = (told.get(keyOf(notice)) ?? 0) + 1
    told.set(keyOf(notice), count)
    return count <= mostPerSubject
  }
  for (const notice of sent) isFew(notice)
  const notices = wanted.filter(isFew)
  return { notices, last: unread.at(-1)?.id ?? lastNotice }
}

/** A message with some notices, each with a link to its page. */
async function send(
  channel: Channel,
  notices: readonly Pick<Notice, 'zh' | 'en' | 'link'>[],
  { centre, now, settings: { address } }: Delivering,
): Promise<void> {
  const day = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  const title = `亮窗 ${centre.name} ${day}`
  if ('room' in channel) {
    const lines = notices.map(({ zh, en, link }) => roomLine({ words: { zh, en }, link, address }))
    await sendToRoom(channel.room, { title, lines })
    return
  }
  const lines = notices.flatMap(({ zh, en, link }) => mailLines({ words: { zh, en }, link, address }))
  await sendMail(channel.mail, {
    subject: `${title}：${notices.length}`,
    text: [`${centre.name} ${centre.nameEn}`, '', ...lines].join('\n'),
  })
}

/** Sends a test message over a channel. Errors: those of the channel. */
export async function sendSample(channel: Channel, delivering: Delivering): Promise<void> {
  await send(
    channel,
    [
      {
        zh: '这是一条试发的提醒，收到即表示设置可用。',
        en: 'This is a sample: notices can reach you here.',
        link: `/account?centre=${encodeURIComponent(delivering.centre.code)}`,
      },
    ],
    delivering,
  )
}

async function deliverTo(following: Following, delivering: Delivering): Promise<void> {
  const { database, centre, now, settings } = delivering
  const { person, channel } = following
  const day = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  const { notices, last } = await waitingFor(delivering, following)
  const reader = notices.length > 0 && (await readerOf(database, centre, person))
  if (reader) {
    await send(channelNamed(following, settings), notices, delivering)
    await recordAudit(database, {
      at: now,
      actor: 'server',
      action: 'news-sent',
      outcome: 'done',
      centre: centre.code,
      subject: person,
      details: { notices: notices.length, channel },
    })
  }
  // Without new notices nothing is written for a person who gets them immediately: this runs every minute.
  if (following.minute === null && last === following.lastNotice) return
  await database.prisma.following.update({
    where: { centreId_person: { centreId: centre.id, person } },
    data: {
      lastNotice: last,
      sentOn: dateOf(day),
      failedAt: null,
      failure: '',
      ...(reader && { sentAt: now }),
    },
  })
}

/** Records a channel's failure for the person and in the log; it is tried again later. */
async function noteFailure(error: unknown, following: Following, delivering: Delivering): Promise<void> {
  const { database, centre, now, logger } = delivering
  const { person, channel } = following
  logger.error({ err: error, centre: centre.code, person, channel }, 'failed to send notices to a person')
  await database.prisma.following.updateMany({
    where: { centreId: centre.id, person },
    data: { failedAt: now, failure: isNamedError(error) ? error.name : 'internal' },
  })
}

/**
 * Sends each person of a centre the notices that they follow, where it is time. A failing channel does not
 * delay others. It is tried again after a quarter of an hour, with the notices that have come until then.
 */
export async function deliverDue(delivering: Delivering): Promise<void> {
  const { database, centre, now } = delivering
  const local = centre.hall.zone.localAt(now.getTime())
  const at = { minute: local.minute, day: textOfDay(local.day), now }
  const followings = await database.prisma.following.findMany({ where: { centreId: centre.id } })
  for (const following of followings) {
    if (!isTime(following, at)) continue
    try {
      await deliverTo(following, delivering)
    } catch (error) {
      await noteFailure(error, following, delivering)
    }
  }
}
