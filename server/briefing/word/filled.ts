import type { Buffer } from 'node:buffer'
import type { Language } from '#measures'
import type { BriefingContext } from '../briefingContext.ts'
import type { BriefingDocument } from '../document.ts'
import type { TemplateName } from '../templates/given.ts'
import type { Written } from '../write/written.ts'
import { monthEnd, monthStart, NamedError, parsePeriod, textOfDay } from '#measures'
import { draftOf } from '../draft.ts'
import { withPhotos } from '../photos.ts'
import { published } from '../published.ts'
import { readDocument } from '../read.ts'
import { localTimeText, showBriefing, writtenOf } from '../shown.ts'
import { filledTemplate } from './fill.ts'
import { templateFile, templateOf, withWordFields } from './templateStore.ts'

/** A filled template, and its file name. */
interface FilledFile {
  name: string
  file: Buffer
}

async function fill(
  briefing: BriefingContext,
  document: BriefingDocument,
  written: Written,
): Promise<{ file: Buffer; name: string }> {
  const { centre, context } = briefing
  const { database } = context
  const { word } = document
  if (!word) throw new NamedError('template-not-found', { template: '—' })
  const { name, main, read } = await templateOf(database, centre, word.template)
  const file = await templateFile(database, centre, word.template)
  const { from, to } = written
  return {
    name: name.replace(/\.docx$/i, ''),
    file: await filledTemplate(
      { file, main, fields: read },
      { written: await withPhotos(briefing, written), dates: { from, to, openedOn: word.openedOn } },
    ),
  }
}

type Shown = Awaited<ReturnType<typeof showBriefing>>

/**
 * A briefing with another template. Values that the briefing itself has are kept; references that only the
 * template has are read now.
 */
async function withTemplate(
  { centre, context }: BriefingContext,
  shown: Shown,
  template: number,
): Promise<Pick<Shown, 'document' | 'readings'>> {
  const { from, to, language, readings: own } = shown
  const word = { template, name: '', hash: '', openedOn: null, figures: [], series: [] }
  const document = await withWordFields(context.database, {
    centre,
    document: { ...shown.document, word },
    dates: { from, to },
  })
  const fields = { blocks: [], ...(document.word && { word: document.word }) }
  const { readings } = await readDocument(fields, { centre: centre.code, language, context })
  return {
    document,
    readings: {
      ...readings,
      ...own,
      figures: { ...readings.figures, ...own.figures },
      series: { ...readings.series, ...own.series },
    },
  }
}

/**
 * A briefing in its Word template or in another one: a draft with current figures, an issue with the stored
 * ones. Errors: those of `showBriefing`, template-not-found where there is none.
 */
export async function briefingInWord(
  briefing: BriefingContext,
  id: number,
  template?: number,
): Promise<FilledFile & { template: number }> {
  const shown = await showBriefing(briefing, id)
  const isOther = template !== undefined && template !== shown.document.word?.template
  const { document, readings } = isOther ? await withTemplate(briefing, shown, template) : shown
  const written = await writtenOf(briefing, shown, { ...shown, readings })
  const { file } = await fill(briefing, document, written)
  return {
    file,
    template: document.word?.template ?? 0,
    name: `${document.title} ${document.masthead.issue}`.trim(),
  }
}

/** The regular issue of a period, which decides the wording of its sentences. */
function templateFor({ from, to }: { from: number; to: number }): TemplateName {
  const months = (Number(textOfDay(to).slice(5, 7)) - Number(textOfDay(from).slice(5, 7)) + 12) % 12
  const isWhole =
    monthStart(from) === from &&
    monthEnd(to) === to &&
    textOfDay(from).slice(0, 4) === textOfDay(to).slice(0, 4)
  if (!isWhole) return 'custom'
  return ({ 0: 'month', 2: 'quarter', 5: 'half', 11: 'year' } as const)[months] ?? 'custom'
}

/**
 * A template filled with the current figures of a period and the text of a regular issue. Errors:
 * template-not-found, period-not-begun, those of a question.
 */
export async function periodInWord(
  briefing: BriefingContext,
  template: number,
  { period, language }: { period: string; language: Language },
): Promise<FilledFile & { from: string; to: string }> {
  const { centre, context, by } = briefing
  const { database, now } = context
  const { read } = await templateOf(database, centre, template)
  const days = parsePeriod(period, centre.hall.zone.localAt(now.getTime()).day)
  const asked = { template: templateFor(days), period, comparison: 'lastYear', language }
  const { document: draft, from, to } = await draftOf(centre, asked, context)
  const needsText = read.some(({ field }) => field.kind === 'blocks' && field.name === 'text')
  const document = await withWordFields(database, {
    centre,
    document: {
      ...draft,
      // There is no briefing, so there is no issue number.
      masthead: { ...draft.masthead, issue: '' },
      ...(!needsText && { blocks: [] }),
      word: { template, name: '', hash: '', openedOn: null, figures: [], series: [] },
    },
    dates: { from, to },
  })
  const { readings, dataUntil } = await readDocument(document, { centre: centre.code, language, context })
  const made = await fill(briefing, document, {
    document: published(document, readings),
    readings,
    from,
    to,
    dataUntil,
    standing: { state: 'draft' },
    exported: { by, at: localTimeText(now, centre.hall.zone) },
  })
  return { ...made, name: `${made.name} ${from}..${to}`, from, to }
}
