import type { Names } from '#measures'
import type { Database } from '../storage/database.ts'
import { dateOf } from './store.ts'

/** At most so many notices a day are sent about one subject: who is told too often stops reading. */
const mostPerDay = 2
const shownDays = 60

/** Something that people ought to hear of. */
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
  /** True for what stays true: it is told on one day alone. */
  once?: boolean
  /** How often it is told on one day, where that is not twice. */
  perDay?: number
  /** Whoever did what is told: to them it is no news. */
  from?: string
}

/** When and where a notice is given: the local day counts. */
interface NoticeAt {
  centreId: number
  day: string
  now: Date
}

/**
 * Puts a notice into the inbox. False where the subject has had its two of the day, or this very text
 * was said on it already.
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
    today.some(one => one.zh === news.words.zh)
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

/** A notice as somebody sees it. */
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
  const found = await prisma.notice.findMany({
    where: { centreId, at: { gt: new Date(now.getTime() - shownDays * 86_400_000) } },
    orderBy: { id: 'desc' },
    take: 100,
  })
  return found.map(({ id, kind, subject, at, zh, en, link, readBy }) => ({
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

/** Marks every notice of a centre as read by somebody. */
export async function readNotices(
  { prisma }: Database,
  { centreId, name }: { centreId: number; name: string },
): Promise<void> {
  await prisma.notice.updateMany({
    where: { centreId, NOT: { readBy: { has: name } } },
    data: { readBy: { push: name } },
  })
}
