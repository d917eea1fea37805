import type { Names } from '#measures'
import { normalised } from './headingForm.ts'

type List = Readonly<Record<string, Names>>
type Others = Readonly<Record<string, readonly string[]>>

/** What a text means by a list: sure where it is a name of it, a guess where it only resembles one. */
type Code = { code: string; certain: boolean } | null

const asWord = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-()[\]【】]/g, '')

/** Words that hold 不, 未, 无 or 非 and deny nothing. */
const harmless = /不动产|不见面|无纸化|无偿|无条件|无异议|无障碍|无犯罪|未成年|非常|非税|非遗/g
/** What stands before a word and turns it round, or says that it is yet to come: 未通过, 审批不予通过, 拟成交. */
const denies =
  /(?:[不未没无非拒待拟预尚勿]|是否|能否|难以|\b(?:not|non|un|dis|no|never))\p{Script=Han}{0,3}$/u
/** Codes that a word of doubt elsewhere in the text takes away: what is good is not read by half. */
const favourable = new Set(['granted', 'concluded', 'valid', 'upheld', '是', '4', '5'])
const ends = new Set(['granted', 'concluded'])
const spoils =
  /失败|无效|作废|取消|中止|暂停|驳回|否决|退[回件]|流[标拍]|废标|终止|撤[回销件]|候选|补正|不予|拒绝/
const denial = /[不未没无非拒待拟]/

/** One word of a list within a text, and whether the text denies it. */
interface Mention {
  code: string
  denied: boolean
}

interface Word {
  code: string
  word: string
}

/** The words that a text holds, the longest first; a word within a longer one is not there. */
function mentionsIn(bare: string, words: readonly Word[]): Mention[] {
  let rest = bare
  return words.flatMap(({ code, word }) => {
    const place = rest.indexOf(word)
    if (place < 0) return []
    rest = rest.replaceAll(word, '\0'.repeat(word.length))
    return [{ code, denied: denies.test(bare.slice(0, place).replaceAll(harmless, '')) }]
  })
}

/** True where something in a text speaks against a code that its words name. */
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
 * The code that the words within a text name: 办结（不予许可） is a refusal and 已办结（退件） a return, as what
 * is good gives way; 未通过 is no 通过. Null where nothing is named, or what is named is denied.
 */
function namedWithin(bare: string, words: readonly Word[]): string | null {
  const mentions = mentionsIn(bare, words)
  const codes = mentions.filter(({ denied }) => !denied).map(({ code }) => code)
  const [code = null] = [...codes.filter(one => !favourable.has(one)), ...codes]
  return code === null || isSpoiled(code, bare, mentions) ? null : code
}

/** Reads texts as codes of a list, whose words are brought into the form of comparison once. */
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

/** The code of a list that one text means. */
export const codeFor = (text: string, list: List, also: Others = {}): Code => codeReader(list, also)(text)
