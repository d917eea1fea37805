import type { Printing } from '#measures'
import type { DataChange } from '../data/useLiveData.ts'
import { changeOf, figureOf, measureNamed, printChange } from '#measures'

/** The changes in the watched figures as text; empty where nothing changed. */
export function changesInWords({ before, now, ids }: DataChange, how: Printing): string {
  return ids
    .flatMap(id => {
      const measure = measureNamed(id)
      const [was, is] = [before, now].map(answer => figureOf(measure, answer.current.overall).value)
      const change = changeOf(measure, is ?? null, was ?? null)
      return change && change.direction !== 'same'
        ? [`${measure.names[how.language]} ${printChange({ ...change, relative: null }, measure, how)}`]
        : []
    })
    .join(how.language === 'zh' ? '；' : '; ')
}
