import type { Language } from '#measures'
import type { Viewer } from '../access/permissions.ts'
import type { Centre } from '../centres/centre.ts'
import type { Clock } from '../common/clock.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Database } from '../storage/database.ts'
import type { BriefingDocument } from './document.ts'
import type { ReadDocument } from './read.ts'
import { parsePeriod, textOfDay } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { headlineFigures } from './headline.ts'
import { readDocument } from './read.ts'

/** The centre, the query context with the viewer's scope, and the name of the responsible person. */
export interface BriefingContext {
  centre: Centre
  context: QueryContext
  by: string
  /** The account that acts; absent where the product itself does. */
  actor?: string
}

/** The name of the person responsible for a viewer's actions: under impersonation, the impersonator. */
export const namedBy = ({ impersonatedBy, shownName }: Viewer): string => impersonatedBy ?? shownName

interface Caller {
  viewer: Viewer
  database: Database
  clock: Clock
}

/** The briefing context of a viewer for a centre that has been checked against their scope. */
export const briefingContextIn = ({
  viewer,
  database,
  clock,
  centre,
}: Caller & { centre: Centre }): BriefingContext => ({
  centre,
  context: { database, scope: viewer.scope, now: clock() },
  by: namedBy(viewer),
  actor: actorOf(viewer),
})

/** The briefing context for a centre by its code. Errors: out-of-scope, unknown-centre. */
export async function briefingContextFor(caller: Caller, code: string): Promise<BriefingContext> {
  checkCentres(caller.viewer.scope, [code])
  return briefingContextIn({ ...caller, centre: await centresOf(caller.database).find(code) })
}

/** Reads all headline figures of a period. Errors: those of a question. */
export async function readHeadline(
  { centre, context }: BriefingContext,
  asked: { period: string; comparison: string; language: Language },
): Promise<ReadDocument & { document: BriefingDocument; from: string; to: string }> {
  const { language, comparison } = asked
  const days = parsePeriod(asked.period, centre.hall.zone.localAt(context.now.getTime()).day)
  const [from, to] = [textOfDay(days.from), textOfDay(days.to)]
  const document = headlineFigures({
    period: `${from}..${to}`,
    comparison,
    unit: language === 'zh' ? centre.name : centre.nameEn,
    language,
  })
  return { document, from, to, ...(await readDocument(document, { centre: centre.code, language, context })) }
}
