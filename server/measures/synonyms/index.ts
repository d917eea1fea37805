import type { MeasureId } from '../definitions/index.ts'
import type { Synonyms } from './synonym.ts'
import { caseQualitySynonyms } from './caseQuality.ts'
import { casesSynonyms } from './cases.ts'
import { caseTimesSynonyms } from './caseTimes.ts'
import { feedbackSynonyms } from './feedback.ts'
import { hallSynonyms, itemsSynonyms } from './items.ts'
import { peopleSynonyms } from './people.ts'
import { replyDaysSynonyms } from './replyDays.ts'
import { procedureSynonyms, tradesSynonyms } from './trades.ts'

// The client does not import these: questions in words are parsed on the server.
const synonyms: Partial<Record<MeasureId, Synonyms>> = {
  ...casesSynonyms,
  ...caseTimesSynonyms,
  ...caseQualitySynonyms,
  ...itemsSynonyms,
  ...hallSynonyms,
  ...tradesSynonyms,
  ...procedureSynonyms,
  ...feedbackSynonyms,
  ...replyDaysSynonyms,
  ...peopleSynonyms,
}

/** The synonyms of a measure. */
export const synonymsOf = (id: MeasureId): Synonyms => synonyms[id] ?? {}
