import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './given.ts'
import { frame, noIntegrity } from './english.ts'
import { tables } from './tables.ts'
import { claimBlocks, dateInEnglish, heading, note, References, runningSince, say } from './words.ts'

function launch(f: References, { openedOn, from, to, centreName }: Given): Block[] {
  const isSinceOpening = openedOn !== null && from <= openedOn && openedOn <= to
  const opened = isSinceOpening ? `The ${centreName} opened on ${dateInEnglish(openedOn)}. ` : ''
  return [
    heading('Building it'),
    note(
      'Tell how the centre was prepared: the decision, the team, the hall, the equipment, the items, ' +
        'the staff.',
    ),
    { kind: 'paragraph', inlines: [] },
    say(
      f.clause('unitCount', { before: `${opened}The hall houses `, zero: '' }),
      f.clause('itemCount', { before: ' and ', zero: '' }),
      '.',
    ),
    heading('A team under firm rules'),
    say(
      f.clause('managerCount', { before: 'The team has ', after: ' in management', zero: '' }),
      f.clause('staffCount', { before: ' and ', after: ' at the windows', zero: '' }),
      '. ',
      f.clause('hallRules', { before: 'It works by ', after: ' for daily work', zero: '' }),
      f.clause('tradingRules', { before: ' and ', after: ' for trading', zero: '' }),
      '.',
    ),
  ]
}

function speed(f: References, { speedup, compressedFrom }: Given): Block[] {
  return [
    heading('Quick and fair'),
    say(
      compressedFrom === null
        ? null
        : f.on('commitmentRatio', compressedFrom, {
            before: 'Committed limits began at ',
            after: ' of the statutory ones',
          }),
      f.clause(
        'commitmentRatio',
        compressedFrom === null
          ? { before: 'Committed limits stand at ', after: ' of the statutory ones' }
          : { before: ' and were cut further, to ' },
      ),
      '. ',
      f.clause('instantItemShare', { before: 'Of all items, ', after: ' can be completed at once' }, 'whole'),
      f.clause('instantCapableItems', { before: ' (', after: ')', zero: '' }),
      '.',
    ),
    say(
      f.clause('casesCompleted', { before: 'The windows completed ' }),
      f.clause('onTimeRate', { before: ', ', after: ' of them within the committed limit' }),
      f.clause('averageHandlingTime', { before: '; committed cases took ', after: ' on average' }),
      '.',
    ),
    ...(speedup
      ? [
          say(
            'For ',
            speedup.item,
            ' the law allows ',
            String(speedup.statutory),
            ' working days; one applicant had it in ',
            speedup.words,
            '.',
          ),
          note(`This is case ${speedup.caseNumber}. Its number is not printed.`),
        ]
      : []),
  ]
}

function results(f: References, { photos }: Given): Block[] {
  return [
    say(
      f.clause('windowsThanked', { before: 'Applicants thanked ', zero: '' }),
      f.clause('banners', { before: ' with ', zero: '' }),
      f.clause('letters', { before: ' and ', zero: '' }),
      '.',
    ),
    ...photos,
    say(
      f.clause('tradesConcluded', {
        before: 'The trading centre concluded ',
        zero: 'No trade was concluded',
      }),
      f.clause('tradeAmount', { before: ' for ', zero: '' }),
      f.clause('savings', {
        before: ', saving ',
        after: ' of public money',
        zero: '',
        below: { before: ', ', after: '' },
      }),
      f.clause('savingsRate', {
        before: ': ',
        after: ' of the control price or budget',
        below: { before: ', or ', after: '' },
      }),
      f.clause('savingsRateOnAward', {
        before: ', ',
        after: ' of the award',
        below: { before: '; measured against the award, ', after: '' },
      }),
      '. ',
      f.clause('tradeIntegrityComplaintRate', {
        before: 'Reports and complaints about integrity per trade: ',
        zero: noIntegrity,
      }),
      '. ',
      f.clause('peakTradesPerDay', { before: 'The most in one day was ', zero: '' }),
      f.clause('tradesPerWorkingDay', { before: ', the average ', zero: '' }),
      '.',
    ),
  ]
}

/** The special issue in English. */
export function specialEnglish(given: Given): BriefingDocument {
  const f = new References(`${runningSince(given)}..${given.to}`, 'none')
  return {
    ...frame(given),
    title: 'Working hard, building a bright window',
    subtitle: `The team that runs the ${given.centreName}`,
    blocks: [
      ...launch(f, given),
      ...speed(f, given),
      ...results(f, given),
      ...claimBlocks(given),
      f.trend('Cases completed a month', 'casesCompleted', 'month'),
      f.table('Main figures', tables.special),
    ],
  }
}
