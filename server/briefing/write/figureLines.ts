import type { FigureRef, Filter, Language, MeasureId, Printing, Readings } from '#measures'
import type { Block, BriefingDocument } from '../document.ts'
import { bareText, headingUnit, measureNamed, printingOfReadings } from '#measures'
import { headingInlines, isFigure } from '../document.ts'
import { readingAt, seriesAt } from './written.ts'

/** One number of a briefing with its details, for CSV and workbook. */
export interface FigureLine {
  section: string
  name: string
  text: string
  value: number | null
  unit: string
  numerator: number | null
  n: number | null
  coverage: string
  period: string
  against: string
  earlier: number | null
  filters: string
  definition: string
  fingerprint: string
}

/** The filters of a number as text; empty for none. */
export const filterWords = (filters: readonly Filter[] = []): string =>
  filters.map(({ dimension, in: members }) => `${dimension} = ${members.join(', ')}`).join('; ')
const between = (days: { from: string; to: string } | null): string =>
  days ? `${days.from}..${days.to}` : ''

/** A number in its stored unit, except money, which is in whole units of its currency. */
function ownValue(id: MeasureId, value: number | null): number | null {
  return value !== null && measureNamed(id).unit === 'fen' ? value / 100 : value
}

function unitOf(id: MeasureId, how: Printing): string {
  const { unit } = measureNamed(id)
  return unit === 'percent' ? '1' : headingUnit(unit, how)
}

interface LineContext {
  readings: Readings
  language: Language
  section: string
}

function figureLine(ref: FigureRef, label: string | null, reading: LineContext): FigureLine {
  const { readings, language, section } = reading
  const { value, earlier, numerator, n, coverage, text, from, to, against, definition, fingerprint } =
    readingAt(readings, ref)
  const id = ref.measure
  return {
    section,
    name: label ?? measureNamed(id).names[language],
    text: bareText(ref, text),
    value: ownValue(id, value),
    unit: unitOf(id, printingOfReadings(readings, language)),
    numerator,
    n,
    coverage: coverage ? `${coverage.covered}/${coverage.of}` : '',
    period: between({ from, to }),
    against: between(against),
    earlier: ownValue(id, earlier),
    filters: filterWords(ref.filters),
    definition,
    fingerprint,
  }
}

function seriesLines(block: Extract<Block, { kind: 'chart' | 'grid' }>, how: LineContext): FigureLine[] {
  const { readings, language, section } = how
  const { series } = block
  const reading = seriesAt(readings, series)
  return reading.rows.flatMap(row =>
    row.cells.map(({ text, value, earlier, numerator, n }, place): FigureLine => {
      const id = series.measures[place] ?? 'casesReceived'
      return {
        section,
        name: `${row.label} · ${measureNamed(id).names[language]}`,
        text,
        value: ownValue(id, value),
        unit: unitOf(id, printingOfReadings(readings, language)),
        numerator,
        n,
        coverage: '',
        period: between(row),
        against: between(reading.against),
        earlier: ownValue(id, earlier),
        filters: [filterWords(series.filters), row.code ? `${series.by} = ${row.code}` : '']
          .filter(Boolean)
          .join('; '),
        definition: reading.definitions[place] ?? '',
        fingerprint: reading.fingerprints[place] ?? '',
      }
    }),
  )
}

function blockLines(block: Block, reading: LineContext): FigureLine[] {
  switch (block.kind) {
    case 'heading':
      return headingInlines(block)
        .filter(isFigure)
        .map(ref => figureLine(ref, null, reading))
    case 'textTable':
    case 'note':
    case 'claim':
    case 'photo':
      return []
    case 'paragraph':
      return block.inlines.filter(isFigure).map(ref => figureLine(ref, null, reading))
    case 'table':
      return block.rows.flatMap(({ label = null, value, change }) => [
        figureLine(value, label, reading),
        ...(change ? [figureLine(change, label, reading)] : []),
      ])
    case 'chart':
    case 'grid':
      return seriesLines(block, reading)
  }
}

/**
 * Every number of a document in reading order, with the first-level heading above it; then those of the
 * fields of its Word template.
 */
export function figureLines(document: BriefingDocument, readings: Readings): FigureLine[] {
  const lines: FigureLine[] = []
  let section = document.title
  for (const block of document.blocks) {
    if (block.kind === 'heading' && block.level === 1) section = block.text
    lines.push(...blockLines(block, { readings, language: document.language, section }))
  }
  const { word, language } = document
  const ofTemplate = { readings, language, section: word?.name ?? '' }
  lines.push(...(word?.figures ?? []).map(ref => figureLine(ref, null, ofTemplate)))
  return lines
}
