import type { Choice, Reading, Understanding } from './asked.ts'
import type { Token } from './word.ts'
import { severalQuestions } from './clauses.ts'
import { decide, refused } from './decide.ts'
import { hourMatcher } from './hours.ts'
import { lex } from './lexer.ts'
import { hasHan, normalise } from './normalise.ts'
import { periodMatcher } from './periodForm.ts'
import { periodFormsEn, rangeWordsEn } from './periodsEn.ts'
import { periodFormsZh, rangeWordsZh } from './periodsZh.ts'
import { rankMatcher } from './ranks.ts'
import { sentenceOf } from './sentence.ts'
import { asSeveralRanks } from './severalRanks.ts'
import { slotsOf } from './slots.ts'
import { thresholdMatcher } from './thresholds.ts'
import { slipNote, slipsOf } from './typos.ts'
import { commonVocabulary } from './vocabulary.ts'
import { wholeWords } from './wholeWords.ts'

/** The maximum length of a text. */
export const mostCharacters = 200

function tokensOf(text: string, reading: Reading): Token[] {
  const tokens = lex(text, [
    commonVocabulary.matches,
    reading.words.matches,
    periodMatcher({ forms: periodFormsZh, range: rangeWordsZh, reading }),
    periodMatcher({ forms: periodFormsEn, range: rangeWordsEn, reading }),
    rankMatcher,
    thresholdMatcher,
    hourMatcher,
  ])
  return wholeWords(tokens, { text, members: reading.members })
}

/** Parses a text to a question or a refusal. Every word must be accounted for. */
export const understand = (text: string, reading: Reading): Understanding => read(text, reading, true)

function read(text: string, reading: Reading, mayMend: boolean): Understanding {
  const said = normalise(text)
  if (said === '') return refused('empty', { zh: '请输入一个问题', en: 'please type a question' })
  if (text.length > mostCharacters)
    return refused('tooMuch', {
      zh: `问题请不超过 ${mostCharacters} 个字`,
      en: `at most ${mostCharacters} characters, please`,
    })
  const tokens = tokensOf(said, reading)
  const understanding =
    refusedToken(said, tokens) ??
    unknownWords(said, tokens, { reading, mayMend, typed: text }) ??
    repeated(tokens) ??
    decide(slotsOf(tokens, said), reading)
  const period = tokens.find(({ meanings }) => meanings[0]?.kind === 'period')?.text ?? ''
  const readClause = (clause: string): Understanding => read(clause, reading, false)
  const ranks = mayMend ? asSeveralRanks(said, tokens, period) : null
  const several = ranks && severalQuestions(ranks, { reading, period: '', read: readClause })
  if (several) return several
  if (understanding.kind === 'understood' || !mayMend) return understanding
  return severalQuestions(said, { reading, period, read: readClause }) ?? understanding
}

/** The first word for something that is not recorded or not answered, unless it can mean something else. */
function refusedToken(text: string, tokens: readonly Token[]): Understanding | null {
  const named = tokens.filter(({ meanings }) => meanings.every(({ kind }) => kind === 'members')).length
  for (const { meanings, text: word } of tokens) {
    const refusal = meanings.find(meaning => meaning.kind === 'refuse')
    // Of two members that are named, 谁 asks for one of them and not for a person.
    const open = meanings.filter(({ kind }) => kind !== 'refuse' && (kind !== 'who' || named > 1))
    if (refusal && open.length === 0)
      return refused(refusal.reason, refusal.why, [word, ...unknownIn(text, tokens)])
  }
  return null
}

/** 收收收件件 says nothing: a word twice in a row is no question. */
function repeated(tokens: readonly Token[]): Understanding | null {
  const twice = tokens.find(({ text, from }, place) => {
    const before = tokens[place - 1]
    return before?.text === text && before.to === from
  })
  if (!twice) return null
  const word = `${twice.text}${twice.text}`
  return refused('unknown', { zh: `不认识“${word}”`, en: `“${word}” is not known here` }, [word])
}

const isUnknown = ({ meanings }: Token): boolean => meanings.some(({ kind }) => kind === 'unknown')

/** True for what belongs to the unknown word before it: the 局 of 市场监管局, the 窗口 of 12号窗口. */
const belongsTo = (word: string, token: Token): boolean =>
  hasHan(word) &&
  (isUnknown(token) ||
    token.meanings.some(({ kind }) => kind === 'dimension') ||
    (token.text.length === 1 && hasHan(token.text) && !/[了件是在有和与、个]/.test(token.text)))

/** True for the 低 of 低保: a comparative of one character is rather a part of the word behind it. */
const isOneMore = ({ text, meanings }: Token): boolean =>
  text.length === 1 && meanings.every(({ kind }) => kind === 'more')

/** The unknown words as they were written, with the neighbouring characters that belong to them. */
function unknownIn(text: string, tokens: readonly Token[]): string[] {
  const words: string[] = []
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]
    if (!token || !isUnknown(token)) continue
    const before = tokens[place - 1]
    const start = before?.to === token.from && isOneMore(before) ? before.from : token.from
    let end = token.to
    for (
      let next = tokens[place + 1];
      next?.from === end && belongsTo(token.text, next);
      next = tokens[place + 1]
    ) {
      end = next.to
      place++
    }
    words.push(text.slice(start, end))
  }
  return words
}

/** A word with its capital letters, as they were typed. */
function asWritten(word: string, typed: string): string {
  const plain = typed.normalize('NFKC')
  const place = plain.toLowerCase().indexOf(word)
  return place < 0 ? word : plain.slice(place, place + word.length)
}

function unknownWords(
  text: string,
  tokens: readonly Token[],
  { reading, mayMend, typed }: { reading: Reading; mayMend: boolean; typed: string },
): Understanding | null {
  const unknown = tokens.filter(isUnknown)
  const [first] = unknown
  if (!first) return null
  const slips = mayMend && unknown.length <= 2 ? slipsOf(text, first, reading.members) : []
  const choices = slips.flatMap((slip): Choice[] => {
    const result = read(text.replace(slip.written, slip.name), reading, false)
    if (result.kind === 'understood')
      return [{ label: sentenceOf(result.asked, reading), asked: result.asked }]
    return result.kind === 'choice' ? result.choices : []
  })
  if (choices.length > 0) return { kind: 'choice', why: slipNote(slips), choices }
  const words = unknownIn(text, tokens).map(word => asWritten(word, typed))
  return refused(
    'unknown',
    {
      zh: `不认识“${words.join('”、“')}”，没有据此猜测`,
      en: `“${words.join('”, “')}” is not known here; nothing was guessed`,
    },
    words,
  )
}
