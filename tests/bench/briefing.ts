import type { Database } from '../../server/storage/database.ts'
import type { Timing } from './timing.ts'
import { findingsOf } from '../../server/briefing/checks.ts'
import { seriesOf } from '../../server/briefing/document.ts'
import { draftOf } from '../../server/briefing/draft.ts'
import { readDocument } from '../../server/briefing/read.ts'
import { figureLines } from '../../server/briefing/write/figureLines.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { benchNow } from './server.ts'
import { timed } from './timing.ts'

/** What a briefing costs: written and read, checked before it is frozen, as Word document and workbook. */
export interface BriefingTimes {
  figures: number
  pictures: number
  compose: Timing
  check: Timing
  docx: Timing
  xlsx: Timing
}

/** A briefing as the bench composes it: its template and the period it is about. */
interface Asked {
  template: 'year' | 'month'
  period: string
}

async function timeOne(database: Database, asked: Asked, runs: number): Promise<BriefingTimes> {
  const context = { database, scope: wholeScope, now: new Date(benchNow) }
  const centre = await centresOf(database).find('pinghe')
  const compose = async () => {
    const draft = await draftOf(centre, { ...asked, comparison: 'lastYear', language: 'zh' }, context)
    const read = await readDocument(draft.document, { centre: centre.code, language: 'zh', context })
    return { ...draft, ...read, read }
  }
  const { read, ...written } = await compose()
  const paper = {
    ...written,
    standing: { state: 'draft' as const },
    exported: { by: 'bench', at: context.now.toISOString() },
  }
  const checked = { centre, document: written.document, to: written.to, read, context }
  const few = Math.min(runs, 5)
  return {
    figures: figureLines(written.document, written.readings).length,
    pictures: seriesOf(written.document).length,
    compose: await timed(runs, compose),
    check: await timed(few, async () => findingsOf(checked)),
    docx: await timed(few, async () => briefingFile('docx', paper)),
    xlsx: await timed(few, async () => briefingFile('xlsx', paper)),
  }
}

/**
 * Composes the briefings of the year that the generated cases lie in, and of its last month, checks them
 * and takes them out. Milliseconds.
 */
export async function timeBriefings(
  database: Database,
  runs: number,
): Promise<Record<'year' | 'month', BriefingTimes>> {
  const year = String(new Date(benchNow).getUTCFullYear() - 1)
  return {
    year: await timeOne(database, { template: 'year', period: year }, runs),
    month: await timeOne(database, { template: 'month', period: `${year}-12` }, runs),
  }
}
