import type { FunctionalComponent } from 'vue'
import { h } from 'vue'

/** Forbids a line break where it stands, such as before the mark behind a figure (U+2060, word joiner). */
export const wordJoiner = '\u2060'

const number = String.raw`\d+(?:[.,]\d+)*`
/** Text that must not be broken over lines: a date, a telephone number, or a number and its unit. */
const together = new RegExp(
  [
    String.raw`\d+(?:-\d+)+`,
    String.raw`(?:\d+[年月])*\d+[年月日]`,
    String.raw`\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?`,
    `${number}(?:%| ?(?:[万亿]元|个?工作日|个(?:半天|百分点)|人次|million \\w+|working days?|[A-Za-z]+|\\p{Script=Han}))`,
  ].join('|'),
  'gu',
)

/** Splits a text into pieces; a piece with `kept` stays on one line. Joined, they are the original text. */
export function piecesOf(text: string): { text: string; kept: boolean }[] {
  const pieces: { text: string; kept: boolean }[] = []
  let end = 0
  for (const { 0: run, index } of text.matchAll(together)) {
    if (index > end) pieces.push({ text: text.slice(end, index), kept: false })
    pieces.push({ text: run, kept: true })
    end = index + run.length
  }
  if (end < text.length || end === 0) pieces.push({ text: text.slice(end), kept: false })
  return pieces
}

/** A sentence in which no line ends within a date or a telephone number, or between a number and its unit. */
export const KeptText: FunctionalComponent<{ text: string }> = ({ text }) =>
  piecesOf(text).map(piece => (piece.kept ? h('span', { class: 'kept' }, piece.text) : piece.text))
KeptText.props = ['text']
