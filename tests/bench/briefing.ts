import type { Database } from '../../server/storage/database.ts'
import type { Timing } from './timing.ts'
import { seriesOf } from '../../server/briefing/document.ts'
import { draftOf } from '../../server/briefing/draft.ts'
import { readDocument } from '../../server/briefing/read.ts'
import { figureLines } from '../../server/briefing/write/figureLines.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { benchNow } from './server.ts'
import { timed } from './timing.ts'

/** What an annual briefing costs: written and read, then as Word document and workbook. */
export interface BriefingTimes {
  figures: number
  pictures: number
  compose: Timing
  docx: Timing
  xlsx: Timing
}

/**
 * Composes the annual briefing of the year that the generated cases lie in, and takes it out.
 * Milliseconds.
 */
export async function timeBriefing(database: Database, runs: number): Promise<BriefingTimes> {
  const now = new Date(benchNow)
  const context = { database, scope: wholeScope, now }
  const centre = await centresOf(database).find('pinghe')
  const compose = async () => {
    const draft = await draftOf(
      centre,
      { template: 'year', period: String(now.getUTCFullYear() - 1), comparison: 'lastYear', language: 'zh' },
      context,
    )
    const read = await readDocument(draft.document, { centre: centre.code, language: 'zh', context })
    return {
      ...draft,
      ...read,
      standing: { state: 'draft' as const },
      exported: { by: 'bench', at: now.toISOString() },
    }
  }
  const written = await compose()
  return {
    figures: figureLines(written.document, written.readings).length,
    pictures: seriesOf(written.document).length,
    compose: await timed(runs, compose),
    docx: await timed(Math.min(runs, 5), async () => briefingFile('docx', written)),
    xlsx: await timed(Math.min(runs, 5), async () => briefingFile('xlsx', written)),
  }
}
