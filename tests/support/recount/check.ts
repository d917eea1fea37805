import type { FigureRef, Language, MeasureId, Reading, Readings, SeriesReading, SeriesRef } from '#measures'
import type { Block, BriefingDocument, Inline } from '../../../server/briefing/document.ts'
import type { Datable } from './dateWords.ts'
import type { Dates } from './days.ts'
import type { Fact, Recount, Recounted } from './recount.ts'
import { referenceKey } from '#measures'
import { headingInlines, isFigure } from '../../../server/briefing/document.ts'
import { settledTexts } from '../../../server/briefing/write/written.ts'
import { changeFault } from './changes.ts'
import { undatedDigits } from './dateWords.ts'
import { addDays, comparedDates, workingDays } from './days.ts'
import { listFault } from './lists.ts'
import { isMoney, kindOf, valueFault } from './printed.ts'
import { stateMeasures } from './recount.ts'
import { seriesFaults } from './series.ts'

/** The basis for checking a document. */
export interface Basis {
  recount: Recount
  language: Language
  /** The days of each kind of record that are fully known, and those on which there was a hall. */
  known: Record<Fact | 'hall', Dates>
  /** The number of months of the template's calendar period, for periods that are not over. */
  runningMonths: number | null
  dates: Datable
  /** Sentences with other numbers: notes of people, and those that are computed separately. */
  sentences: readonly string[]
}

const states: readonly MeasureId[] = ['openCases', 'overdueOpenCases', ...stateMeasures]
const isState = (measure: MeasureId): boolean => states.includes(measure)

/** Whether all, some or none of the dates are known for a figure. */
export function knownOf(
  { facts }: Recounted,
  { from, to }: Dates,
  known: Basis['known'],
): 'all' | 'some' | 'none' {
  if (facts.length === 0) return to >= known.hall.from && to <= known.hall.to ? 'all' : 'none'
  const of = facts.map(fact => {
    const [first, last] = [known[fact].from, known[fact].to]
    return from >= first && to <= last ? 'all' : to < first || from > last ? 'none' : 'some'
  })
  return of.includes('none') ? 'none' : of.includes('some') ? 'some' : 'all'
}

const balances: readonly MeasureId[] = ['openCases', 'overdueOpenCases']
/** The most days after the last known one for which cases are taken to be still open without reports. */
const levelHolds = 62

/** The value that should be printed; null where none should. */
export function toPrint(
  counted: Recounted,
  ref: Pick<FigureRef, 'measure' | 'clause'>,
  dates: Dates,
  known: Basis['known'],
): number | null {
  if (balances.includes(ref.measure)) {
    const { from, to } = known.cases
    return dates.to >= from && dates.to <= addDays(to, levelHolds) ? counted.value : null
  }
  // Nothing is missing before the opening; a sentence omits a sum of money without records.
  const opened = known.hall.from
  const since = dates.from < opened && opened <= dates.to ? { ...dates, from: opened } : dates
  const about = knownOf(counted, since, known)
  const isSaid = ref.clause !== undefined || (counted.population ?? 0) > 0
  if (about === 'none' || (isMoney(ref.measure) && counted.of === 0 && isSaid)) return null
  // A zero is printed for a rate of existing records and for a state, even where only some dates are known.
  const kind = kindOf(ref.measure)
  const isRate = counted.of > 0 && (kind === 'share' || kind === 'time')
  return counted.value === 0 && about === 'some' && !isRate && !isState(ref.measure) ? null : counted.value
}

/** A printed text without the words of its clause, which may be others for a value below zero. */
function without(text: string, { clause }: FigureRef, value: number): string {
  const words = value < 0 ? (clause?.below ?? clause) : clause
  return words ? text.slice(words.before.length, text.length - words.after.length || undefined) : text
}

/** Checks every number of a document against the rows; collects faults, and the texts that were read. */
export class Check {
  readonly faults: string[] = []
  /** Texts whose every number was accounted for. */
  readonly read = new Set<string>()
  numbers = 0
  private readonly readings: Readings
  private readonly basis: Basis

  constructor(document: BriefingDocument, readings: Readings, basis: Basis) {
    this.readings = readings
    this.basis = basis
    const { masthead, title, subtitle, ending } = document
    this.words(masthead.unit, masthead.date, title, subtitle, ending.printed)
    document.blocks.forEach(block => this.block(block))
  }

  private fault(where: string, why: string | null): void {
    if (why !== null) this.faults.push(`${where}: ${why}`)
  }

  /** Texts outside of figures: digits in them must be dates. */
  private words(...texts: string[]): void {
    for (const text of texts) {
      const rest = this.basis.sentences.reduce((left, sentence) => left.replace(sentence, ''), text)
      const digits = undatedDigits(rest, this.basis.dates)
      this.fault(`“${text}”`, digits === '' ? null : `${digits} is not accounted for`)
      this.read.add(text)
    }
  }

  private block(block: Block): void {
    switch (block.kind) {
      case 'heading':
        return this.heading(block)
      case 'paragraph':
        return this.inlines(block.inlines)
      case 'table':
        this.words(block.caption)
        return block.rows.forEach(({ label = '', value, change }) => {
          this.words(label)
          this.figure(value, this.reading(value).text)
          if (change) this.figure(change, this.reading(change).text)
        })
      case 'chart':
      case 'grid':
        this.words(block.caption)
        return this.series(block.series, this.readings.series[referenceKey(block.series)]!)
      case 'textTable':
      case 'note':
      case 'claim':
      case 'photo':
        return this.fault(block.kind, 'is not expected')
    }
  }

  private heading(block: Extract<Block, { kind: 'heading' }>): void {
    this.words(block.text.replace(/^\d+\. /, ''))
    this.read.add(block.text)
    this.fault(
      block.text,
      headingInlines(block).every(inline => typeof inline === 'string') ? null : 'has a number',
    )
  }

  private inlines(inlines: readonly Inline[]): void {
    const texts = settledTexts(inlines, this.readings)
    if (!inlines.some(isFigure)) return this.words(texts.join(''))
    inlines.forEach((inline, place) => {
      const text = texts[place] ?? ''
      if (typeof inline === 'string') this.words(text)
      else if (isFigure(inline)) this.inline(inline, text)
      else this.words(inline.text)
    })
    this.read.add(texts.join(''))
  }

  /** A figure in a sentence: punctuation around it, or a whole change, may have been omitted. */
  private inline(ref: FigureRef, printed: string): void {
    const { text } = this.reading(ref)
    if (printed === '' && ref.shows === 'change') return
    this.fault(printed, text.endsWith(printed) || text.startsWith(printed) ? null : `is not “${text}”`)
    this.figure(ref, text)
  }

  private reading(ref: FigureRef): Reading {
    return this.readings.figures[referenceKey(ref)]!
  }

  private figure(ref: FigureRef, text: string): void {
    const { from, to } = this.reading(ref)
    const where = `${ref.measure} ${ref.shows} ${from}..${to} “${text}”`
    this.read.add(text)
    this.numbers++
    const { clause } = ref
    if (clause) this.words(clause.before, clause.after, clause.below?.before ?? '', clause.below?.after ?? '')
    if (ref.shows === 'value') return this.fault(where, this.valueFault(ref, text))
    if (ref.shows === 'change') return this.fault(where, this.changeFault(ref, text))
    return this.fault(where, listFault(ref, text, { ...this.basis, dates: { from, to } }))
  }

  private valueFault(ref: FigureRef, text: string): string | null {
    const reading = this.reading(ref)
    const counted = this.basis.recount.of(ref.measure, reading)
    const value = toPrint(counted, ref, reading, this.basis.known)
    this.definition(ref, reading, counted)
    if (value === null) return text === (ref.clause ? '' : '—') ? null : 'nothing should be printed'
    if (value === 0 && ref.clause && ref.clause.zero !== null)
      return text === ref.clause.zero ? null : `“${ref.clause.zero}” should be printed`
    if (text === '' || text === '—') return `${value} should be printed`
    return valueFault(
      without(text, ref, value),
      { ...counted, value },
      { measure: ref.measure, language: this.basis.language },
    )
  }

  /** Checks the counts in the definition below a figure. */
  private definition(ref: FigureRef, reading: Reading, counted: Recounted): void {
    const where = `small print of ${ref.measure}: ${reading.definition}`
    const whole = (text: string | undefined): number => Number(text?.replaceAll(',', '') ?? Number.NaN)
    const [, part, of] = /[；;] ?([\d,]+)／([\d,]+)/.exec(reading.definition) ?? []
    const [, n] = /(?:据|of )([\d,]+)(?:条记录| records)/.exec(reading.definition) ?? []
    const [, covered, population] = /(?:覆盖|covers) ([\d,]+)／([\d,]+)/.exec(reading.definition) ?? []
    const unit =
      ref.measure.endsWith('PerWorkingDay') || ref.measure === 'tradesPerActiveDay' ? 1 : counted.of
    if (of) {
      const isPart =
        Math.abs(whole(part) - (counted.value ?? 0) * (unit === 1 ? whole(of) : counted.of)) < 1e-6
      this.fault(
        where,
        isPart && whole(of) === (unit === 1 ? whole(of) : counted.of) ? null : `of ${counted.of}`,
      )
    }
    if (n) this.fault(where, whole(n) === counted.of ? null : `n is ${counted.of}`)
    if (covered)
      this.fault(
        where,
        whole(covered) === counted.of && whole(population) === counted.population
          ? null
          : `covers ${counted.of} of ${counted.population}`,
      )
  }

  private changeFault(ref: FigureRef, text: string): string | null {
    const { recount, known, language, runningMonths } = this.basis
    const reading = this.reading(ref)
    const dates = { from: reading.from, to: reading.to }
    const isCalendar = /^[mqhy]td:/.test(ref.period)
    const before = comparedDates(dates, ref.comparison, isCalendar ? runningMonths : null)
    const { against } = reading
    if (against?.from !== before.from || against.to !== before.to)
      return `compared with ${against?.from}..${against?.to}, not ${before.from}..${before.to}`
    const [counted, earlier] = [recount.of(ref.measure, dates), recount.of(ref.measure, before)]
    const isOpen = (of: Dates): boolean => workingDays(of) > 0
    // A state of one day is compared on days without work too.
    const isAlike = isState(ref.measure) || isOpen(dates) === isOpen(before)
    const isKnown = knownOf(counted, dates, known) === 'all' && knownOf(earlier, before, known) === 'all'
    const now = toPrint(counted, ref, dates, known)
    if (!isKnown || !isAlike || now === null || earlier.value === null)
      return text === '' ? null : 'nothing may be compared'
    return changeFault(without(text, ref, 0), {
      measure: ref.measure,
      now,
      before: earlier.value,
      comparison: ref.comparison,
      language,
    })
  }

  private series(ref: SeriesRef, reading: SeriesReading): void {
    const { faults, read, numbers } = seriesFaults(ref, reading, this.basis)
    this.faults.push(...faults)
    read.forEach(text => this.read.add(text))
    this.numbers += numbers
  }
}
