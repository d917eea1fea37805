/** What is graded. */
export const gradedNames = ['cases', 'trades', 'feedback'] as const
export type GradedName = (typeof gradedNames)[number]

/** How the records of one fact are graded; in all SQL `r` is the record. */
export interface Graded {
  table: string
  /** The column by which people name a record. */
  key: string
  /** SQL of the local day by which a record belongs to a month. */
  day: string
  /** SQL of the code and the name of the unit that a record belongs to. */
  unit: { code: string; name: string; join: string }
  /** SQL that is true where the record says what it should: one entry for each thing it should say. */
  filled: readonly string[]
  /** SQL that is true where a record contradicts itself or the catalogue. */
  contradiction: string
  /** The fields of a refused row that say its unit and its month, the surest first. */
  refused: { unit: string; days: readonly string[] }
}

const unitOfCatalogue: Graded['unit'] = {
  code: 'u."code"',
  name: 'u."name"',
  join: 'LEFT JOIN "Unit" u ON u."centreId" = r."centreId" AND u."id" = r."unitId"',
}

const present = (...columns: string[]): string[] => columns.map(column => `r."${column}" IS NOT NULL`)

const windowOfAnotherUnit = `EXISTS (SELECT 1 FROM "Window" w
  WHERE w."centreId" = r."centreId" AND w."id" = r."windowId" AND w."unitId" <> r."unitId")`

/**
 * The facts that are graded. A trade belongs to its buyer, since it names no unit of the hall. What only
 * some records have, such as a limit or a reply, is expected of none.
 */
export const gradedFacts: Record<GradedName, Graded> = {
  cases: {
    table: 'Case',
    key: 'caseNumber',
    day: 'r."receivedDay"',
    unit: unitOfCatalogue,
    filled: present('unitId', 'windowId', 'itemId', 'receivedAt', 'acceptedAt'),
    contradiction: `(r."clockFault" OR r."acceptedAt" < r."receivedAt" OR ${windowOfAnotherUnit})`,
    refused: { unit: 'unit', days: ['receivedAt', 'acceptedAt', 'completedAt'] },
  },
  trades: {
    table: 'Trade',
    key: 'tradeCode',
    day: 'coalesce(r."concludedDay", r."announcedDay")',
    unit: { code: 'r."buyer"', name: 'r."buyer"', join: '' },
    filled: [
      ...present('buyer', 'method', 'bidders', 'announcedDay'),
      `(r."baseFen" IS NOT NULL OR r."priceForm" = 'rate')`,
      `(r."outcome" <> 'concluded' OR coalesce(r."awardFen", r."awardRate") IS NOT NULL)`,
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
    filled: present('unitId', 'windowId'),
    contradiction: `(r."repliedDay" < r."givenDay" OR r."closedDay" < r."givenDay"
      OR ${windowOfAnotherUnit})`,
    refused: { unit: 'unit', days: ['givenDay'] },
  },
}
