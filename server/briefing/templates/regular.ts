import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './given.ts'
import type { RegularForm } from './tables.ts'
import type { Writing } from './writing.ts'
import { answerSentences, serviceSentences, teamSentences } from './peopleSentences.ts'
import { dayWords, periodTitle } from './periodWords.ts'
import { problemBlocks } from './problems.ts'
import { monthByMonth } from './regularMonths.ts'
import { tables } from './tables.ts'
import { dateInWords, granularityFor, heading, note, noteBlocks, say } from './words.ts'
import { writingOf, yearToDate } from './writing.ts'

/** The words around the amount by which awards exceeded the ceiling. */
const overCeiling = { before: '，', after: '' }

/**
 * The lead (导语): the results of the period in one paragraph. Changes are left to the sections, so that each
 * is stated once.
 */
function lead({ f, period }: Writing): Block {
  return say(
    f.clause('casesAccepted', {
      before: `${period}，中心各窗口共受理各类事项`,
      zero: `${period}，中心各窗口没有受理事项`,
    }),
    f.clause('casesCompleted', { before: '；办结', zero: '；没有办结件' }),
    f.clause('casesCompletedPerWorkingDay', { before: '，日均办结', zero: '' }),
    f.clause('onTimeRate', { before: '，按时办结率' }),
    '。',
    f.clause('tradesConcluded', { before: '完成公共资源交易', zero: '无交易项目成交' }),
    f.clause('tradeAmount', { before: '，成交金额', zero: '' }),
    f.clause('savings', { before: '，节约资金', zero: '', below: overCeiling }),
    '。',
  )
}

function cases({ f, period, given, toDate }: Writing): Block[] {
  const year = yearToDate(given).words
  return [
    heading('一、办件情况'),
    say(
      f.clause('casesAccepted', { before: `${period}共受理`, zero: `${period}没有受理事项` }),
      f.bothChanges('casesAccepted', '，'),
      f.clause('casesReceived', { before: '，收件', zero: '' }),
      '；',
      f.clause('casesCompleted', { before: '办结', zero: '没有办结件' }),
      f.bothChanges('casesCompleted', '，'),
      '。',
      toDate?.clause('casesAccepted', { before: `${year}受理` }),
      toDate?.change('casesAccepted', { before: '，' }),
      toDate?.clause('casesCompleted', { before: '；办结' }),
      toDate?.change('casesCompleted', { before: '，' }),
      '。',
    ),
    say(
      f.largest('casesAccepted', { by: 'window', most: 3, before: '受理量居前的窗口是' }),
      '。',
      f.unitsWithout('casesAccepted', { before: '期内无办件的单位：', after: '。' }),
    ),
    f.table('办件主要指标', tables.cases),
    f.trend('办结件数走势', 'casesCompleted', granularityFor(given.from, given.to)),
    f.ranking('受理件数居前的窗口', 'casesAccepted', { by: 'window', most: 12 }),
  ]
}

function limits({ f, given }: Writing): Block[] {
  const end = dayWords(given.to, given.to.slice(0, 4))
  return [
    heading('二、办理时限'),
    say(
      f.clause('onTimeRate', { before: '按时办结率' }),
      f.change('onTimeRate', { before: '，' }),
      '；',
      f.clause('averageHandlingTime', { before: '承诺件平均办结用时' }),
      f.change('averageHandlingTime', { before: '，' }),
      '。',
      f.clause('openCases', { before: `截至${end}在办`, zero: `截至${end}无在办件` }),
      f.clause('overdueOpenCases', { before: '，其中超期', zero: '，无超期件' }),
      '。',
    ),
  ]
}

function trades({ f, period, given, toDate }: Writing): Block[] {
  const year = yearToDate(given).words
  return [
    heading('三、公共资源交易'),
    say(
      f.clause('tradesConcluded', { before: `${period}完成交易`, zero: `${period}无交易项目成交` }),
      f.bothChanges('tradesConcluded', '，'),
      f.clause('tradeAmount', { before: '，成交金额', zero: '' }),
      f.change('tradeAmount', { before: '，' }),
      '。',
      f.clause('tradeBase', { before: '其中计算节约的项目控制价（预算）合计', zero: '' }),
      f.clause('savings', { before: '，节约资金', zero: '', below: { before: '，成交价', after: '' } }),
      f.clause('savingsRate', { before: '，节约率', below: { before: '，即', after: '' } }),
      f.change('savingsRate', { before: '，' }),
      '。',
      f.clause('landGain', { before: '土地与产权增值', after: '，不计入节约。', zero: '' }),
      f.clause('tradeIntegrityComplaintRate', {
        before: '廉洁类举报投诉占成交宗数的',
        zero: `${period}没有接到涉及交易廉洁问题的举报和投诉`,
      }),
      '。',
    ),
    say(
      toDate?.clause('tradesConcluded', { before: `${year}完成交易`, zero: '' }),
      toDate?.clause('tradeAmount', { before: '，成交金额', zero: '' }),
      toDate?.clause('savings', { before: '，节约资金', zero: '', below: overCeiling }),
      '。',
    ),
    f.grid('交易分类情况', tables.ledger, { by: 'category' }),
    f.table('交易主要指标', tables.trades),
  ]
}

function people({ f, given }: Writing): Block[] {
  return [
    heading('四、群众评价'),
    say(
      f.clause('banners', { before: '收到锦旗', zero: '未收到锦旗' }),
      f.clause('letters', { before: '，收到感谢信', zero: '，未收到感谢信' }),
      f.clause('windowsThanked', { before: '，受到表扬的窗口', zero: '' }),
      '；',
      f.clause('complaints', { before: '收到投诉', zero: '未收到投诉' }),
      f.change('complaints', { before: '，' }),
      '。',
      f.clause('reviews', { before: '收到“好差评”评价', zero: '未收到“好差评”评价' }),
      f.clause('ownGoodReviewRate', { before: '，主动评价好评率' }),
      '。',
    ),
    ...given.photos,
    ...answerSentences(f),
    ...serviceSentences(f),
    ...teamSentences(f),
    say(
      f.clause('unitCount', { before: '期末进驻单位', zero: '' }),
      f.clause('itemCount', { before: '、事项', zero: '' }),
      f.clause('instantItemShare', { before: '，可即办事项占' }),
      f.clause('commitmentRatio', { before: '，承诺时限为法定时限的' }),
      f.clause('staffCount', { before: '；窗口工作人员', zero: '' }),
      '。',
    ),
  ]
}

const prompts = ({ f, given }: Writing): Block[] => [
  heading('五、存在问题'),
  ...problemBlocks(f, given),
  heading('六、下一步工作'),
  note('请写下一步措施、责任窗口和完成时间。'),
  { kind: 'paragraph', inlines: [] },
]

/** Puts a subtitle in brackets, unless it has its own. */
const inBrackets = (text: string): string => (text.includes('（') ? text : `（${text}）`)

/**
 * The regular issues (月报, 季报, 半年报, 年报) and issues about any dates: the summary of the period first, then its
 * sections.
 */
export function regular(given: Given, form: RegularForm): BriefingDocument {
  const writing = writingOf(given, form.template)
  return {
    language: 'zh',
    masthead: {
      name: '政务服务简报',
      issue: given.issue,
      unit: given.centreName,
      date: dateInWords(given.date),
    },
    title: form.title,
    subtitle: inBrackets(periodTitle({ ...given, template: form.template })),
    blocks: [
      lead(writing),
      ...cases(writing),
      ...limits(writing),
      ...trades(writing),
      ...people(writing),
      ...prompts(writing),
      ...(form.byMonth ? monthByMonth(writing) : []),
      ...noteBlocks('备注', given.notes, dateInWords),
    ],
    ending: { copyTo: '', distributeTo: '', printed: `${dateInWords(given.date)}印发` },
  }
}
