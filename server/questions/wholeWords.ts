import type { NamedMember } from './asked.ts'
import type { Token } from './word.ts'
import { hasHan, normalise } from './normalise.ts'

/** Words of one character that are also parts of other words: the 项 of 项目, the 中 of 中标. */
const torn = /^[项中里内时名家份位会对下过算请能个到来去为由从于以]$/

const isUnknown = ({ meanings }: Token): boolean => meanings.every(({ kind }) => kind === 'unknown')
const isDenial = ({ text, meanings }: Token): boolean =>
  /^[不非无未没]$/.test(text) && meanings.every(({ kind }) => kind === 'refuse')

/** Words that begin like a negation but are none. */
const noDenials = [
  '不动产登记 不动产 非税收入 非税 无线电 非遗 非物质文化遗产 无障碍 无犯罪记录 未成年人 未成年 无偿献血 非机动车 非公有制',
  '非营利 非居民 非公企业 无人机 无公害 不锈钢 非煤矿山 非金属 非处方药 无产权',
].flatMap(line => line.split(' '))

/**
 * How many characters a known name has from a place on: it begins so by two of them, or has three of them
 * somewhere. None where nothing is called so.
 */
function nameLength(text: string, at: number, names: readonly string[]): number {
  const said = (length: number): string => text.slice(at, at + length)
  const isKnown = (length: number): boolean =>
    names.some(name => (length < 3 ? name.startsWith(said(length)) : name.includes(said(length))))
  let length = 1
  while (at + length < text.length && isKnown(length + 1)) length++
  const common = noDenials.filter(word => text.startsWith(word, at)).map(word => word.length)
  return Math.max(length > 1 ? length : 0, ...common)
}

/** The windows whose cases fell, the units where complaints rose: whose and where only join. */
const joins = (token: Token, before: Token | undefined): boolean =>
  /^(?:whose|where)$/.test(token.text) &&
  before?.meanings.some(({ kind }) => kind === 'dimension' || kind === 'granularity') === true

/**
 * Words as they were meant, where the shortest cut tears them: no negation begins inside a known name
 * (不动产), and an unknown 目 behind 项 is the word 项目.
 */
export function wholeWords(
  tokens: readonly Token[],
  { text, members }: { text: string; members: readonly NamedMember[] },
): Token[] {
  const whole: Token[] = []
  for (const token of tokens) {
    const before = whole.at(-1)
    if (joins(token, before) || (before && token.to <= before.to)) continue
    if (isDenial(token)) {
      const length = nameLength(
        text,
        token.from,
        members.map(({ zh }) => normalise(zh)),
      )
      const to = token.from + length
      whole.push(
        length === 0
          ? token
          : { ...token, to, text: text.slice(token.from, to), meanings: [{ kind: 'unknown' }] },
      )
    } else if (
      before &&
      before.to === token.from &&
      isUnknown(token) &&
      hasHan(token.text) &&
      token.text.length === 1 &&
      torn.test(before.text)
    )
      whole[whole.length - 1] = { ...token, from: before.from, text: text.slice(before.from, token.to) }
    else whole.push(token)
  }
  return whole
}
