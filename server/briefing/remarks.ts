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

/** Words in quotation marks; those that they hold themselves become the inner ones. */
export const inQuotes = (text: string): string => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** What was said about a briefing, as a page shows it. */
export interface Remark {
  id: number
  kind: BriefingRemark['kind'] | 'signed' | 'withdrawn'
  /** The comment that a reply answers. */
  replyTo: number | null
  blockId: string | null
  figure: FigureRef | null
  quoted: string
  text: string
  /** Who is to carry out an instruction; null where nobody was named. */
  addressee: string | null
  /** By when an instruction is to be carried out, a local day. */
  dueOn: string | null
  by: string
  at: string
  done: { by: string; at: string; answer: string } | null
}

/** An instruction that nobody has reported done. */
interface OpenTask extends Remark {
  briefing: number
  title: string
  dueOn: string
  isOverdue: boolean
}

/** What was said, as a page shows it. */
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

/** The signature of an issue, and that it was taken back, as they stand among what was said. */
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
 * Everything that was said about a briefing, and its signature, oldest first. Errors: briefing-not-found,
 * briefing-altered.
 */
export async function remarksOn({ centre, context }: BriefingContext, id: number): Promise<Remark[]> {
  const stored = await findBriefing(context.database, centre, id)
  const found = await context.database.prisma.briefingRemark.findMany({
    where: { centreId: centre.id, briefingId: id },
    orderBy: { id: 'asc' },
  })
  return [...found.map(remarkOf), ...standingOf(stored)].toSorted(
    (a, b) => Date.parse(a.at) - Date.parse(b.at),
  )
}

/** Longest piece of a paragraph that is quoted, in characters. */
const mostQuoted = 80

/** The text of a block as it stands, with what its numbers read. */
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
 * the paragraph is no longer there.
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
  const block = draft.document.blocks.find(one => one.id === blockId)
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

/** What is to be done about a number, by whom, and by when (a local day). */
interface Instruction {
  id: number
  figure: FigureRef
  text: string
  /** Empty: whoever writes the briefing. */
  addressee: string
  dueOn: string
}

/**
 * Gives an instruction on a number of a draft or an issue: a task with a due day that stays with the
 * briefing. Errors: briefing-not-found, due-day-past, remark-not-placed where the number is not in the
 * text.
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
 * Closes a comment or reports an instruction done, with an answer. Errors: remark-not-open where it is
 * closed, or there is none.
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

/** Instructions of a centre that are not carried out, the most urgent first. */
export async function openTasks({ centre, context }: BriefingContext): Promise<OpenTask[]> {
  const { database, now } = context
  const today = textOfDay(centre.hall.zone.localAt(now.getTime()).day)
  const found = await database.prisma.briefingRemark.findMany({
    where: { centreId: centre.id, kind: 'instruction', doneAt: null },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    include: { briefing: { select: { title: true } } },
    take: 100,
  })
  return found.map(({ briefing, ...row }) => {
    const remark = remarkOf(row)
    const dueOn = remark.dueOn ?? ''
    return { ...remark, dueOn, briefing: row.briefingId, title: briefing.title, isOverdue: dueOn < today }
  })
}
