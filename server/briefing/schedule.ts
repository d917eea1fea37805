import type { Logger } from 'pino'
import type { Centre } from '../centres/centre.ts'
import type { ChatRoom } from '../operations/chatRoom.ts'
import type { MailSettings } from '../operations/mail.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Database } from '../storage/database.ts'
import type { News } from './notices.ts'
import type { Stored } from './store.ts'
import { addMonths, figureOf, measureNamed, monthStart, textOfDay } from '#measures'
import { recordAudit } from '../access/audit.ts'
import { leaderScope } from '../measures/scope.ts'
import { timeName } from '../measures/timeName.ts'
import { sendToRoom } from '../operations/chatRoom.ts'
import { sendMail } from '../operations/mail.ts'
import { ask } from '../query/ask.ts'
import { newsOf } from './alerts.ts'
import { mailLines, roomLine } from './delivery/lines.ts'
import { beginDraft } from './drafts.ts'
import { notify } from './notices.ts'
import { followSignals } from './signalTasks.ts'
import { dateOf } from './store.ts'
import { settledTexts } from './write/written.ts'

/** The author of drafts that the product creates. */
const ownName = '亮窗（自动）'

/** The calendar month before that of an instant, in the centre's zone. */
function lastMonthOf(centre: Centre, now: Date): { month: string; from: string; to: string } {
  const start = addMonths(monthStart(centre.hall.zone.localAt(now.getTime()).day), -1)
  return {
    month: textOfDay(start).slice(0, 7),
    from: textOfDay(start),
    to: textOfDay(addMonths(start, 1) - 1),
  }
}

/**
 * Creates the draft of last month's issue, where nobody has begun one and cases were received in the month;
 * else null.
 */
async function prepareMonth(centre: Centre, context: QueryContext): Promise<Stored | null> {
  const { month, from, to } = lastMonthOf(centre, context.now)
  const begun = await context.database.prisma.briefing.count({
    where: { centreId: centre.id, series: 'month', periodFrom: dateOf(from), periodTo: dateOf(to) },
  })
  if (begun > 0) return null
  const answer = await ask({ measures: ['casesReceived'], centres: [centre.code], period: month }, context)
  const { value } = figureOf(measureNamed('casesReceived'), answer.current.overall)
  return value
    ? beginDraft(
        { centre, context, by: ownName },
        { template: 'month', period: month, comparison: 'lastYear', language: 'zh' },
      )
    : null
}

/** The sentences of a draft with their figures, as plain text. */
function sentencesOf({ document, readings }: Pick<Stored, 'document' | 'readings'>): string[] {
  return document.blocks.flatMap(block => {
    const text = block.kind === 'paragraph' ? settledTexts(block.inlines, readings).join('') : ''
    return text === '' ? [] : [text]
  })
}

interface Told {
  news: News
  body: string[]
}

async function newsFor(centre: Centre, context: QueryContext, logger: Telling['logger']): Promise<Told[]> {
  const draft = await prepareMonth(centre, context)
  const day = textOfDay(centre.hall.zone.localAt(context.now.getTime()).day)
  const morning = { centre, day, now: context.now }
  const heard = await newsOf(centre, context, error =>
    logger.error({ err: error, centre: centre.code }, 'failed to find out some news'),
  )
  const news = await followSignals(context.database, morning, heard)
  const told = news.map((item): Told => ({ news: item, body: [] }))
  if (!draft) return told
  const ready: News = {
    kind: 'draft',
    subject: `draft ${draft.id}`,
    link: `/briefings/${draft.id}`,
    words: {
      zh: `${timeName(draft.from.slice(0, 7), 'zh')}月报草稿已生成，请修改后送审`,
      en:
        `The draft of the monthly report for ${timeName(draft.from.slice(0, 7), 'en')} ` +
        'is ready to be edited',
    },
  }
  return [{ news: ready, body: sentencesOf(draft) }, ...told]
}

/** The dependencies of sending. */
interface Telling {
  now: Date
  logger: Pick<Logger, 'error'>
  mail: Omit<MailSettings, 'domains'> | null
  rooms?: readonly ChatRoom[]
  /** The base address of links in mails. */
  address: string | null
}

/** Sends one mail per centre and day, with the figures in its body. */
function mailText(centre: Centre, told: readonly Told[], address: string | null): string {
  const lines = told.flatMap(({ news, body }) => mailLines({ ...news, address }, body))
  return [`${centre.name} ${centre.nameEn}`, '', ...lines].join('\n')
}

/** Adds the centre to a link, so that people with several centres reach the right one. */
function linkIn(centre: Centre, link: string): string {
  const [page = '', place] = link.split('#')
  const to = `${page}${page.includes('?') ? '&' : '?'}centre=${encodeURIComponent(centre.code)}`
  return place === undefined ? to : `${to}#${place}`
}

/**
 * Sends one message per centre and day to each chat room, with a link in each line. Returns the forms of the
 * rooms that accepted it.
 */
async function tellRooms(
  rooms: readonly ChatRoom[],
  said: {
    centre: Centre
    day: string
    told: readonly Told[]
    address: string | null
    logger: Telling['logger']
  },
): Promise<string[]> {
  const { centre, day, told, address, logger } = said
  const lines = told.map(({ news }) => roomLine({ ...news, address }))
  const sent: string[] = []
  for (const room of rooms) {
    try {
      await sendToRoom(room, { title: `亮窗 ${centre.name} ${day}`, lines })
      sent.push(room.form)
    } catch (error) {
      // The notices are in the inbox anyway; a room that fails does not stop the others.
      logger.error({ err: error, centre: centre.code, room: room.form }, 'failed to send to a room')
    }
  }
  return sent
}

async function tellCentre(
  database: Database,
  centre: Centre,
  { now, mail, address, rooms = [], logger }: Telling,
): Promise<void> {
  const context = { database, scope: leaderScope, now }
  const day = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  const told: Told[] = []
  for (const { news, body } of await newsFor(centre, context, logger)) {
    const item = { news: { ...news, link: linkIn(centre, news.link) }, body }
    if (await notify(database, item.news, { centreId: centre.id, day, now })) told.push(item)
  }
  if (told.length === 0) return
  if (mail && mail.to.length > 0)
    await sendMail(mail, {
      subject: `亮窗 ${centre.name} ${day}：${told.length}`,
      text: mailText(centre, told, address),
    })
  const sent = await tellRooms(rooms, { centre, day, told, address, logger })
  await recordAudit(database, {
    at: now,
    actor: 'server',
    action: 'news-sent',
    outcome: 'done',
    centre: centre.code,
    subject: day,
    details: { notices: told.length, mailed: mail ? mail.to : [], rooms: sent },
  })
}

/**
 * The morning run of some centres: creates last month's draft, finds news, and puts them into the inbox,
 * mails and chat rooms where these are configured. A centre that fails does not stop the others.
 */
export async function tellPeople(
  database: Database,
  centres: readonly Centre[],
  telling: Telling,
): Promise<void> {
  for (const centre of centres) {
    try {
      await tellCentre(database, centre, telling)
    } catch (error) {
      telling.logger.error({ err: error, centre: centre.code }, 'failed to send notices')
    }
  }
}
