import type { Answer, MeasureId, QuestionInput } from '#measures'
import type { PageName } from '../pages.ts'
import { offeredFigures } from '../ui/offeredFigures.ts'
import { inOrder } from './inOrder.ts'

/** The pages whose figures can be shared: those that show figures of one centre. */
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

/** A page that can be shared; null for any other. */
export const sharedPageOf = (name: unknown): SharedPageName | null =>
  sharedPages.find(page => page === name) ?? null

/** The question of an answer, for those of its measures that are shown. */
function questionOf({ question }: Answer, shown: readonly MeasureId[]): QuestionInput {
  const measures = question.measures.filter(id => (shown as readonly string[]).includes(id))
  return { ...question, measures: measures.length > 0 ? measures : question.measures }
}

/** The questions behind what the page shows at this moment, from top to bottom. */
export function questionsShown(centre: string): QuestionInput[] {
  const shown = inOrder(offeredFigures()).flatMap((offer): [Answer, readonly MeasureId[]][] => {
    if ('sheet' in offer) {
      const { answer, measures = [] } = offer.sheet
      return answer ? [[answer, measures]] : []
    }
    const answers = new Set(offer.figures.flatMap(({ answer }) => answer ?? []))
    return Array.from(answers, answer => [
      answer,
      offer.figures.flatMap(one => (one.answer === answer ? one.id : [])),
    ])
  })
  return shown
    .filter(([{ question }]) => question.centres.length === 1 && question.centres[0] === centre)
    .map(([answer, measures]) => questionOf(answer, measures))
}
