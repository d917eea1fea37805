import type { MeasureId, Names } from '#measures'
import { factsOf, measureIds, measureNamed } from '#measures'

/** Groups of facts for lists of measures. Measures of other facts are listed with the hall. */
const families = [
  { name: 'cases', facts: ['cases'] },
  { name: 'trades', facts: ['trades', 'bids', 'objections', 'expertDraws'] },
  { name: 'voices', facts: ['feedback'] },
  { name: 'items', facts: ['items', 'regulations'] },
  { name: 'services', facts: ['serviceEvents'] },
] as const

/** A group of measures under one heading. */
interface MeasureGroup {
  name: (typeof families)[number]['name'] | 'hall'
  ids: MeasureId[]
}

function familyOf(id: MeasureId): MeasureGroup['name'] {
  const [first] = factsOf(measureNamed(id))
  return (
    families.find(({ facts }) => (facts as readonly (string | undefined)[]).includes(first))?.name ?? 'hall'
  )
}

/** Groups measures by the first fact that they count; empty groups are left out. */
export const groupsOf = (ids: readonly MeasureId[]): MeasureGroup[] =>
  [...families.map(({ name }) => name), 'hall' as const]
    .map(name => ({ name, ids: ids.filter(id => familyOf(id) === name) }))
    .filter(group => group.ids.length > 0)

/** The measures whose name, code, question or formula contains the search text; all for an empty text. */
export function matching(
  sought: string,
  definitions: ReadonlyMap<string, { question: Names; formula: Names }> | null | undefined,
): MeasureId[] {
  const wanted = sought.trim().toLowerCase()
  return measureIds.filter(id => {
    const { names } = measureNamed(id)
    const said = definitions?.get(id)
    const texts = [names, said?.question, said?.formula].flatMap(text => (text ? [text.zh, text.en] : []))
    return [id, ...texts].some(text => text.toLowerCase().includes(wanted))
  })
}
