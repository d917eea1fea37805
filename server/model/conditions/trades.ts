import { refsOf } from '../column.ts'
import { all, any, differs, eq, gt, gte, isIn, isNotNull, isTrue, lt, minus, not } from '../expression.ts'
import { trades } from '../trades.ts'

const c = refsOf(trades.columns)

const concluded = eq(c.outcome, 'concluded')
const concludedOrFailed = isIn(c.outcome, ['concluded', 'tooFewBidders', 'annulled'])
const awarded = all(concluded, eq(c.priceForm, 'amount'), isNotNull(c.awardFen))

// Savings exist for works and procurement priced by an amount against a positive base (domain.md C2),
// gains for land, mining rights and property (C5). The two conditions cannot both hold.
const priced = all(awarded, gt(c.baseFen, 0), c.homeCurrency)
const savingCategory = isIn(c.category, ['works', 'procurement'])
const gainCategory = isIn(c.category, ['land', 'mining', 'property'])

// A base of works and procurement is a ceiling or a budget: an award must not be above it, in whatever
// currency.
const ceilingKnown = all(awarded, savingCategory, gt(c.baseFen, 0))

const repeated = gte(c.round, 2)
const notSingleSource = differs(c.method, 'singleSource')

/** Conditions and numbers of trades. */
export const tradeExpressions = {
  numbers: {
    award: c.awardFen,
    base: c.baseFen,
    saving: minus(c.baseFen, c.awardFen),
    gain: minus(c.awardFen, c.baseFen),
    discountRate: c.discountRate,
    bidders: c.bidders,
    calendarDays: minus(c.contractedDay, c.announcedDay),
    daysToBid: minus(c.openedDay, c.announcedDay),
    overCeiling: minus(c.awardFen, c.baseFen),
  },
  conditions: {
    concluded,
    failed: isIn(c.outcome, ['tooFewBidders', 'annulled']),
    concludedOrFailed,
    amountPriced: all(awarded, c.homeCurrency),
    saving: all(priced, savingCategory),
    belowBase: all(priced, savingCategory, lt(c.awardFen, c.baseFen)),
    aboveBase: all(priced, savingCategory, gt(c.awardFen, c.baseFen)),
    gain: all(priced, gainCategory),
    savingCategory: all(concluded, savingCategory),
    gainCategory: all(concluded, gainCategory),
    awarded,
    otherCurrency: all(awarded, not(c.homeCurrency)),
    biddersKnown: all(concluded, isNotNull(c.bidders)),
    cycleKnown: all(concluded, isNotNull(c.cycleBin)),
    contracted: all(concluded, gte(c.contractedDay, c.announcedDay)),
    exactlyThree: all(concluded, eq(c.bidders, 3)),
    competitive: all(concluded, isNotNull(c.bidders), notSingleSource),
    oneBidder: all(concluded, eq(c.bidders, 1), notSingleSource),
    documentsKnown: all(concludedOrFailed, isNotNull(c.documentDays)),
    documentsShort: all(concludedOrFailed, lt(c.documentDays, 5)),
    repeatConcluded: all(concluded, repeated, isNotNull(c.method)),
    switched: all(
      concluded,
      repeated,
      isIn(c.method, ['negotiation', 'consultation', 'inquiry', 'singleSource']),
    ),
    repeatRound: all(concludedOrFailed, repeated),
    bought: savingCategory,
    tendered: all(
      savingCategory,
      isIn(c.method, ['openTender', 'invitedTender']),
      isNotNull(c.openedDay),
      isNotNull(c.announcedDay),
    ),
    ceilingKnown,
    aboveCeiling: all(ceilingKnown, gt(c.awardFen, c.baseFen)),
    awardWithoutBase: all(awarded, savingCategory, not(isTrue(gt(c.baseFen, 0)))),
    datesOutOfOrder: any(
      lt(c.openedDay, c.announcedDay),
      lt(c.concludedDay, c.announcedDay),
      lt(c.concludedDay, c.openedDay),
      lt(c.publishedDay, c.openedDay),
      lt(c.contractedDay, c.openedDay),
      lt(c.contractedDay, c.concludedDay),
    ),
    deepDiscount: all(priced, savingCategory, gt(c.discountRate, 30_000)),
  },
}
