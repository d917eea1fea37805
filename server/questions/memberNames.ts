import type { NamedMember } from './asked.ts'
import type { MemberGroup } from './word.ts'
import { hasHan, normalise } from './normalise.ts'

/** Endings that are often omitted from the names of units. */
const endings = /(?:管理部|服务中心|人民政府|大队|公司|[局所办社部])$/
const window = '窗口'

/** Short forms: 公安局户政 is also called 公安 and 户政; 交管大队 is 交管; 县教育局 is 教育局. */
function shortNames(name: string): string[] {
  const whole = name.replace(/^县(?=.{3})/, '')
  const [office = '', ...rooms] = whole.split('局')
  const room = rooms.join('局')
  const names = [
    whole,
    whole.replace(endings, ''),
    ...(name.endsWith('人民政府') ? [name.replace('人民政府', '政府')] : []),
    ...(office.length >= 2 && room.length >= 2 ? [`${office}局`, office, room] : []),
  ]
  return names.filter(candidate => candidate.length >= 2 && candidate !== name)
}

/** Names of a window before the word 窗口: the short names of its unit, or its work. */
function windowHeads(name: string, units: readonly string[]): string[] {
  if (!name.endsWith(window)) return []
  const base = name.slice(0, -window.length)
  const longestFirst = units.filter(owner => base.startsWith(owner)).sort((a, b) => b.length - a.length)
  const unit = longestFirst[0] ?? base
  const rest = base.slice(unit.length)
  const heads = [unit, ...shortNames(unit)]
  return rest === '' ? heads : [...heads.map(head => `${head}${rest}`), rest]
}

const groupOf = (member: NamedMember): MemberGroup => ({
  dimension: member.dimension,
  codes: [member.code],
  names: { zh: member.zh, en: member.en },
})

/** Common prefixes of several items, such as 房产抵押登记 of 房产抵押登记办理 and 房产抵押登记变更. */
function sharedBeginnings(items: readonly NamedMember[]): [string, MemberGroup][] {
  const byBeginning = new Map<string, NamedMember[]>()
  for (const item of items)
    for (let length = 3; length < item.zh.length; length++) {
      const beginning = item.zh.slice(0, length)
      const members = byBeginning.get(beginning)
      if (members) members.push(item)
      else byBeginning.set(beginning, [item])
    }
  return [...byBeginning]
    .filter(([beginning, members]) => {
      const isLongest = new Set(members.map(({ zh }) => zh.charAt(beginning.length))).size > 1
      return members.length > 1 && isLongest
    })
    .map(([beginning, members]) => [
      beginning,
      {
        dimension: 'item',
        codes: members.map(({ code }) => code),
        names: { zh: `${beginning}（${members.length} 项）`, en: `${beginning} (${members.length} items)` },
      },
    ])
}

/** English words for subjects of items, whose names are Chinese; used where an item contains the word. */
const englishItems: Readonly<Record<string, string>> = {
  'mortgage': '抵押',
  'property mortgage': '房产抵押',
  'motorcycle plate': '摩托车挂牌',
  'motorcycle registration': '摩托车挂牌',
  'identity card': '居民身份证',
  'id card': '居民身份证',
  'marriage registration': '婚姻登记',
  'driving licence': '驾驶证',
  'driving license': '驾驶证',
  'number plate': '号牌',
  'social insurance': '社会保险',
  'household registration': '户口',
}

function containing(items: readonly NamedMember[]): [string, MemberGroup][] {
  return Object.entries(englishItems).flatMap(([en, zh]): [string, MemberGroup][] => {
    const matching = items.filter(item => item.zh.includes(zh))
    const names = { zh: `${zh}（${matching.length} 项）`, en: `${en} (${zh}, ${matching.length} items)` }
    return matching.length > 0
      ? [[en, { dimension: 'item', codes: matching.map(({ code }) => code), names }]]
      : []
  })
}

/** A name with its synonyms, in normalised form. */
interface SaidMember {
  word: string
  group: MemberGroup
  /** True for a full name, false for a short form. */
  whole: boolean
}

/** English words that people say for a name. */
const englishWords: Readonly<Record<string, string>> = { Taxation: 'Tax' }

/** Public Security of Public Security (households), Human Resources of what has more behind it. */
function englishHeads(en: string): string[] {
  const plain = en.replace(/(?: \(|: ).*$/, '')
  const word = englishWords[plain]
  return [plain, ...plain.split(/(?:,| and) /), ...(word === undefined ? [] : [word])]
}

const inChinese = ({ zh, dimension }: NamedMember): string =>
  dimension === 'window' && zh.endsWith(window) ? zh.slice(0, -window.length) : zh

/** True where a name begins with a short form of another one: 交管 can also mean 交管大队驾驶证. */
const beginsWith = (name: string, head: string): boolean =>
  name.startsWith(head) && (hasHan(head) || !/[a-z]/i.test(name.charAt(head.length)))

/** The short forms of all members of a dimension, each with every member that it can mean. */
function shortForms(members: readonly NamedMember[], units: readonly string[]): Map<NamedMember, string[]> {
  const own = new Map(
    members.map(member => {
      const zh = member.dimension === 'window' ? windowHeads(member.zh, units) : shortNames(member.zh)
      return [member, [...zh, ...(hasHan(member.en) ? [] : englishHeads(member.en))]] as const
    }),
  )
  const heads = [...new Set([...own.values()].flat())]
  return new Map(
    Array.from(own, ([member, short]) => [
      member,
      [
        ...new Set([
          ...short,
          ...heads.filter(head => beginsWith(hasHan(head) ? inChinese(member) : member.en, head)),
        ]),
      ],
    ]),
  )
}

/** A short form as it is said: 交管窗口, the Public Security window; a unit by the form alone. */
function saidForms(head: string, dimension: string): string[] {
  if (!hasHan(head)) return [head, ...englishNames(head, dimension)]
  return dimension === 'window' ? [`${head}${window}`].filter(word => word.length > 3) : [head]
}

/** Every member with its names and short forms. */
export function saidMembers(members: readonly NamedMember[]): SaidMember[] {
  const units = members.filter(({ dimension }) => dimension === 'unit').map(({ zh }) => zh)
  const items = members.filter(({ dimension }) => dimension === 'item')
  const dimensions = new Set(members.map(({ dimension }) => dimension).filter(name => name !== 'item'))
  const short = new Map(
    [...dimensions].flatMap(name => [
      ...shortForms(
        members.filter(({ dimension }) => dimension === name),
        units,
      ),
    ]),
  )
  const said = members.flatMap((member): SaidMember[] => {
    const { dimension, zh, en, code } = member
    const english = hasHan(en) ? [] : [en, ...englishNames(en, dimension)]
    const whole = [zh, ...english, ...(code.length > 3 ? [code] : [])]
    const forms = (short.get(member) ?? []).flatMap(head => saidForms(head, dimension))
    const as = (word: string, isWhole: boolean): SaidMember => ({
      word: normalise(word),
      group: groupOf(member),
      whole: isWhole,
    })
    return [
      ...whole.map(word => as(word, true)),
      ...forms.filter(word => !whole.includes(word)).map(word => as(word, false)),
    ]
  })
  const shared = [...sharedBeginnings(items), ...containing(items)]
  return [...said, ...shared.map(([word, group]) => ({ word: normalise(word), group, whole: false }))]
}

/** The Traffic Police window; Civil Affairs without the word behind it is the unit. */
function englishNames(en: string, dimension: string): string[] {
  return dimension === 'window'
    ? [`${en} window`, `${en} counter`, `window of ${en}`]
    : dimension === 'unit'
      ? [`${en} Bureau`, `${en} office`, `${en} department`]
      : []
}

/** Puts groups of one word together: those of one dimension are one group of several members. */
export function mergeGroups(groups: readonly MemberGroup[]): MemberGroup[] {
  const merged = new Map<string, MemberGroup>()
  for (const group of groups) {
    const key = `${group.dimension} ${[...group.codes].sort().join(' ')}`
    if (!merged.has(key)) merged.set(key, group)
  }
  return [...merged.values()]
}
