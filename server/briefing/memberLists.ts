import type { Answer, Figure, FigureRef, Language, MeasureId } from '#measures'
import { figureOf, listWords, measureNamed, printingOf, proseFigure, whyNotKnown } from '#measures'

/** Whether a reference names members instead of giving a number. */
export const isList = ({ shows }: FigureRef): boolean => shows === 'largest' || shows === 'without'

type Valued = Figure & { value: number }

/** The known figures, by code of the member. */
function figuresByMember(answer: Answer, id: MeasureId): Map<string, Valued> {
  const measure = measureNamed(id)
  return new Map(
    answer.current.totals.flatMap(({ members: [code = ''], parts }): [string, Valued][] => {
      const figure = figureOf(measure, parts)
      return code === '' || figure.value === null ? [] : [[code, { ...figure, value: figure.value }]]
    }),
  )
}

/**
 * The members that a reference names, in the language of the document. For `largest`, those with the largest
 * values above zero, each with its value; for `without`, the units in the hall without any. Empty where the
 * measure has no value.
 */
export function membersNamed(ref: FigureRef, answer: Answer, language: Language): string[] {
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  const nameOf = (code: string): string => names.get(code) ?? code
  const figures = figuresByMember(answer, ref.measure)
  const { unit } = measureNamed(ref.measure)
  if (ref.shows === 'without') {
    const total = figureOf(measureNamed(ref.measure), answer.current.overall).value
    // Whether a unit had none is known only where all days are known.
    if (!total || whyNotKnown(measureNamed(ref.measure), answer)) return []
    const present = [...figuresByMember(answer, 'unitCount')].filter(([, { value }]) => value > 0)
    return present.filter(([code]) => !figures.get(code)?.value).map(([code]) => nameOf(code))
  }
  return [...figures]
    .filter(([, { value }]) => value > 0)
    .toSorted(([a, left], [b, right]) => right.value - left.value || (a < b ? -1 : 1))
    .slice(0, ref.most ?? 3)
    .map(([code, figure]) => {
      const text = proseFigure(figure, { unit }, { ...printingOf(answer, language), form: 'plain' })
      return language === 'zh' ? `${nameOf(code)}（${text}）` : `${nameOf(code)} (${text})`
    })
}

/** A list of members for a sentence, with the words of its clause; empty without members. */
export function listText(
  { clause, most = 12 }: FigureRef,
  names: readonly string[],
  language: Language,
): string {
  if (names.length === 0) return ''
  const shown = listWords(names.slice(0, most), language)
  const others = names.length > most ? (language === 'zh' ? `等${names.length}个` : ' and others') : ''
  return `${clause?.before ?? ''}${shown}${others}${clause?.after ?? ''}`
}
