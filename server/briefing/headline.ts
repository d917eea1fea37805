import type { Language, MeasureId } from '#measures'
import type { Block, BriefingDocument } from './document.ts'
import { heading, References } from './templates/words.ts'

/** The headline figures, in the order in which leaders ask for them. */
const headline: { heading: Record<Language, string>; measures: MeasureId[] }[] = [
  {
    heading: { zh: '办件', en: 'Cases' },
    measures: [
      'casesReceived',
      'casesAccepted',
      'casesCompleted',
      'onTimeRate',
      'earlyRate',
      'instantCaseShare',
      'sameDayRate',
      'averageHandlingTime',
      'medianHandlingTime',
      'p90HandlingTime',
      'openCases',
      'overdueOpenCases',
      'actualSpeedup',
    ],
  },
  {
    heading: { zh: '公共资源交易', en: 'Public resource trading' },
    measures: [
      'tradesConcluded',
      'tradeAmount',
      'savings',
      'savingsRate',
      'savingsRateOnAward',
      'landGain',
      'premiumRate',
      'tradesPerWorkingDay',
      'peakTradesPerDay',
      'tradeFailureRate',
      'medianBidders',
      'exactlyThreeShare',
      'medianTradeCycle',
      'tradeIntegrityComplaintRate',
    ],
  },
  {
    heading: { zh: '群众评价', en: 'What people say' },
    measures: [
      'banners',
      'letters',
      'windowsThanked',
      'complaints',
      'averageReplyDays',
      'reviews',
      'ownGoodReviewRate',
      'hotlineCalls',
    ],
  },
  {
    heading: { zh: '事项与队伍', en: 'Items and staff' },
    measures: [
      'unitCount',
      'itemCount',
      'instantCapableItems',
      'instantItemShare',
      'commitmentRatio',
      'commitmentCompression',
      'meanItemCompression',
      'staffCount',
      'managerCount',
      'hallRules',
      'tradingRules',
      'attendanceRate',
      'postCoverage',
      'examPassRate',
      'servicesGiven',
      'townshipVisits',
    ],
  },
]

/**
 * All headline figures of a period as a document of tables, which can be read, shown and exported like a
 * briefing.
 */
export function headlineFigures(of: {
  period: string
  comparison: string
  unit: string
  language: Language
}): BriefingDocument {
  const f = new References(of.period, of.comparison)
  const blocks = headline.flatMap(({ heading: words, measures }): Block[] => [
    heading(words[of.language]),
    f.table(words[of.language], measures),
  ])
  return {
    language: of.language,
    masthead: { name: '', issue: '', unit: of.unit, date: '' },
    title: of.language === 'zh' ? '简报数据' : 'Briefing figures',
    subtitle: of.period,
    blocks,
    ending: { copyTo: '', distributeTo: '', printed: '' },
  }
}
