import type { Answer, Figure, FigureRef, Language, Reading } from '#measures'
import {
  dimensionOf,
  figureOf,
  measureNamed,
  proseRank,
  proseShare,
  rankAmong,
  shareOfWhole,
  shownValue,
  whyNotKnown,
} from '#measures'
import { fingerprintOf } from './fingerprint.ts'
import { definitionOf, lackOf } from './smallPrint.ts'

/** Whether a reference compares one member with all others of its dimension. */
export const isStanding = ({ shows }: FigureRef): boolean => shows === 'share' || shows === 'rank'

/** The filters of such a reference without the one for its member, so that all members are read. */
export const standingFilters = ({ filters = [], by }: FigureRef): Required<FigureRef>['filters'] =>
  filters.filter(({ dimension }) => dimension !== by)

const nothingKnown: Figure = { value: null, numerator: null, n: null, coverage: null }
/** The kinds of measures whose members add up to the whole. Others have no shares. */
const additive = new Set(['total', 'level', 'catalogue'])

interface Standing {
  figure: Figure
  text: string
}

function standingOf(ref: FigureRef, answer: Answer, language: Language): Standing {
  const nothing = { figure: nothingKnown, text: '' }
  const measure = measureNamed(ref.measure)
  const members = ref.filters?.find(({ dimension }) => dimension === ref.by)?.in ?? []
  const dimension = dimensionOf(measure, ref.by ?? '')
  const own = answer.current.totals.find(cell => cell.members[0] === members[0])
  if (!own || !dimension || members.length !== 1 || whyNotKnown(measure, answer)) return nothing
  const part = figureOf(measure, own.parts)
  if (ref.shows === 'share') {
    if (!additive.has(measure.kind)) return nothing
    const figure = shareOfWhole(part, figureOf(measure, answer.current.overall))
    return { figure, text: figure.value === null ? '' : proseShare(figure.value, language) }
  }
  const values = answer.current.totals.flatMap(cell => {
    const value = cell.members[0] ? shownValue(figureOf(measure, cell.parts)) : null
    return value === null ? [] : [value]
  })
  const value = shownValue(part)
  const rank = value === null ? null : rankAmong(values, value)
  return rank
    ? {
        figure: { ...nothingKnown, value: rank.place, n: rank.of },
        text: proseRank(rank, dimension.names, language),
      }
    : nothing
}

/** The reading of a member's share or rank; its text is empty where the value is unknown. */
export function standingReadingOf(ref: FigureRef, answer: Answer, language: Language): Reading {
  const { from, to } = answer.current
  const { figure, text } = standingOf(ref, answer, language)
  return {
    ...figure,
    text: text && `${ref.clause?.before ?? ''}${text}${ref.clause?.after ?? ''}`,
    ...lackOf(ref, answer),
    earlier: null,
    from,
    to,
    against: null,
    definition: definitionOf(ref.measure, null, { from, to, language }),
    fingerprint: fingerprintOf(ref.measure, answer.current, null),
  }
}
