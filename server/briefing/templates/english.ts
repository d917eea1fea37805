import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './index.ts'
import type { RegularForm } from './regular.ts'
import { tables } from './regular.ts'
import { dateInEnglish, granularityFor, heading, monthsOf, noteBlocks, References, runningSince, say } from './words.ts'

const integrity = { zero: 'No report or complaint about integrity was received', before: 'Reports and complaints about integrity per trade: ' }

function cases(f: References, given: Given): Block[] {
  return [
    heading('1. Cases'),
    say`Received: ${f.plain('casesReceived')}, ${f.change('casesReceived')}. Completed: ${f.plain('casesCompleted')}, ${f.change('casesCompleted')}. Completed within the committed limit: ${f.plain('onTimeRate')}, ${f.change('onTimeRate')}; average time ${f.plain('averageHandlingTime')}, ${f.change('averageHandlingTime')}. Open at the end: ${f.plain('openCases')}, of which overdue ${f.plain('overdueOpenCases')}.`,
    f.table('Cases: main figures', tables.cases),
    f.trend('Cases completed over time', 'casesCompleted', granularityFor(given.from, given.to)),
    f.ranking('Windows with most completed cases', 'casesCompleted', { by: 'window', most: 12 }),
  ]
}

function trades(f: References): Block[] {
  return [
    heading('2. Public resource trading'),
    say`Concluded: ${f.plain('tradesConcluded')}, ${f.change('tradesConcluded')}, for ${f.plain('tradeAmount')}, ${f.change('tradeAmount')}. Saved: ${f.plain('savings')}, ${f.change('savings')}; ${f.plain('savingsRate')} of the control price or budget, ${f.change('savingsRate')}. Gains on land and property of ${f.plain('landGain')} are not counted as savings. ${f.noneOr('tradeIntegrityComplaintRate', integrity)}.`,
    f.table('Trading: main figures', tables.trades),
  ]
}

function people(f: References): Block[] {
  return [
    heading('3. What people say'),
    say`Banners: ${f.plain('banners')}; letters of thanks: ${f.plain('letters')}; thanked: ${f.plain('windowsThanked')}. Complaints: ${f.plain('complaints')}, ${f.change('complaints')}.`,
    heading('4. Items and staff'),
    say`At the end: ${f.plain('unitCount')}, ${f.plain('itemCount')}, of which ${f.plain('instantItemShare')} can be completed at once; committed limits are ${f.plain('commitmentRatio')} of the statutory ones; ${f.plain('staffCount')} work at the windows.`,
  ]
}

const monthName = (month: string): string => new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))

function oneMonth({ month, from, to }: { month: string, from: string, to: string }, comparison: string): Block[] {
  const f = new References(`${from}..${to}`, comparison)
  return [
    heading(monthName(month), 2),
    say`Received: ${f.plain('casesReceived')}, ${f.change('casesReceived')}. Completed: ${f.plain('casesCompleted')}, within the limit ${f.plain('onTimeRate')}, ${f.change('onTimeRate')}. Trades: ${f.plain('tradesConcluded')} for ${f.plain('tradeAmount')}, saved ${f.plain('savings')}.`,
    f.table(`${monthName(month)}: main figures`, [...tables.cases, ...tables.trades.slice(0, 4)]),
    f.trend(`${monthName(month)}: cases completed a day`, 'casesCompleted', 'day'),
    f.ranking(`${monthName(month)}: windows with most completed cases`, 'casesCompleted', { by: 'window', most: 10 }),
  ]
}

function byMonth(f: References, given: Given): Block[] {
  return [
    heading('5. Month by month'),
    f.grid('Main figures by month', tables.months, { granularity: 'month' }),
    ...monthsOf(runningSince(given), given.to).flatMap(month => oneMonth(month, given.comparison)),
    heading('6. Units'),
    f.grid('Cases by unit', tables.units, { by: 'unit' }),
    heading('7. Windows'),
    f.grid('Cases by window', tables.units, { by: 'window' }),
    heading('8. Items'),
    f.grid('Cases by item', tables.units, { by: 'item' }),
    heading('9. Kinds of trades'),
    f.grid('By category', tables.ledger, { by: 'category' }),
    f.grid('By method', tables.ledger, { by: 'method' }),
    f.grid('By buyer', tables.ledger, { by: 'buyer' }),
  ]
}

function frame(given: Given): Pick<BriefingDocument, 'language' | 'masthead' | 'ending'> {
  return {
    language: 'en',
    masthead: { name: 'Services Briefing', issue: given.issue, unit: given.centreName, date: dateInEnglish(given.date) },
    ending: { copyTo: '', distributeTo: '', printed: `Printed ${dateInEnglish(given.date)}` },
  }
}

/** The regular issues in English: the same figures in the same order. */
export function regularEnglish(given: Given, form: RegularForm): BriefingDocument {
  const f = new References(`${given.from}..${given.to}`, given.comparison)
  return {
    ...frame(given),
    title: form.title,
    subtitle: `${dateInEnglish(given.from)} to ${dateInEnglish(given.to)}`,
    blocks: [...cases(f, given), ...trades(f), ...people(f), ...form.byMonth ? byMonth(f, given) : [], ...noteBlocks('Notes', given.notes, dateInEnglish)],
  }
}

function launch(f: References, { speedup, openedOn, from }: Given): Block[] {
  return [
    heading('1. Units, items and staff'),
    say`In the hall: ${f.plain('unitCount')}, ${f.plain('itemCount')}, ${f.plain('staffCount')} at the windows and ${f.plain('managerCount')} managing; ${f.plain('hallRules')} for daily work and ${f.plain('tradingRules')} for trading.`,
    heading('2. Faster'),
    say`Committed limits began at ${f.on('commitmentRatio', openedOn !== null && openedOn >= from ? openedOn : from)} of the statutory ones and now stand at ${f.plain('commitmentRatio')}. Of all items, ${f.whole('instantItemShare')} can be completed at once (${f.plain('instantCapableItems')}).`,
    say`Completed: ${f.plain('casesCompleted')}, ${f.plain('onTimeRate')} of them within the committed limit, on average after ${f.plain('averageHandlingTime')}.`,
    ...speedup ? [say`${speedup.item} (${speedup.caseNumber}) took the green channel: the law allows ${String(speedup.statutory)} working days, it was done in ${String(speedup.worked)}.`] : [],
  ]
}

/** The special issue in English. */
export function specialEnglish(given: Given): BriefingDocument {
  const f = new References(`${given.from}..${given.to}`, 'none')
  return {
    ...frame(given),
    title: 'Working hard, building a bright window',
    subtitle: `How the ${given.centreName} runs`,
    blocks: [
      ...launch(f, given),
      heading('3. Public resource trading'),
      say`${f.plain('tradesConcluded')} were concluded for ${f.plain('tradeAmount')}, saving ${f.plain('savings')} of public money: ${f.plain('savingsRate')} of the control price or budget, ${f.plain('savingsRateOnAward')} of the award. ${f.noneOr('tradeIntegrityComplaintRate', integrity)}. At most ${f.plain('peakTradesPerDay')} were concluded in one day, ${f.plain('tradesPerWorkingDay')} on average.`,
      ...given.claims.map((claim): Block => ({ kind: 'claim', sentence: claim.sentenceEn, source: claim.source, stated: claim.value, figure: { measure: claim.measure, period: `${given.from}..${given.to}`, comparison: 'none', shows: 'value', form: 'plain' } })),
      heading('4. What people say'),
      say`Thanked: ${f.plain('windowsThanked')}, with ${f.plain('banners')} and ${f.plain('letters')}.`,
      f.trend('Cases completed a month', 'casesCompleted', 'month'),
      f.table('Main figures', ['casesReceived', 'casesCompleted', 'onTimeRate', 'instantCaseShare', 'averageHandlingTime', 'tradesConcluded', 'tradeAmount', 'savings', 'savingsRate', 'tradeFailureRate', 'banners', 'letters', 'complaints']),
    ],
  }
}
