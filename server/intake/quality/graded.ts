/** What is graded. */
export const gradedNames = ['cases', 'trades', 'feedback'] as const
export type GradedName = (typeof gradedNames)[number]

/** A required value of a record: the column of its fact, and SQL for whether it is there. */
interface Required {
  column: string
  filled: string
}

/** The grading of the records of one fact; in all SQL, `r` is the record. */
export interface Graded {
  table: string
  /** The column that identifies a record for people. */
  key: string
  /** SQL for the local day that decides a record's month. */
  day: string
  /** SQL for the code and the name of a record's unit. */
  unit: { code: string; name: string; join: string }
  required: readonly Required[]
  /** SQL for whether a record contradicts itself or the catalogue. */
  contradiction: string
  /** The fields of a refused row that give its unit and month, most reliable first. */
  refused: { unit: string; days: readonly string[] }
}

const unitOfCatalogue: Graded['unit'] = {
  code: 'u."code"',
  name: 'u."name"',
  join: 'LEFT JOIN "Unit" u ON u."centreId" = r."centreId" AND u."id" = r."unitId"',
}

const present = (...columns: string[]): Required[] =>
  columns.map(column => ({ column, filled: `r."${column}" IS NOT NULL` }))

const windowOfAnotherUnit = `EXISTS (SELECT 1 FROM "Window" w
  WHERE w."centreId" = r."centreId" AND w."id" = r."windowId" AND w."unitId" <> r."unitId")`

/**
 * The graded facts. A trade is assigned to its buyer, because it names no unit of the hall. Values that only
 * some records have, such as a limit or a reply, are not required.
 */
export const gradedFacts: Record<GradedName, Graded> = {
  cases: {
    table: 'Case',
    key: 'caseNumber',
    day: 'r."receivedDay"',
    unit: unitOfCatalogue,
    required: present('unitId', 'windowId', 'itemId', 'receivedAt', 'acceptedAt'),
    contradiction: `(r."clockFault" OR r."acceptedAt" < r."receivedAt" OR ${windowOfAnotherUnit})`,
    refused: { unit: 'unit', days: ['receivedAt', 'acceptedAt', 'completedAt'] },
  },
  trades: {
    table: 'Trade',
    key: 'tradeCode',
    day: 'coalesce(r."concludedDay", r."announcedDay")',
    unit: { code: 'r."buyer"', name: 'r."buyer"', join: '' },
    required: [
      ...present('buyer', 'method', 'bidders', 'announcedDay'),
      { column: 'baseFen', filled: `(r."baseFen" IS NOT NULL OR r."priceForm" = 'rate')` },
      {
        column: 'awardFen',
        filled: `(r."outcome" <> 'concluded' OR coalesce(r."awardFen", r."awardRate") IS NOT NULL)`,
      },
    ],
    contradiction: `(r."announcedDay" > r."openedDay" OR r."openedDay" > r."concludedDay"
      OR r."announcedDay" > r."concludedDay" OR r."concludedDay" > r."contractedDay"
      OR (r."outcome" <> 'concluded' AND r."awardFen" IS NOT NULL))`,
    refused: { unit: 'buyer', days: ['concludedDay', 'announcedDay'] },
  },
  feedback: {
    table: 'Feedback',
    key: 'feedbackCode',
    day: 'r."givenDay"',
    unit: unitOfCatalogue,
    required: present('unitId', 'windowId'),
    contradiction: `(r."repliedDay" < r."givenDay" OR r."closedDay" < r."givenDay"
      OR ${windowOfAnotherUnit})`,
    refused: { unit: 'unit', days: ['givenDay'] },
  },
}
