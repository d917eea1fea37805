import type { MeasureId, Names } from '#measures'
import { factsOf, measureIds, measureNamed } from '#measures'

/** Records that are read about together; what counts none of them first stands with the hall. */
const families = [
  { name: 'cases', facts: ['cases'] },
  { name: 'trades', facts: ['trades', 'bids', 'objections', 'expertDraws'] },
  { name: 'voices', facts: ['feedback'] },
  { name: 'items', facts: ['items', 'regulations'] },
  { name: 'services', facts: ['serviceEvents'] },
] as const

/** The measures that are read about together. */
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

/** Measures by what they count first; groups without any are left out. */
export const groupsOf = (ids: readonly MeasureId[]): MeasureGroup[] =>
  [...families.map(({ name }) => name), 'hall' as const]
    .map(name => ({ name, ids: ids.filter(id => familyOf(id) === name) }))
    .filter(group => group.ids.length > 0)

/** The measures in whose name, code, question or formula something sought stands; all where nothing is. */
export function matching(
  sought: string,
  definitions: ReadonlyMap<string, { question: Names; formula: Names }> | null | undefined,
): MeasureId[] {
  const wanted = sought.trim().toLowerCase()
  return measureIds.filter(id => {
    const { names } = measureNamed(id)
    const said = definitions?.get(id)
    const texts = [names, said?.question, said?.formula].flatMap(one => (one ? [one.zh, one.en] : []))
    return [id, ...texts].some(text => text.toLowerCase().includes(wanted))
  })
}
