import type { FigureRef } from '#measures'
import type { BriefingRemark } from '../../prisma/generated/client.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { Block } from './document.ts'
import type { Stored } from './store.ts'
import { bareText, dateWords, measureNamed, NamedError, referenceKey, textOfDay } from '#measures'
import { headingInlines } from './document.ts'
import { insertRemark } from './insert.ts'
import { tell } from './review.ts'
import { asJson, dateOf, findBriefing } from './store.ts'
import { settledTexts } from './write/written.ts'

/** Puts words in quotation marks; quotation marks inside become the inner form. */
export const inQuotes = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** A remark on a briefing, as a page shows it. */
export interface Remark {
  id: number
  kind: BriefingRemark['kind'] | 'signed' | 'withdrawn'
  /** The id of the comment that this replies to. */
  replyTo: number | null
  blockId: string | null
  figure: FigureRef | null
  quoted: string
  text: string
  /** The person who is to carry out an instruction; null where none was named. */
  addressee: string | null
  /** The local day by which an instruction is due. */
  dueOn: string | null
  by: string
  at: string
  done: { by: string; at: string; answer: string } | null
}

/** An instruction that is not done. */
interface OpenTask extends Remark {
  briefing: number
  title: string
  dueOn: string
  isOverdue: boolean
}

/** Converts a stored remark for a page. */
export function remarkOf(row: BriefingRemark): Remark {
  const { id, kind, replyTo, blockId, quoted, text, addressee, by } = row
  return {
    id,
    kind,
    replyTo,
    blockId,
    figure: row.figure as unknown as FigureRef | null,
    quoted,
    text,
    addressee,
    dueOn: row.dueOn?.toISOString().slice(0, 10) ?? null,
    by,
    at: row.at.toISOString(),
    done: row.doneAt && {
      by: row.doneBy ?? '',
      at: row.doneAt.toISOString(),
      answer: row.answer ?? '',
    },
  }
}

/** The signature and the withdrawal of an issue, as entries in the list of remarks. */
function standingOf({ frozen, withdrawn, document }: Stored): Remark[] {
  const said = {
    replyTo: null,
    blockId: null,
    figure: null,
    quoted: '',
    addressee: null,
    dueOn: null,
    done: null,
  }
  return [
    ...(frozen
      ? [
          {
            ...said,
            id: 0,
            kind: 'signed' as const,
            text: document.masthead.issue,
            by: frozen.approver,
            at: frozen.at,
          },
        ]
      : []),
    ...(withdrawn
      ? [
          {
            ...said,
            id: -1,
            kind: 'withdrawn' as const,
            text: withdrawn.why,
            by: withdrawn.by,
            at: withdrawn.at,
          },
        ]
      : []),
  ]
}

/**
 * All remarks on a briefing, with its signature and withdrawal, oldest first. Errors: briefing-not-found,
 * briefing-altered.
 */
export async function remarksOn({ centre, context }: BriefingContext, id: number): Promise<Remark[]> {
  const stored = await findBriefing(context.database, centre, id)
  const remarks = await context.database.prisma.briefingRemark.findMany({
    where: { centreId: centre.id, briefingId: id },
    orderBy: { id: 'asc' },
  })
  return [...remarks.map(remarkOf), ...standingOf(stored)].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  )
}

/** The most characters of a paragraph that are quoted. */
const mostQuoted = 80

/** The text of a block, with the current readings of its numbers. */
function textOfBlock(block: Block, { readings }: Pick<Stored, 'readings'>): string {
  switch (block.kind) {
    case 'heading':
      return settledTexts(headingInlines(block), readings).join('')
    case 'paragraph':
      return settledTexts(block.inlines, readings).join('')
    case 'note':
      return block.text
    case 'claim':
      return block.sentence
    case 'table':
    case 'textTable':
    case 'chart':
    case 'grid':
    case 'photo':
      return block.caption
  }
}

const shortened = (text: string): string =>
  text.length > mostQuoted ? `${text.slice(0, mostQuoted - 1)}…` : text

/**
 * Comments on a paragraph of a draft. Errors: briefing-not-found, briefing-frozen, remark-not-placed where
 * the paragraph no longer exists.
 */
export async function commentOn(
  briefing: BriefingContext,
  { id, blockId, text }: { id: number; blockId: string; text: string },
): Promise<Remark> {
  const {
    centre,
    context: { database, now },
    by,
  } = briefing
  const draft = await findBriefing(database, centre, id)
  if (draft.state !== 'draft') throw new NamedError('briefing-frozen', { briefing: id })
  const block = draft.document.blocks.find(block => block.id === blockId)
  if (!block) throw new NamedError('remark-not-placed')
  const row = await insertRemark(database.prisma, {
    centreId: centre.id,
    briefingId: id,
    kind: 'comment',
    blockId,
    quoted: shortened(textOfBlock(block, draft)),
    text,
    by,
    at: now,
  })
  const { title } = draft.document
  await tell(briefing, id, {
    kind: 'comment',
    subject: `comment ${row.id}`,
    words: {
      zh: `${by}批注《${title}》${inQuotes(row.quoted)}：${text}`,
      en: `${by} comments on “${row.quoted}” of “${title}”: ${text}`,
    },
  })
  return remarkOf(row)
}

/** The task, the person, and the local due day of an instruction about a number. */
interface Instruction {
  id: number
  figure: FigureRef
  text: string
  /** Empty for the author of the briefing. */
  addressee: string
  dueOn: string
}

/**
 * Gives an instruction on a number of a draft or an issue: a task with a due day that is stored with the
 * briefing. Errors: briefing-not-found, due-day-past, remark-not-placed where the number is not in the text.
 */
export async function instruct(
  briefing: BriefingContext,
  { id, figure, text, addressee, dueOn }: Instruction,
): Promise<Remark> {
  const { centre, context, by } = briefing
  const { database, now } = context
  const today = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  if (dueOn < today) throw new NamedError('due-day-past', { day: dueOn })
  const stored = await findBriefing(database, centre, id)
  const reading = stored.readings.figures[referenceKey(figure)]
  if (!reading) throw new NamedError('remark-not-placed')
  const names = measureNamed(figure.measure).names
  const quoted = `${names[stored.language]} ${bareText(figure, reading.text)}`
  const row = await insertRemark(database.prisma, {
    centreId: centre.id,
    briefingId: id,
    kind: 'instruction',
    figure: asJson(figure),
    quoted,
    text,
    addressee: addressee || null,
    dueOn: dateOf(dueOn),
    by,
    at: now,
  })
  await tell(briefing, id, {
    kind: 'instruction',
    subject: `instruction ${row.id}`,
    words: {
      zh:
        `${by}就${inQuotes(quoted)}批示：${addressee ? `请${addressee}办理，` : ''}${text}` +
        `（${dateWords(dueOn, 'zh', '')}前办结）`,
      en:
        `${by} on “${quoted}”: ${text} ` +
        `(${addressee ? `${addressee}, ` : ''}due ${dateWords(dueOn, 'en', '')})`,
    },
  })
  return remarkOf(row)
}

/**
 * Closes a comment, or reports an instruction as done, with an answer. Errors: remark-not-open where it is
 * closed or does not exist.
 */
export async function closeRemark(
  briefing: BriefingContext,
  { id, remark, answer }: { id: number; remark: number; answer: string },
): Promise<void> {
  const { centre, context, by } = briefing
  const { database, now } = context
  const where = { centreId: centre.id, id: remark, briefingId: id, doneAt: null }
  const open = await database.prisma.briefingRemark.findFirst({
    where: { ...where, kind: { in: ['comment', 'instruction'] } },
  })
  const closed = open
    ? await database.prisma.briefingRemark.updateMany({ where, data: { doneBy: by, doneAt: now, answer } })
    : { count: 0 }
  if (!open || closed.count === 0) throw new NamedError('remark-not-open')
  if (open.kind === 'instruction')
    await tell(briefing, id, {
      kind: 'instruction',
      subject: `instruction ${remark} done`,
      words: {
        zh: `${by}办结批示${inQuotes(open.text)}：${answer}`,
        en: `${by} carried out “${open.text}”: ${answer}`,
      },
    })
}

/** Open instructions of a centre, most urgent first. */
export async function openTasks({ centre, context }: BriefingContext): Promise<OpenTask[]> {
  const { database, now } = context
  const today = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  const remarks = await database.prisma.briefingRemark.findMany({
    where: { centreId: centre.id, kind: 'instruction', doneAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    include: { briefing: { select: { title: true } } },
    take: 100,
  })
  return remarks.map(({ briefing, ...row }) => {
    const remark = remarkOf(row)
    const dueOn = remark.dueOn ?? ''
    return { ...remark, dueOn, briefing: row.briefingId, title: briefing.title, isOverdue: dueOn < today }
  })
}
