import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './given.ts'
import type { RegularForm } from './tables.ts'
import type { Writing } from './writing.ts'
import { sentencesInEnglish } from './peopleSentences.ts'
import { periodInEnglish, whenInEnglish } from './periodWords.ts'
import { problemBlocks } from './problems.ts'
import { tables } from './tables.ts'
import {
  dateInEnglish,
  granularityFor,
  heading,
  monthsOf,
  note,
  noteBlocks,
  References,
  runningSince,
  say,
} from './words.ts'
import { writingOf } from './writing.ts'

/** Printed where there were no complaints about integrity. */
export const noIntegrity = 'No report or complaint about integrity was received'

function lead(f: References, when: string, given: Given): Block {
  return say(
    f.clause('casesAccepted', { before: `${when} the windows of the ${given.centreName} accepted ` }),
    f.clause('casesCompleted', { before: ', and completed ' }),
    f.clause('onTimeRate', { before: '; ', after: ' of them were completed within the committed limit' }),
    '. ',
    f.clause('tradesConcluded', { before: 'The trading centre concluded ', zero: 'No trade was concluded' }),
    f.clause('tradeAmount', { before: ', for ', zero: '' }),
    f.clause('savings', { before: ', saving ', zero: '', below: { before: ', ', after: '' } }),
    '.',
  )
}

function cases({ f, given }: Writing): Block[] {
  return [
    heading('1. Cases'),
    say(
      f.clause('casesAccepted', { before: 'The windows accepted ' }),
      f.bothChanges('casesAccepted', ', '),
      f.clause('casesReceived', { before: '; they received ', zero: '' }),
      '. ',
      f.clause('casesCompleted', { before: 'They completed ' }),
      f.bothChanges('casesCompleted', ', '),
      f.clause('casesCompletedPerWorkingDay', { before: '; on average ', zero: '' }),
      '.',
    ),
    say(
      f.largest('casesAccepted', { by: 'window', most: 3, before: 'Most cases were accepted at ' }),
      '. ',
      f.unitsWithout('casesAccepted', { before: 'No case reached ' }),
      '.',
    ),
    f.table('Cases: main figures', tables.cases),
    f.trend('Cases completed over time', 'casesCompleted', granularityFor(given.from, given.to)),
    f.ranking('Windows with most accepted cases', 'casesAccepted', { by: 'window', most: 12 }),
    heading('2. Time limits'),
    say(
      f.clause('onTimeRate', { before: 'Within the committed limit: ', after: ' of completed cases' }),
      f.change('onTimeRate', { before: ', ' }),
      '. ',
      f.clause('averageHandlingTime', { before: 'Committed cases took ', after: ' on average' }),
      f.change('averageHandlingTime', { before: ', ' }),
      '. ',
      f.clause('openCases', {
        before: 'At the end ',
        after: ' remained open',
        zero: 'At the end no case was open',
      }),
      f.clause('overdueOpenCases', {
        before: ', including ',
        after: ' past the limit',
        zero: ', and none was overdue',
      }),
      '.',
    ),
  ]
}

function trades(f: References): Block[] {
  return [
    heading('3. Public resource trading'),
    say(
      f.clause('tradesConcluded', {
        before: 'The trading centre concluded ',
        zero: 'No trade was concluded',
      }),
      f.bothChanges('tradesConcluded', ', '),
      f.clause('tradeAmount', { before: '; they came to ', zero: '' }),
      f.change('tradeAmount', { before: ', ' }),
      '. ',
      f.clause('tradeBase', {
        before: 'Control prices and budgets that savings are measured against came to ',
        zero: '',
      }),
      f.clause('savings', {
        before: '; ',
        after: ' was saved',
        zero: '',
        below: { before: '; the awards were ', after: '' },
      }),
      f.clause('savingsRate', { before: ', ', after: ' of them', below: { before: ', or ', after: '' } }),
      f.change('savingsRate', { before: ', ' }),
      '. ',
      f.clause('landGain', {
        before: 'Land and property brought ',
        after: ' more than their starting prices, which is not counted as savings',
        zero: '',
      }),
      '. ',
      f.clause('tradeIntegrityComplaintRate', {
        before: 'Reports and complaints about integrity per trade: ',
        zero: noIntegrity,
      }),
      '.',
    ),
    f.grid('Trades by category', tables.ledger, { by: 'category' }),
    f.table('Trading: main figures', tables.trades),
  ]
}

function people(f: References, given: Given): Block[] {
  return [
    heading('4. What people say'),
    say(
      f.clause('banners', { before: 'Applicants gave ', zero: 'Applicants gave no banner' }),
      f.clause('letters', { before: ' and ', after: ' of thanks', zero: ' and no letter of thanks' }),
      f.clause('windowsThanked', { before: ', to ', zero: '' }),
      '. ',
      f.clause('complaints', { before: 'They made ', zero: 'There was no complaint' }),
      f.change('complaints', { before: ', ' }),
      '. ',
      f.clause('ownGoodReviewRate', {
        before: 'Of the reviews that applicants gave themselves, ',
        after: ' were good',
      }),
      '.',
    ),
    ...given.photos,
    say(
      f.clause('unitCount', { before: 'At the end of the period the hall housed ', zero: '' }),
      f.clause('itemCount', { before: ' and ', zero: '' }),
      f.clause('instantItemShare', { before: ', of which ', after: ' can be completed at once' }),
      f.clause('staffCount', { before: ', with ', after: ' at the windows', zero: '' }),
      '.',
    ),
    ...sentencesInEnglish(f),
    heading('5. Problems'),
    ...problemBlocks(f, given),
    heading('6. Next steps'),
    note('State the next steps, who is responsible, and by when.'),
    { kind: 'paragraph', inlines: [] },
  ]
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

function oneMonth(
  { month, from, to }: { month: string; from: string; to: string },
  comparison: string,
): Block[] {
  const f = new References(`${from}..${to}`, comparison)
  return [
    heading(monthName(month), 2),
    say(
      f.clause('casesAccepted', { before: 'The windows accepted ' }),
      f.change('casesAccepted', { before: ', ' }),
      f.clause('casesCompleted', { before: ', and completed ' }),
      f.clause('onTimeRate', { before: ', ', after: ' within the limit' }),
      '. ',
      f.clause('tradesConcluded', {
        before: 'The trading centre concluded ',
        zero: 'No trade was concluded',
      }),
      f.clause('tradeAmount', { before: ', for ', zero: '' }),
      f.clause('savings', { before: ', saving ', zero: '', below: { before: ', ', after: '' } }),
      '.',
    ),
    f.ranking(`${monthName(month)}: windows with most accepted cases`, 'casesAccepted', {
      by: 'window',
      most: 10,
    }),
  ]
}

function byMonth({ f, given }: Writing): Block[] {
  return [
    heading('7. Month by month'),
    f.grid('Main figures by month', tables.months, { granularity: 'month' }),
    ...monthsOf(runningSince(given), given.to).flatMap(month => oneMonth(month, given.comparison)),
    heading('8. Units'),
    f.grid('Cases by unit', tables.units, { by: 'unit' }),
    heading('9. Windows'),
    f.grid('Cases by window', tables.units, { by: 'window' }),
    heading('10. Items'),
    f.grid('Cases by item', tables.units, { by: 'item' }),
    heading('11. Kinds of trades'),
    f.grid('By method', tables.ledger, { by: 'method' }),
    f.grid('By buyer', tables.ledger, { by: 'buyer' }),
  ]
}

/** The English text around the body of an issue. */
export function frame(given: Given): Pick<BriefingDocument, 'language' | 'masthead' | 'ending'> {
  return {
    language: 'en',
    masthead: {
      name: 'Services Briefing',
      issue: given.issue,
      unit: given.centreName,
      date: dateInEnglish(given.date),
    },
    ending: { copyTo: '', distributeTo: '', printed: `Printed ${dateInEnglish(given.date)}` },
  }
}

/** The regular issues in English: the same figures in the same order as in Chinese. */
export function regularEnglish(given: Given, form: RegularForm): BriefingDocument {
  const writing = writingOf(given, form.template)
  const { f } = writing
  const dated = { ...given, template: form.template }
  const period = periodInEnglish(dated)
  return {
    ...frame(given),
    title: form.title,
    subtitle: period[0]?.toUpperCase() + period.slice(1),
    blocks: [
      lead(f, whenInEnglish(dated), given),
      ...cases(writing),
      ...trades(f),
      ...people(f, given),
      ...(form.byMonth ? byMonth(writing) : []),
      ...noteBlocks('Notes', given.notes, dateInEnglish),
    ],
  }
}
