import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import { figureOf, listWords, measures, printFigure } from '#measures'

const named = 3

/** The windows whose posts were found empty most often, and the number of all such windows. */
export function emptiestSaid(nobody: Answer, say: Say): string {
  const { t, language } = say
  const { postChecksMade } = measures
  const names = new Map(nobody.members[0]?.map(one => [one.code, one[language]]))
  const windows = nobody.current.totals
    .flatMap(({ members: [code = ''], parts }) => {
      const times = figureOf(postChecksMade, parts)
      return code !== '' && times.value ? [{ code, times, count: times.value }] : []
    })
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  if (windows.length === 0) return ''
  const said = windows
    .slice(0, named)
    .map(({ code, times }) => `${names.get(code) ?? code} ${printFigure(times, postChecksMade, say)}`)
  const list = { names: listWords(said, language), count: windows.length }
  return t(windows.length > named ? 'team.emptiest' : 'team.emptyAt', list)
}
