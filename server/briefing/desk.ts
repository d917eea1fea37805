import type { Language } from '#measures'
import type { Viewer } from '../access/permissions.ts'
import type { Centre } from '../centres/centre.ts'
import type { Clock } from '../clock.ts'
import type { Asking } from '../query/ground.ts'
import type { Database } from '../storage/database.ts'
import type { BriefingDocument } from './document.ts'
import type { ReadDocument } from './read.ts'
import { parsePeriod, textOfDay } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { headlineFigures } from './headline.ts'
import { readDocument } from './read.ts'

/** Who works on briefings of which centre, with which eyes. */
export interface Desk { centre: Centre, asking: Asking, by: string }

/** The name by which people know whoever is answerable for what a viewer does. */
export const namedBy = ({ previewedBy, shownName }: Viewer): string => previewedBy ?? shownName

/** A viewer's desk at a centre. Errors: out-of-scope, unknown-centre. */
export async function deskFor({ viewer, database, clock }: { viewer: Viewer, database: Database, clock: Clock }, code: string): Promise<Desk> {
  checkCentres(viewer.scope, [code])
  return { centre: await centresOf(database).find(code), asking: { database, scope: viewer.scope, now: clock() }, by: namedBy(viewer) }
}

/** Reads all headline figures of a period. Errors: those of a question. */
export async function readHeadline({ centre, asking }: Desk, asked: { period: string, comparison: string, language: Language }): Promise<ReadDocument & { document: BriefingDocument, from: string, to: string }> {
  const { language, comparison } = asked
  const days = parsePeriod(asked.period, centre.hall.zone.localAt(asking.now.getTime()).day)
  const [from, to] = [textOfDay(days.from), textOfDay(days.to)]
  const document = headlineFigures({ period: `${from}..${to}`, comparison, unit: language === 'zh' ? centre.name : centre.nameEn, language })
  return { document, from, to, ...await readDocument(document, { centre: centre.code, language, asking }) }
}
