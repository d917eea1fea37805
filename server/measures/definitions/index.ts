import { caseQualityMeasures } from './caseQuality.ts'
import { casesMeasures } from './cases.ts'
import { caseTimesMeasures } from './caseTimes.ts'
import { feedbackMeasures } from './feedback.ts'
import { hallMeasures } from './hall.ts'
import { itemsMeasures } from './items.ts'
import { peopleMeasures } from './people.ts'
import { procedureMeasures } from './procedure.ts'
import { replyDaysMeasures } from './replyDays.ts'
import { tradesMeasures } from './trades.ts'

/** Every measure by name, in the order in which catalogues show them. */
export const measures = {
  ...casesMeasures,
  ...caseTimesMeasures,
  ...caseQualityMeasures,
  ...itemsMeasures,
  ...hallMeasures,
  ...tradesMeasures,
  ...procedureMeasures,
  ...feedbackMeasures,
  ...replyDaysMeasures,
  ...peopleMeasures,
}

/** The name of a measure. */
export type MeasureId = keyof typeof measures
