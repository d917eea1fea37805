import type { MeasureId, Names } from '#measures'
import type { Dimension } from '../model/index.ts'
import type { Reading } from './asked.ts'
import type { FixedWords, MemberGroup } from './word.ts'
import { factNames, measureIds, measureNamed } from '#measures'
import { synonymsOf } from '../measures/synonyms/index.ts'
import { wordsIn } from '../measures/synonyms/synonym.ts'
import { factNamed } from '../model/index.ts'
import { fixedWordsEn } from './fixedWordsEn.ts'
import { fixedWordsZh } from './fixedWordsZh.ts'
import { Vocabulary } from './lexer.ts'
import { dimensionWords, memberWords } from './listWords.ts'
import { saidMembers } from './memberNames.ts'
import { normalise } from './normalise.ts'
import { notRecorded } from './notRecorded.ts'

const without = (text: string): string => text.replace(/[（(].*?[)）]/g, '')

const fullNames = new Set(measureIds.flatMap(id => [measureNamed(id).names.zh, measureNamed(id).names.en]))

/** A name without what stands in brackets, where that is no other measure’s name. */
const bare = (name: string): string[] => (fullNames.has(without(name)) ? [] : [without(name)])

/** Every dimension of all facts, by name. */
export const dimensions: ReadonlyMap<string, Dimension> = new Map(
  factNames.flatMap(name => Object.entries(factNamed(name).dimensions)),
)

/** Words by what several measures share: a word of two measures means either. */
function addMeasures(vocabulary: Vocabulary): void {
  const ids = new Map<string, Set<MeasureId>>()
  const verbs = new Map<string, Set<MeasureId>>()
  const put = (into: typeof ids, word: string, id: MeasureId): void => {
    const key = normalise(word)
    into.set(key, new Set([...(into.get(key) ?? []), id]))
  }
  for (const id of measureIds) {
    const { zh, en } = measureNamed(id).names
    const said = synonymsOf(id)
    for (const word of [zh, en, ...bare(zh), ...bare(en), ...wordsIn(said.zh), ...wordsIn(said.en)])
      put(ids, word, id)
    for (const word of wordsIn(said.verbs)) put(verbs, word, id)
    for (const word of wordsIn(said.near)) vocabulary.add(normalise(word), { kind: 'near', id })
  }
  for (const [word, idSet] of ids) vocabulary.add(word, { kind: 'measure', ids: [...idSet] })
  for (const [word, idSet] of verbs) vocabulary.add(word, { kind: 'verb', ids: [...idSet] })
}

const weekend: MemberGroup = {
  dimension: 'weekday',
  codes: ['6', '7'],
  names: { zh: '周末', en: 'weekends' },
}

/** Dimensions whose members are kinds: 咨询 is also said 咨询类. */
const namedAsKinds: ReadonlySet<string> = new Set([
  'ticketKind',
  'subject',
  'serviceKind',
  'category',
  'feedbackKind',
])

/** Members of closed lists, by their names in the model and by what else they are called. */
function addLists(vocabulary: Vocabulary): void {
  const groups = new Map<string, MemberGroup[]>()
  const put = (word: string, group: MemberGroup): void => {
    const key = normalise(word)
    groups.set(key, [...(groups.get(key) ?? []), group])
  }
  for (const [dimension, { values }] of dimensions)
    for (const [code, names] of Object.entries(values ?? {})) {
      if (code === 'other') continue
      const group = { dimension, codes: [code], names }
      const more = memberWords[dimension]?.[code] ?? ''
      const kinds = namedAsKinds.has(dimension) ? [`${names.zh}类`, `${names.zh}类工单`] : []
      for (const word of new Set([names.zh, names.en, ...more.split('、'), ...kinds].map(normalise)))
        if (word !== '') put(word, group)
    }
  for (const [word, memberGroups] of groups) vocabulary.add(word, { kind: 'members', groups: memberGroups })
  for (const word of ['周末', '双休日', 'weekend'])
    vocabulary.add(word, { kind: 'members', groups: [weekend] })
}

function addDimensions(vocabulary: Vocabulary): void {
  for (const [name, { names }] of dimensions)
    for (const word of new Set(
      [names.zh, names.en, ...(dimensionWords[name] ?? '').split('、')].map(normalise),
    ))
      vocabulary.add(word, { kind: 'dimension', name })
}

/** The vocabulary of every hall: measures, dimensions, closed lists and function words. */
export const commonVocabulary = new Vocabulary()
addMeasures(commonVocabulary)
addLists(commonVocabulary)
addDimensions(commonVocabulary)
addFixed(commonVocabulary)

function addFixed(vocabulary: Vocabulary): void {
  const add = (groups: readonly FixedWords[], separator: RegExp): void => {
    for (const { says, words } of groups)
      for (const word of words.flatMap(line => line.split(separator))) vocabulary.add(normalise(word), says)
  }
  add(fixedWordsZh, / /)
  add(fixedWordsEn, /, /)
  for (const { words, reason, why } of notRecorded)
    for (const word of words.flatMap(line => line.split('、')))
      vocabulary.add(normalise(word), { kind: 'refuse', reason, why })
}

/** The vocabulary of one hall: the members that a viewer may name. Full names come before short forms. */
export function hallVocabulary({ members, hall }: Pick<Reading, 'members' | 'hall'>): Vocabulary {
  const vocabulary = new Vocabulary()
  const groups = new Map<string, { whole: MemberGroup[]; short: MemberGroup[] }>()
  for (const { word, group, whole } of saidMembers(members)) {
    const grouped = groups.get(word) ?? { whole: [], short: [] }
    grouped[whole ? 'whole' : 'short'].push(group)
    groups.set(word, grouped)
  }
  for (const [word, { whole, short }] of groups)
    vocabulary.add(word, { kind: 'members', groups: whole.length > 0 ? whole : short })
  for (const word of new Set([hall.zh, hall.en].map(normalise))) vocabulary.add(word, { kind: 'filler' })
  return vocabulary
}

/** How a dimension is called. */
export const dimensionNames = (name: string): Names => dimensions.get(name)?.names ?? { zh: name, en: name }
