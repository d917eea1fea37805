import type { Member, QuestionInput } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Context } from '../context.ts'
import type { LookedUp } from '../query/lookUp.ts'
import type { Asked, Choice, NamedMember, Reading, Understanding } from '../questions/asked.ts'
import { z } from 'zod'
import { dayFromText, isNamedError, measures, textOfDay, whyNotKnown } from '#measures'
import { listBriefings } from '../briefing/archive.ts'
import { shippedHolidays } from '../centres/calendars.ts'
import { measureText } from '../measures/texts/index.ts'
import { listMembers } from '../query/listMembers.ts'
import { issueFirst, lookUpCases, lookUpMembers, mostOfKind } from '../query/lookUp.ts'
import { lookUpMeasures } from '../query/lookUpMeasures.ts'
import { askedSchema } from '../questions/asked.ts'
import { lastDayNote, notesOf } from '../questions/notes.ts'
import { comparisonWords, periodWords } from '../questions/periodWords.ts'
import { filterWords, sentenceOf, thresholdWords } from '../questions/sentence.ts'
import { storedWords } from '../questions/storedWords.ts'
import { mostCharacters, understand } from '../questions/understand.ts'
import { dimensions, hallVocabulary } from '../questions/vocabulary.ts'
import { lookUpTrades } from '../trading/lookUpTrades.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const catalogued = ['unit', 'window', 'item'] as const
/** Dimensions whose members are only in records, each with a measure that includes all of them. */
const recorded = { buyer: 'tradesConcluded', township: 'townshipVisits' } as const

type CentreContext = Context & { centre: Centre }

const contextOf = (ctx: Context) => ({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })

/** Null for a question that the viewer may not ask, which then has no members; other errors are thrown. */
function nothingToSee(error: unknown): null {
  if (isNamedError(error)) return null
  throw error
}

/** Buyers and townships in the records that the viewer may see; empty where there are none. */
async function recordedMembers(
  ctx: Context,
  about: { centre: string; period: string },
): Promise<NamedMember[]> {
  const members = await Promise.all(
    Object.entries(recorded).map(async ([dimension, measure]) => {
      const question = {
        measures: [measure],
        centres: [about.centre],
        period: about.period,
        groupBy: [dimension],
      }
      const answer = await ctx.answers.ask(question, contextOf(ctx)).catch(nothingToSee)
      return (answer?.members[0] ?? []).map(member => ({ ...member, dimension }))
    }),
  )
  return members.flat().filter(({ code }) => code !== '')
}

async function membersOf(ctx: Context, about: { centre: string; period: string }): Promise<NamedMember[]> {
  const { database, viewer } = ctx
  const lists = await Promise.all(
    catalogued.map(async dimension => {
      const members = await listMembers(database, { centres: [about.centre], dimension, scope: viewer.scope })
      return members.map(member => ({ ...member, dimension }))
    }),
  )
  return [...lists.flat(), ...(await recordedMembers(ctx, about))]
}

/** The last day with known open cases where today is not known; null where it is, or where no day is. */
async function lastDayBehind(ctx: CentreContext, centre: string, today: number): Promise<number | null> {
  const question = { measures: ['overdueOpenCases' as const], centres: [centre], period: textOfDay(today) }
  const answer = await ctx.answers.ask(question, contextOf(ctx)).catch(nothingToSee)
  const why = answer && whyNotKnown(measures.overdueOpenCases, answer)
  return why?.reason === 'nowUnknown' && why.until !== null ? dayFromText(why.until) : null
}

/** The context of a question: the day, the hall, and the members that the viewer may name. */
async function readingOf(ctx: CentreContext, centre: string): Promise<Reading> {
  const { name, nameEn, openedOn, hall } = ctx.centre
  const names = { zh: name, en: nameEn }
  const today = hall.zone.localAt(ctx.clock().getTime()).day
  const opened = openedOn === null ? null : dayFromText(openedOn)
  const period = `${openedOn ?? textOfDay(today - 3650)}..${textOfDay(today)}`
  const input: QuestionInput = { measures: ['unitCount'], centres: [centre], period }
  const about = { input, context: contextOf(ctx) }
  const named = await ctx.answers.derived('members of questions', about, async () => {
    const members = await membersOf(ctx, { centre, period })
    return { members, words: hallVocabulary({ members, hall: names }) }
  })
  const { reveal } = ctx.viewer.scope
  const dataUntil = await lastDayBehind(ctx, centre, today)
  return { hall: names, today, dataUntil, openedOn: opened, holidays: shippedHolidays, ...named, reveal }
}

/** The audited details of a question: the sentence as which it was understood, or why it was not. */
function auditOf(understanding: Understanding, reading: Reading): Record<string, string> {
  switch (understanding.kind) {
    case 'understood': {
      const { zh, en } = sentenceOf(understanding.asked, reading)
      return { understood: zh, understoodEn: en }
    }
    case 'choice':
      return { askedBack: String(understanding.choices.length) }
    case 'refused':
      return { refused: understanding.reason, words: storedWords(understanding).join(' ') }
  }
}

/** The members of a dimension that the viewer may name: those of a closed list, or those of the hall. */
function membersIn(dimension: string, { members }: Reading): Member[] {
  const listed = Object.entries(dimensions.get(dimension)?.values ?? {})
  if (listed.length > 0) return listed.map(([code, { zh, en }]) => ({ code, zh, en }))
  return members
    .filter(member => member.dimension === dimension)
    .map(({ code, zh, en }) => ({ code, zh, en }))
}

/** A question for display: its sentence, its parts, and the values that a filter may be changed to. */
const shown = (asked: Asked, reading: Reading) => ({
  said: sentenceOf(asked, reading),
  parts: {
    period: periodWords(asked.period, reading.today),
    comparison: comparisonWords(asked.comparison, reading.today),
    threshold: thresholdWords(asked),
  },
  limits: asked.filters.map(filter => ({
    names: filterWords(filter, asked, reading),
    members: membersIn(filter.dimension, reading),
  })),
})

/** True where a filter names a member that the viewer may not name; its count would be a false zero. */
const namesOthers = ({ filters }: Asked, { members }: Reading): boolean =>
  filters.some(
    filter =>
      (catalogued as readonly string[]).includes(filter.dimension) &&
      !filter.in.every(code =>
        members.some(member => member.dimension === filter.dimension && member.code === code),
      ),
  )

const notTheirs: Extract<Understanding, { kind: 'refused' }> = {
  kind: 'refused',
  reason: 'hidden',
  why: {
    zh: '这个问题问的单位、窗口或事项不在您的查看范围内，不作回答',
    en: 'the question is about a unit, window or item that your account does not see; it is not answered',
  },
  words: [],
}

/** Choices with the question that each measure answers, so that viewers can tell them apart. */
const explained = (choices: readonly Choice[]) =>
  choices.map(choice => {
    const [id] = choice.asked.measures
    return { ...choice, about: id === undefined ? null : measureText(id).question }
  })

/** Finds issues and drafts by a part of their text. */
async function lookUpBriefings({ database, centre }: CentreContext, text: string): Promise<LookedUp[]> {
  const issues = await listBriefings(database, centre, { text, limit: mostOfKind * 20 })
  return issueFirst(text, issues)
    .slice(0, mostOfKind)
    .map(({ id, number, title }) => {
      const words = [number, title].filter(word => word !== '').join(' ')
      return { kind: 'briefing', code: String(id), names: { zh: words, en: words }, day: null }
    })
}

/** Finds everything that has a page and whose name contains a text, kind by kind. */
async function lookUpAll(ctx: CentreContext, text: string): Promise<LookedUp[]> {
  const { database, centre, viewer } = ctx
  const about = { centre, text, scope: viewer.scope }
  const groups = await Promise.all([
    lookUpMembers(database, about),
    viewer.may.includes('rows.read') ? lookUpCases(database, about) : [],
    viewer.may.includes('trading.read') ? lookUpTrades(database, about) : [],
    viewer.may.includes('briefings.read') ? lookUpBriefings(ctx, text) : [],
  ])
  return [...groups.flat(), ...(viewer.may.includes('catalogue.read') ? lookUpMeasures(text) : [])]
}

const understandSchema = z.strictObject({ centre: centreCode, text: z.string().max(mostCharacters + 1) })
const lookUpSchema = z.strictObject({ centre: centreCode, text: z.string().trim().min(1).max(80) })
const saySchema = z.strictObject({ centre: centreCode, asked: askedSchema })

/** Questions in plain words. They are parsed here; their figures only come from `measures.ask`. */
export const questionsRouter = router({
  /** The results of the search box on every page; only what the viewer may open. */
  lookUp: centreProcedure('figures.read')
    .input(lookUpSchema)
    .query(async ({ input, ctx }) => lookUpAll(ctx, input.text)),
  understand: centreProcedure('figures.read', { audit: 'question-asked' })
    .input(understandSchema)
    .query(async ({ input, ctx }) => {
      const reading = await readingOf(ctx, input.centre)
      const understanding = understand(input.text, reading)
      ctx.note({
        centre: input.centre,
        subject: understanding.kind,
        details: auditOf(understanding, reading),
      })
      switch (understanding.kind) {
        case 'understood':
          return { ...understanding, ...shown(understanding.asked, reading) }
        case 'choice':
          return { ...understanding, choices: explained(understanding.choices) }
        case 'refused':
          return understanding
      }
    }),
  /** The sentence of a question that was chosen, corrected, or opened by its link. */
  say: centreProcedure('figures.read')
    .input(saySchema)
    .query(async ({ input: { centre, asked }, ctx }) => {
      const reading = await readingOf(ctx, centre)
      if (namesOthers(asked, reading)) return notTheirs
      return {
        kind: 'understood' as const,
        asked,
        notes: [lastDayNote(asked, reading.dataUntil ?? null), ...notesOf(asked, reading.today)].filter(
          note => note !== null,
        ),
        ...shown(asked, reading),
      }
    }),
})
