import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { DraftRequest } from './draft.ts'
import type { Written } from './write/written.ts'
import { draftOf } from './draft.ts'
import { published } from './published.ts'
import { readDocument } from './read.ts'
import { localTimeText } from './shown.ts'

/**
 * A new draft from its template with figures, for a file; it is not stored. `by` is who exports it, empty
 * without sign-in. Errors: those of `draftOf` and of a question.
 */
export async function writtenDraft(
  centre: Centre,
  asked: DraftRequest,
  { context, by }: { context: QueryContext; by: string },
): Promise<Written> {
  const { document, from, to } = await draftOf(centre, asked, context)
  const { language } = document
  const { readings, dataUntil } = await readDocument(document, { centre: centre.code, language, context })
  return {
    document: published(document, readings),
    readings,
    dataUntil,
    from,
    to,
    standing: { state: 'draft' },
    exported: { by, at: localTimeText(context.now, centre.hall.zone) },
  }
}
