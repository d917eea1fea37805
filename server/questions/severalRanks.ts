import type { Token } from './word.ts'

const means = ({ meanings }: Token, ...kinds: Token['meanings'][number]['kind'][]): boolean =>
  meanings.some(({ kind }) => kinds.includes(kind))

/**
 * 投诉最多的窗口和锦旗最多的窗口: a text that ranks twice, parted by | where its second question begins. Each
 * part has the period and what is ranked, where it names none itself. Null where it ranks once.
 */
export function asSeveralRanks(text: string, tokens: readonly Token[], period: string): string | null {
  const [first, second, third] = tokens.filter(token => means(token, 'order', 'top', 'bottom'))
  const measures = tokens.filter(token => means(token, 'measure', 'verb', 'near'))
  if (!first || !second || third || measures.length < 2) return null
  const joint = tokens.find(token => means(token, 'and') && token.from >= first.to && token.to <= second.from)
  if (!joint) return null
  const split = tokens.findLast(token => means(token, 'dimension') && !means(token, 'measure'))?.text ?? ''
  const ranked = split || (tokens.findLast(token => means(token, 'dimension'))?.text ?? '')
  const parts = [tokens.filter(({ to }) => to <= joint.from), tokens.filter(({ from }) => from >= joint.to)]
  const said = parts.map(part => {
    const words = text.slice(part[0]?.from, part.at(-1)?.to)
    const when = part.some(token => means(token, 'period', 'periods')) ? '' : `${period} `
    return `${when}${words}${part.some(token => means(token, 'dimension')) ? '' : ` ${ranked}`}`
  })
  return said.join('|')
}
