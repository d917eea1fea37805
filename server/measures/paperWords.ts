import type { Language } from './format.ts'
import type { FigureRef, SeriesReading } from './reference.ts'

/** The texts of a document that are not written by its author, the same on the page and in files. */
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

/** Whether a stated value differs by more than a tenth from the records: 口径待核. */
export function isDoubtful(stated: number, value: number | null): boolean {
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}

/** The words around the number of a claim, with a mark where the records contradict it. */
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
 * The pieces of a paragraph as printed: punctuation around a missing clause is removed. A paragraph with only
 * punctuation left is empty. Returns as many pieces as given.
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

/** Removes the space that a missing clause left at the beginning and the end. */
function trimmed(pieces: readonly string[]): string[] {
  const hasWords = (piece: string): boolean => piece.trim() !== ''
  const [first, last] = [pieces.findIndex(hasWords), pieces.findLastIndex(hasWords)]
  return pieces.map((piece, place) => {
    if (place < first || place > last) return ''
    const start = place === first ? piece.trimStart() : piece
    return place === last ? start.trimEnd() : start
  })
}

/** Running text consists of plain text, emphasised text, and numbers. */
type Inline = string | { text: string } | FigureRef

/**
 * The printed texts of a paragraph's inlines, one for each; all empty where nothing remains. A change is left
 * out with the value to which it belongs.
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

/**
 * Splits the text of a number into number and unit: 4,660 and 件. Text that is not a single number is not
 * split.
 */
export function splitUnit(text: string): { number: string; unit: string } {
  const unit = /[^\d,.]*$/.exec(text)?.[0] ?? ''
  const number = text.slice(0, text.length - unit.length)
  return /^[+\-−]?[\d,.]+$/.test(number) ? { number, unit: unit.trim() } : { number: text, unit: '' }
}

/** The unit that all numbers of a column share; empty where they differ. */
export function columnUnit(texts: readonly string[]): string {
  const units = new Set(texts.filter(text => /\d/.test(text)).map(text => splitUnit(text).unit))
  return units.size === 1 ? ([...units][0] ?? '') : ''
}

/** The caption numbers of tables and of pictures, counted separately: 表1, 图1; empty for other blocks. */
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

/** The alternative text for a picture of a series. */
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
