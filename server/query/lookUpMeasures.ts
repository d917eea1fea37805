import type { LookedUp } from './lookUp.ts'
import { measureIds, measureNamed } from '#measures'
import { synonymsOf } from '../measures/synonyms/index.ts'
import { wordsIn } from '../measures/synonyms/synonym.ts'
import { mostOfKind } from './lookUp.ts'

/** How well a word matches a search: 0 equal, 1 at the beginning, 2 elsewhere, Infinity not at all. */
function rank(word: string, sought: string): number {
  const place = word.toLowerCase().indexOf(sought)
  return place < 0 ? Infinity : word.length === sought.length ? 0 : place === 0 ? 1 : 2
}

/** Finds measures by a part of their name in either language, or of a synonym. */
export function lookUpMeasures(text: string): LookedUp[] {
  const sought = text.toLowerCase()
  return measureIds
    .map(id => {
      const { names } = measureNamed(id)
      const { zh, en } = synonymsOf(id)
      const words = [names.zh, names.en, ...wordsIn(zh), ...wordsIn(en)]
      return { id, names, rank: Math.min(...words.map(word => rank(word, sought))) }
    })
    .filter(measure => measure.rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostOfKind)
    .map(({ id, names }) => ({ kind: 'measure', code: id, names, day: null }))
}
