import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { LateCause } from './lateCauses.ts'
import { figureOf, listWords, measures, percentText, printFigure } from '#measures'
import { gathers, lateCauses } from './lateCauses.ts'

/** With fewer late cases the items are only named: a share of two cases says nothing. */
const fewest = 5

const percent = (share: number): string => `${percentText(share)}%`

/**
 * The finding about a window's late cases: the item with more of them than of the work, or that there is
 * none. `other` is the strongest cause of another split with its name.
 */
export function lateSentence(
  items: Answer,
  other: { name: string; cause: LateCause } | null,
  say: Say,
): string {
  const { t, language } = say
  const { overdueCompletions } = measures
  const causes = lateCauses(items, language)
  const [first] = causes
  if (!first) return ''
  const most = causes.toSorted((a, b) => b.late - a.late)
  const figure = figureOf(overdueCompletions, items.current.overall)
  const all = printFigure(figure, overdueCompletions, say)
  if (causes.length === 1) return t('windows.lateOne', { all, item: first.name })
  if ((figure.value ?? 0) < fewest)
    return t('windows.lateFew', {
      all,
      items: listWords(
        most.map(({ name, late }) => t('windows.judge.counted', { name, count: late })),
        language,
      ),
    })
  const said = gathers(first) ? first : (most[0] ?? first)
  const sentence = t(`windows.${gathers(first) ? 'lateFinding' : 'lateSpread'}`, {
    all,
    item: said.name,
    share: percent(said.ofLate),
    done: percent(said.ofDone),
  })
  if (!other) return sentence
  const { ofLate, ofDone } = other.cause
  const also = { name: other.name, share: percent(ofLate), done: percent(ofDone) }
  return sentence + t('windows.lateAlso', also)
}
