import type { Answer, MeasureId, QuestionInput } from '#measures'
import type { PageName } from '../pages.ts'
import { offeredFigures } from '../ui/offeredFigures.ts'
import { inOrder } from './inOrder.ts'

/** The pages that can be shared: those with figures of a single centre. */
const sharedPages = [
  'overview',
  'windows',
  'window',
  'items',
  'joint',
  'trading',
  'feedback',
  'team',
  'services',
  'townships',
  'rules',
] as const satisfies readonly PageName[]
export type SharedPageName = (typeof sharedPages)[number]

/** The most measures of a question. */
const mostMeasures = 40

/** The page if it can be shared; null otherwise. */
export const sharedPageOf = (name: unknown): SharedPageName | null =>
  sharedPages.find(page => page === name) ?? null

/** A shown answer with its shown measures; `list` is true where only totals are shown. */
interface Shown {
  answer: Answer
  ids: readonly MeasureId[]
  list: boolean
}

function shownOn(offers: ReturnType<typeof offeredFigures>): Shown[] {
  return offers.flatMap((offer): Shown[] => {
    if ('sheet' in offer) {
      const { answer, measures: ids = [], list = false } = offer.sheet
      return answer ? [{ answer, ids, list }] : []
    }
    const answers = new Set(offer.figures.flatMap(({ answer }) => answer ?? []))
    return Array.from(answers, answer => ({
      answer,
      ids: offer.figures.flatMap(figure => (figure.answer === answer ? figure.id : [])),
      list: true,
    }))
  })
}

/** The question of what is shown. For a list it has no granularity, even where the answer has. */
function questionOf({ answer: { question }, ids, list }: Shown): QuestionInput {
  const measures = question.measures.filter(id => (ids as readonly string[]).includes(id))
  return {
    ...question,
    measures: measures.length > 0 ? measures : question.measures,
    ...(list && { granularity: 'none', groupBy: [] }),
  }
}

/** Merges questions that differ only in their measures. */
function joined(questions: readonly QuestionInput[]): QuestionInput[] {
  const found = new Map<string, QuestionInput>()
  for (const [place, question] of questions.entries()) {
    const { measures, ...about } = question
    const isList = about.granularity === 'none' && about.groupBy?.length === 0
    const key = `${isList ? '' : place} ${JSON.stringify(about)}`
    const all = new Set([...(found.get(key)?.measures ?? []), ...measures])
    found.set(key, { ...question, measures: [...all].slice(0, mostMeasures) })
  }
  return [...found.values()]
}

/** The questions of everything that the page shows now, from top to bottom. */
export function questionsShown(centre: string): QuestionInput[] {
  const shown = shownOn(inOrder(offeredFigures()))
  const own = shown.filter(
    ({ answer: { question } }) => question.centres.length === 1 && question.centres[0] === centre,
  )
  return joined(own.map(questionOf))
}
