import type { LookedUp } from './lookUp.ts'
import { measureIds, measureNamed } from '#measures'
import { synonymsOf } from '../measures/synonyms/index.ts'
import { wordsIn } from '../measures/synonyms/synonym.ts'
import { mostOfKind } from './lookUp.ts'

/** How well a word answers what was typed: the same, its beginning, a part of it, not at all. */
function rank(word: string, sought: string): number {
  const place = word.toLowerCase().indexOf(sought)
  return place < 0 ? Infinity : word.length === sought.length ? 0 : place === 0 ? 1 : 2
}

/** Measures by a part of their names in both languages, or of what else people call them. */
export function lookUpMeasures(text: string): LookedUp[] {
  const sought = text.toLowerCase()
  return measureIds
    .map(id => {
      const { names } = measureNamed(id)
      const { zh, en } = synonymsOf(id)
      const words = [names.zh, names.en, ...wordsIn(zh), ...wordsIn(en)]
      return { id, names, rank: Math.min(...words.map(word => rank(word, sought))) }
    })
    .filter(one => one.rank < Infinity)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, mostOfKind)
    .map(({ id, names }) => ({ kind: 'measure', code: id, names, day: null }))
}
