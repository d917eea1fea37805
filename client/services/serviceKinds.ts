import type { Answer, Parts } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import {
  changeIn,
  drawnBuckets,
  figureOf,
  measures,
  printChange,
  printFigure,
  shownValue,
  valueOf,
} from '#measures'
import { pointsOf } from '../charts/points.ts'
import { comparisonKey } from '../ui/figureWords.ts'
import { isByChance } from '../ui/pageFindings.ts'

/** A featured service with its texts. */
export interface ServiceKind {
  code: string
  name: string
  parts: Parts
  people: number
  points: (number | null)[]
  /** How often it was given, and how many people returned, as text. */
  times: string
  repeat: string
  /** The change in the number of people as text; empty where it cannot be compared. */
  change: string
  /** The direction of a significant change; null where the change is within chance. */
  moved: 'fewer' | 'more' | null
}

function movedOf(
  answer: Answer,
  sides: { now: Parts; before: Parts; members: string[] },
): ServiceKind['moved'] {
  const measure = measures.featuredServices
  if (!changeIn(measure, answer, sides).change) return null
  const [now, before] = [valueOf(measure, sides.now) ?? 0, valueOf(measure, sides.before) ?? 0]
  if (isByChance(now, before)) return null
  return now < before ? 'fewer' : 'more'
}

/** The featured services of an answer, those for most people first. */
export function serviceKinds(answer: Answer, say: Say): ServiceKind[] {
  const measure = measures.featuredServicePeople
  const names = new Map(answer.members[0]?.map(member => [member.code, member[say.language]]))
  const before = new Map(answer.earlier?.totals.map(cell => [cell.members[0] ?? '', cell.parts]))
  const than = say.t(`than.${comparisonKey(answer.question.comparison)}`)
  return answer.current.totals
    .flatMap(({ members, parts }): ServiceKind[] => {
      const code = members[0] ?? ''
      if (code === '') return []
      const sides = { now: parts, before: before.get(code) ?? {}, members: [code] }
      const { change } = answer.earlier ? changeIn(measure, answer, sides) : { change: null }
      return [
        {
          code,
          name: names.get(code) ?? code,
          parts,
          people: valueOf(measure, parts) ?? 0,
          points: pointsOf(answer.current, measure, [code])
            .slice(0, drawnBuckets(measure, answer))
            .map(({ figure }) => shownValue(figure)),
          times: printFigure(figureOf(measures.featuredServices, parts), measures.featuredServices, say),
          repeat: printFigure(
            figureOf(measures.featuredServiceRepeat, parts),
            measures.featuredServiceRepeat,
            say,
          ),
          change: change ? say.t('compared', { than, change: printChange(change, measure, say) }) : '',
          moved: movedOf(answer, sides),
        },
      ]
    })
    .sort((a, b) => b.people - a.people || (a.code < b.code ? -1 : 1))
}
