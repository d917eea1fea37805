import type { MeasureId } from '../index.ts'
import type { MeasureText } from './text.ts'
import { caseQualityTexts } from './caseQuality.ts'
import { casesTexts } from './cases.ts'
import { caseTimesTexts } from './caseTimes.ts'
import { feedbackTexts } from './feedback.ts'
import { hallTexts } from './hall.ts'
import { itemsTexts } from './items.ts'
import { peopleTexts } from './people.ts'
import { procedureTexts } from './procedure.ts'
import { replyDaysTexts } from './replyDays.ts'
import { tradesTexts } from './trades.ts'

export type { MeasureText } from './text.ts'

// The client does not import these: it asks the server when a definition is opened.
const measureTexts: Record<MeasureId, MeasureText> = {
  ...casesTexts,
  ...caseTimesTexts,
  ...caseQualityTexts,
  ...itemsTexts,
  ...hallTexts,
  ...tradesTexts,
  ...procedureTexts,
  ...feedbackTexts,
  ...replyDaysTexts,
  ...peopleTexts,
}

/** The texts of a measure: question, formula, source and caution. */
export const measureText = (id: MeasureId): MeasureText => measureTexts[id]
