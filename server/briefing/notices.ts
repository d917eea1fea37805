import type { Names } from '#measures'
import type { Database } from '../storage/database.ts'
import { dateOf } from './store.ts'

/** The most notices about one subject per day: people stop reading frequent ones. */
const mostPerDay = 2
const shownDays = 60

/** News for the people of a centre. */
export interface News {
  kind:
    | 'draft'
    | 'submitted'
    | 'returned'
    | 'signed'
    | 'comment'
    | 'instruction'
    | 'target'
    | 'signal'
    | 'late'
    | 'overdue'
    | 'variation'
    | 'reports'
  subject: string
  words: Names
  link: string
  /** True for a lasting fact: it is reported on one day only. */
  once?: boolean
  /** The most notices per day; twice by default. */
  perDay?: number
  /** The account that caused it; that person is not notified. */
  from?: string
}

/** The centre and the time of a notice; days are local. */
interface NoticeAt {
  centreId: number
  day: string
  now: Date
}

/**
 * Adds a notice to the inbox. False where the subject has reached its limit for the day, or the same text was
 * given on that day. For news with `once`, notices of all earlier days count.
 */
export async function notify(
  { prisma }: Database,
  news: News,
  { centreId, day, now }: NoticeAt,
): Promise<boolean> {
  const today = await prisma.notice.findMany({
    where: { centreId, subject: news.subject, ...(!news.once && { day: dateOf(day) }) },
  })
  if (
    today.length >= (news.once ? 1 : (news.perDay ?? mostPerDay)) ||
    today.some(notice => notice.zh === news.words.zh)
  )
    return false
  await prisma.notice.create({
    data: {
      centreId,
      kind: news.kind,
      subject: news.subject,
      day: dateOf(day),
      at: now,
      zh: news.words.zh,
      en: news.words.en,
      link: news.link,
      readBy: news.from ? [news.from] : [],
    },
  })
  return true
}

/** A notice as a viewer sees it. */
interface Notice {
  id: number
  kind: string
  /** What it is about, as `News` names it. */
  subject: string
  at: string
  zh: string
  en: string
  link: string
  read: boolean
}

/** The notices of the last weeks, newest first. */
export async function noticesOf(
  { prisma }: Database,
  { centreId, name, now }: { centreId: number; name: string; now: Date },
): Promise<Notice[]> {
  const notices = await prisma.notice.findMany({
    where: { centreId, at: { gt: new Date(now.getTime() - shownDays * 86_400_000) } },
    orderBy: { id: 'desc' },
    take: 100,
  })
  return notices.map(({ id, kind, subject, at, zh, en, link, readBy }) => ({
    id,
    kind,
    subject,
    at: at.toISOString(),
    zh,
    en,
    link,
    read: readBy.includes(name),
  }))
}

/** Marks every notice of a centre as read by a person. */
export async function readNotices(
  { prisma }: Database,
  { centreId, name }: { centreId: number; name: string },
): Promise<void> {
  await prisma.notice.updateMany({
    where: { centreId, NOT: { readBy: { has: name } } },
    data: { readBy: { push: name } },
  })
}
