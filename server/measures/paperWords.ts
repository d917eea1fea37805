import type { Language } from './format.ts'
import type { FigureRef, SeriesReading } from './reference.ts'

/** What a document says besides what was written in it, on the page and in every file alike. */
export const paperWords = {
  zh: {
    measure: '指标',
    unit: '单位',
    total: '合计',
    value: '数值',
    change: '变化',
    copyTo: '抄送：',
    distributeTo: '分送：',
    doubtful: '【口径待核】',
    quoted: '原文“',
    source: '”（',
    recorded: '）；据记录为',
    stop: '。',
    colon: '：',
    between: '；',
  },
  en: {
    measure: 'Measure',
    unit: 'Unit',
    total: 'Total',
    value: 'Value',
    change: 'Change',
    copyTo: 'Copy to: ',
    distributeTo: 'Distribution: ',
    doubtful: '[to be checked] ',
    quoted: 'Stated: “',
    source: '” (',
    recorded: '); by the records ',
    stop: '.',
    colon: ': ',
    between: '; ',
  },
} as const

/** True where a stated value is more than a tenth off what the records say: 口径待核. */
export function isDoubtful(stated: number, value: number | null): boolean {
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}

/** The words around the number of a quoted claim, marked where the records contradict it. */
export function claimWords(
  claim: { sentence: string; source: string; stated: number },
  value: number | null,
  language: Language,
): { before: string; after: string } {
  const say = paperWords[language]
  const doubt = isDoubtful(claim.stated, value) ? say.doubtful : ''
  return {
    before: `${doubt}${say.quoted}${claim.sentence}${say.source}${claim.source}${say.recorded}`,
    after: say.stop,
  }
}

const stops = '，、；：。,;:.'
const isStop = (character: string | undefined): boolean =>
  character !== undefined && stops.includes(character)
const endStops = '。.'

/** Removes the comma at the end of the last piece that has any text. */
function dropLastStop(pieces: string[]): void {
  const place = pieces.findLastIndex(piece => piece !== '')
  if (place >= 0) pieces[place] = (pieces[place] ?? '').replace(/[，、；：,;:]\s*$/, '')
}

/**
 * The pieces of a paragraph as they are printed: where a clause is missing, the punctuation that stood
 * around it goes too. A paragraph of which only punctuation is left is empty. As many pieces come out
 * as went in.
 */
export function settled(texts: readonly string[]): string[] {
  const pieces: string[] = []
  let last = ''
  for (const text of texts) {
    let piece = text
    const mayDrop = last === '' || isStop(last)
    while (isStop(piece[0])) {
      if (!mayDrop) break
      if (endStops.includes(piece[0] ?? '') && last !== '' && !endStops.includes(last)) {
        dropLastStop(pieces)
        break
      }
      piece = piece.slice(1).trimStart()
    }
    pieces.push(piece)
    last = piece.trimEnd().at(-1) ?? last
  }
  return trimmed(pieces)
}

/** Pieces without the space that a missing clause left before the first words and behind the last. */
function trimmed(pieces: readonly string[]): string[] {
  const hasWords = (piece: string): boolean => piece.trim() !== ''
  const [first, last] = [pieces.findIndex(hasWords), pieces.findLastIndex(hasWords)]
  return pieces.map((piece, place) => {
    if (place < first || place > last) return ''
    const start = place === first ? piece.trimStart() : piece
    return place === last ? start.trimEnd() : start
  })
}

/** What running text is made of: plain text, text that stands out, or a number. */
type Inline = string | { text: string } | FigureRef

/**
 * The texts of a paragraph's inlines as they are printed, one for each; all empty where nothing is left
 * to say. A change is left out where the value before it that it belongs to is.
 */
export function settledInlines(inlines: readonly Inline[], textOf: (figure: FigureRef) => string): string[] {
  const silent = new Set<string>()
  const texts = inlines.map(inline => {
    if (typeof inline === 'string') return inline
    if (!('measure' in inline)) return inline.text
    const { measure, shows } = inline
    const text = textOf(inline)
    if (shows === 'change') return silent.has(measure) ? '' : text
    if (text === '') silent.add(measure)
    else silent.delete(measure)
    return text
  })
  return settled(texts)
}

/** A number of a table without its unit, and the unit: 4,660 and 件. What is no single number stays whole. */
export function splitUnit(text: string): { number: string; unit: string } {
  const unit = /[^\d,.]*$/.exec(text)?.[0] ?? ''
  const number = text.slice(0, text.length - unit.length)
  return /^[+\-−]?[\d,.]+$/.test(number) ? { number, unit: unit.trim() } : { number: text, unit: '' }
}

/** The unit that all numbers of a column share, or an empty text. */
export function columnUnit(texts: readonly string[]): string {
  const units = new Set(texts.filter(text => /\d/.test(text)).map(text => splitUnit(text).unit))
  return units.size === 1 ? ([...units][0] ?? '') : ''
}

/** How tables and pictures are numbered, each for itself, block by block: 表1, 图1; empty for all others. */
export function captionNumbers(blocks: readonly { kind: string }[], language: Language): string[] {
  const counts = { table: 0, chart: 0 }
  return blocks.map(({ kind }) => {
    if (kind === 'chart' || kind === 'photo')
      return `${language === 'zh' ? '图' : 'Figure '}${++counts.chart}`
    return kind === 'table' || kind === 'grid' || kind === 'textTable'
      ? `${language === 'zh' ? '表' : 'Table '}${++counts.table}`
      : ''
  })
}

const mostSpoken = 40

/** What a picture of a series shows, for those who do not see it. */
export function seriesWords(
  caption: string,
  { rows }: Pick<SeriesReading, 'rows'>,
  language: Language,
): string {
  const say = paperWords[language]
  return `${caption}${say.colon}${rows
    .slice(0, mostSpoken)
    .map(row => `${row.label} ${row.cells[0]?.text ?? ''}`)
    .join(say.between)}`
}
