import type { Language } from '#measures'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { News } from './notices.ts'
import { dateWords, dayFromText, NamedError, textOfDay } from '#measures'
import { recordAudit } from '../access/audit.ts'
import { dateOf } from './store.ts'

/** The kinds of news that become tasks. */
const followed: readonly News['kind'][] = ['target', 'signal', 'late', 'overdue', 'variation']
/** The working days within which a signal is to be handled. */
const dueWithin = 5
/** Days after which a signal without an owner is reported again: twice, and then no more. */
const remindedAfter = [7, 21]
/** The number of mornings without a signal after which its task ends. */
const quietMornings = 3

/** The columns that a write returns. On a cluster a write cannot return the state, because it is an enum. */
const noted = { id: true, subject: true } as const

type Task = Prisma.SignalTaskGetPayload<object>

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const daysBetween = (from: Date, day: string): number =>
  (dayFromText(day) ?? 0) - (dayFromText(iso(from)) ?? 0)

/** The morning run of a centre, with its local day. */
interface Morning {
  centre: Centre
  day: string
  now: Date
}

async function note(
  database: Database,
  { centre, now }: Morning,
  { action, task }: { action: string; task: Pick<Task, 'id' | 'subject'> },
): Promise<void> {
  await recordAudit(database, {
    at: now,
    actor: 'server',
    action,
    outcome: 'done',
    centre: centre.code,
    subject: task.subject,
    details: { task: task.id },
  })
}

/**
 * The due day of a signal found on a day: after `dueWithin` working days, or after 7 days where the calendar
 * does not cover them.
 */
function dueOf({ hall }: Centre, day: string): string {
  const at = dayFromText(day) ?? 0
  return textOfDay(hall.calendar?.nthAfter(at, dueWithin) ?? at + 7)
}

async function openTask(database: Database, morning: Morning, news: News): Promise<void> {
  const { centre, day } = morning
  const task = await database.prisma.signalTask.create({
    data: {
      centreId: centre.id,
      kind: news.kind,
      subject: news.subject,
      zh: news.words.zh,
      en: news.words.en,
      link: news.link,
      openedOn: dateOf(day),
      seenOn: dateOf(day),
      toldOn: dateOf(day),
      dueOn: dateOf(dueOf(centre, day)),
    },
    select: noted,
  })
  await note(database, morning, { action: 'signal-opened', task })
}

/**
 * Whether to send a reminder of a task: at most two, 7 and 21 days after it was opened. A task with an owner
 * also has to be past its due day. None for dismissed and ended tasks.
 */
function needsReminder(task: Task, day: string): boolean {
  const after = remindedAfter[task.reminders]
  if (after === undefined || task.state === 'dismissed' || task.state === 'stable') return false
  const waited = daysBetween(task.openedOn, day) >= after
  return task.state === 'open' ? waited : waited && iso(task.dueOn) < day
}

function reminderOf(task: Task, news: News): News {
  const owner = task.ownerName ?? ''
  const [zh, en] =
    owner === '' ? ['尚未指定负责人', 'nobody is responsible'] : [`${owner}负责`, `${owner} is responsible`]
  const due = (language: Language): string =>
    dateWords(iso(task.dueOn), language, iso(task.openedOn).slice(0, 4))
  return {
    ...news,
    once: false,
    words: {
      zh: `第${task.reminders + 1}次提醒（${zh}，应于${due('zh')}前处理）：${news.words.zh}`,
      en: `Reminder ${task.reminders + 1} (${en}, due ${due('en')}): ${news.words.en}`,
    },
  }
}

async function followOne(database: Database, morning: Morning, news: News): Promise<News | null> {
  const { centre, day } = morning
  const { prisma } = database
  const task = await prisma.signalTask.findFirst({
    where: { centreId: centre.id, subject: news.subject, state: { not: 'stable' } },
    orderBy: { id: 'desc' },
  })
  if (!task) {
    await openTask(database, morning, news)
    return news
  }
  const isReminder = needsReminder(task, day)
  await prisma.signalTask.update({
    where: { centreId_id: { centreId: centre.id, id: task.id } },
    data: {
      seenOn: dateOf(day),
      zh: news.words.zh,
      en: news.words.en,
      ...(isReminder && { reminders: task.reminders + 1, toldOn: dateOf(day) }),
    },
    select: noted,
  })
  if (!isReminder) return null
  await note(database, morning, { action: 'signal-reminded', task })
  return reminderOf(task, news)
}

/** Ends the tasks whose signals have not been found for `quietMornings` mornings. */
async function endQuiet(database: Database, morning: Morning): Promise<void> {
  const { centre, day } = morning
  const before = dateOf(textOfDay((dayFromText(day) ?? 0) - quietMornings))
  const quiet = await database.prisma.signalTask.findMany({
    where: { centreId: centre.id, state: { not: 'stable' }, seenOn: { lte: before } },
  })
  for (const task of quiet) {
    await database.prisma.signalTask.update({
      where: { centreId_id: { centreId: centre.id, id: task.id } },
      data: { state: 'stable', stableOn: dateOf(day) },
      select: noted,
    })
    await note(database, morning, { action: 'signal-stable', task })
  }
}

/**
 * Creates or updates tasks for the news of a morning, and returns the news to report: new signals and due
 * reminders. News that are no tasks are returned unchanged.
 */
export async function followSignals(
  database: Database,
  morning: Morning,
  found: readonly News[],
): Promise<News[]> {
  const told: News[] = []
  for (const news of found) {
    const next = followed.includes(news.kind) ? await followOne(database, morning, news) : news
    if (next) told.push(next)
  }
  await endQuiet(database, morning)
  return told
}

/** A task in the list. */
interface ListedTask extends Pick<Task, 'id' | 'kind' | 'subject' | 'state' | 'zh' | 'en' | 'link'> {
  openedOn: string
  dueOn: string
  isOverdue: boolean
  owner: string | null
  reason: string | null
  stableOn: string | null
  reminders: number
}

const shownMost = 60

/**
 * The tasks of a centre: all that are open, then all with an owner, then the latest that were dismissed or
 * that ended.
 */
export async function signalTasks(
  { prisma }: Database,
  { centreId, day }: { centreId: number; day: string },
): Promise<ListedTask[]> {
  const latestFirst = { orderBy: { id: 'desc' } } as const
  const running = await prisma.signalTask.findMany({
    where: { centreId, state: { in: ['open', 'acknowledged'] } },
    ...latestFirst,
  })
  const over = await prisma.signalTask.findMany({
    where: { centreId, state: { in: ['dismissed', 'stable'] } },
    ...latestFirst,
    take: Math.max(0, shownMost - running.length),
  })
  const order = ['open', 'acknowledged', 'dismissed', 'stable']
  return [...running, ...over]
    .map(task => ({
      id: task.id,
      kind: task.kind,
      subject: task.subject,
      state: task.state,
      zh: task.zh,
      en: task.en,
      link: task.link,
      openedOn: iso(task.openedOn),
      dueOn: iso(task.dueOn),
      isOverdue: iso(task.dueOn) < day && (task.state === 'open' || task.state === 'acknowledged'),
      owner: task.ownerName,
      reason: task.reason,
      stableOn: task.stableOn && iso(task.stableOn),
      reminders: task.reminders,
    }))
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

/** The task and the person who changes it. */
interface Handling {
  id: number
  by: { name: string; shownName: string }
  now: Date
}

async function change(
  { prisma }: Database,
  centreId: number,
  { id, by, now, data }: Handling & { data: Prisma.SignalTaskUpdateManyMutationInput },
): Promise<void> {
  const changed = await prisma.signalTask.updateMany({
    where: { centreId, id, state: { not: 'stable' } },
    data: { handledBy: by.name, handledAt: now, ...data },
  })
  if (changed.count === 0) throw new NamedError('not-found', { what: `signal ${id}` })
}

/** Assigns a task to a person, with a due day. Errors: not-found. */
export async function takeSignal(
  database: Database,
  centreId: number,
  { dueOn, reason, ...handling }: Handling & { dueOn: string; reason: string | null },
): Promise<void> {
  const { name: owner, shownName: ownerName } = handling.by
  const data = { state: 'acknowledged' as const, owner, ownerName, dueOn: dateOf(dueOn), reason }
  await change(database, centreId, { ...handling, data })
}

/**
 * Dismisses a task with a reason. It opens again when the signal is found after having ended. Errors:
 * not-found.
 */
export async function dismissSignal(
  database: Database,
  centreId: number,
  { reason, ...handling }: Handling & { reason: string },
): Promise<void> {
  await change(database, centreId, { ...handling, data: { state: 'dismissed', reason } })
}

/** Reopens a task that was dismissed or assigned. Errors: not-found. */
export async function reopenSignal(database: Database, centreId: number, handling: Handling): Promise<void> {
  const data = { state: 'open' as const, owner: null, ownerName: null, reason: null }
  await change(database, centreId, { ...handling, data })
}
