import type { Names } from '#measures'
import { normalised } from './headingForm.ts'

type List = Readonly<Record<string, Names>>
type Others = Readonly<Record<string, readonly string[]>>

/**
 * The code that a text stands for: certain where it equals a name of the code, a guess where it only
 * resembles or contains one.
 */
type Code = { code: string; certain: boolean } | null

const asWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-()[\]【】]/g, '')

/** Words with 不, 未, 无 or 非 that are no negation. */
const harmless = /不动产|不见面|无纸化|无偿|无条件|无异议|无障碍|无犯罪|未成年|非常|非税|非遗/g
/** A negation before a word, or an expression that something is still to come: 未通过, 审批不予通过, 拟成交. */
const denies =
  /(?:[不未没无非拒待拟预尚勿]|是否|能否|难以|\b(?:not|non|un|dis|no|never))\p{Script=Han}{0,3}$/u
/** Favourable codes, which are not accepted where another part of the text speaks against them. */
const favourable = new Set(['granted', 'concluded', 'valid', 'upheld', '是', '4', '5'])
const ends = new Set(['granted', 'concluded'])
const spoils =
  /失败|无效|作废|取消|中止|暂停|驳回|否决|退[回件]|流[标拍]|废标|终止|撤[回销件]|候选|补正|不予|拒绝/
const denial = /[不未没无非拒待拟]/

/** A word of a list that occurs in a text, and whether it is negated. */
interface Mention {
  code: string
  denied: boolean
}

interface Word {
  code: string
  word: string
}

/** The words of a list in a text, longest first. A word within a longer one is not counted. */
function mentionsIn(bare: string, words: readonly Word[]): Mention[] {
  let rest = bare
  return words.flatMap(({ code, word }) => {
    const place = rest.indexOf(word)
    if (place < 0) return []
    rest = rest.replaceAll(word, '\0'.repeat(word.length))
    return [{ code, denied: denies.test(bare.slice(0, place).replaceAll(harmless, '')) }]
  })
}

/** Whether something in a text speaks against a favourable code. */
function isSpoiled(code: string, bare: string, mentions: readonly Mention[]): boolean {
  if (!favourable.has(code)) return false
  const plain = bare.replaceAll(harmless, '')
  return (
    mentions.some(mention => mention.denied && mention.code === code) ||
    spoils.test(plain) ||
    (ends.has(code) && denial.test(plain))
  )
}

/**
 * The code named by the words within a text. Unfavourable codes take precedence: 办结（不予许可） is a refusal and
 * 已办结（退件） a return; 未通过 is not 通过. Null where nothing is named, or only negated.
 */
function namedWithin(bare: string, words: readonly Word[]): string | null {
  const mentions = mentionsIn(bare, words)
  const codes = mentions.filter(({ denied }) => !denied).map(({ code }) => code)
  const [code = null] = [...codes.filter(code => !favourable.has(code)), ...codes]
  return code === null || isSpoiled(code, bare, mentions) ? null : code
}

/** Returns a function that reads texts as codes of a list; the words of the list are normalised once. */
export function codeReader(list: List, also: Others = {}): (text: string) => Code {
  const names = new Map<string, string>()
  for (const [code, { zh, en }] of Object.entries(list))
    for (const name of [code, zh, en].map(normalised)) if (!names.has(name)) names.set(name, code)
  const words = Object.keys(list).flatMap(code =>
    [...(also[code] ?? []), list[code]?.zh ?? ''].map(word => ({ code, word: normalised(word) })),
  )
  const whole = new Map(words.toReversed().map(({ code, word }) => [word, code]))
  const inside = words.filter(({ word }) => word.length >= 2).sort((a, b) => b.word.length - a.word.length)
  return text => {
    const named = /[([（【]/.test(text) ? undefined : names.get(normalised(text))
    if (named !== undefined) return { code: named, certain: true }
    const bare = asWord(text)
    const near = whole.get(bare) ?? namedWithin(bare, inside)
    return near === null ? null : { code: near, certain: false }
  }
}

/** The code of a list for one text. */
export const codeFor = (text: string, list: List, also: Others = {}): Code => codeReader(list, also)(text)
