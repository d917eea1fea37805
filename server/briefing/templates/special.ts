import type { Block, BriefingDocument } from '../document.ts'
import type { Given } from './given.ts'
import { proseMonths } from '#measures'
import { serviceSentences, teamSentences } from './peopleSentences.ts'
import { tables } from './tables.ts'
import {
  claimBlocks,
  dateInWords,
  heading,
  monthsBetween,
  note,
  References,
  runningSince,
  say,
} from './words.ts'

/** The scope of savings, in small print. */
const savingsScope = '仅含按金额计价的工程与采购，土地与产权增值不计入节约'

/** Whether the dates include the opening: only then may sentences say "since the opening". */
const isSinceOpening = ({ openedOn, from, to }: Given): boolean =>
  openedOn !== null && from <= openedOn && openedOn <= to

function opening(given: Given): string {
  const { openedOn, to, centreName } = given
  if (openedOn === null || !isSinceOpening(given)) return ''
  const { months, days } = monthsBetween(openedOn, to)
  return `${dateInWords(openedOn)}，${centreName}揭牌投入运行。${proseMonths(months, days)}来，`
}

/** 艰辛努力创筹建奇迹: the preparation of the hall. The records only contain its results. */
function preparation(f: References, given: Given): Block[] {
  return [
    heading('艰辛努力创筹建奇迹'),
    note('请写筹建经过：决定、班子到位、场所装修、设备采购、事项梳理、人员选派，有据可查的数字写明出处。'),
    { kind: 'paragraph', inlines: [] },
    say(
      f.clause('unitCount', { before: `${opening(given)}进驻单位有`, zero: '' }, 'about'),
      f.clause('itemCount', { before: '，进驻事项', zero: '' }),
      '。',
    ),
  ]
}

/** 严格管理建一流队伍: staff and rules. */
function team(f: References): Block[] {
  return [
    heading('严格管理建一流队伍'),
    say(
      f.clause('managerCount', { before: '中心现有管理人员', zero: '' }),
      f.clause('staffCount', { before: '，进驻窗口工作人员', zero: '' }),
      '。',
      f.clause('hallRules', { before: '制定日常管理制度', zero: '' }),
      f.clause('tradingRules', { before: '、交易管理制度', zero: '' }),
      '。',
    ),
    ...teamSentences(f),
    note('请写日常管理：考勤和在岗考核、业务考试、每周例会，以及加班加点的事例。'),
    { kind: 'paragraph', inlines: [] },
  ]
}

function speed(f: References, given: Given): Block[] {
  const { speedup, compressedFrom } = given
  return [
    say(
      compressedFrom === null
        ? null
        : f.on('commitmentRatio', compressedFrom, {
            before: '在承诺时限压缩为法定时限',
            after: '的基础上，再次压缩审批时限',
          }),
      f.clause('commitmentRatio', {
        before: compressedFrom === null ? '承诺时限为法定时限的' : '，期末承诺时限为法定时限的',
      }),
      '。',
      f.clause('instantItemShare', { before: '进驻事项中有', after: '的事项可实现即办件' }, 'whole'),
      f.clause('instantCapableItems', { before: '（', after: '）', zero: '' }),
      '。',
    ),
    say(
      f.clause('casesCompleted', { before: isSinceOpening(given) ? '已办结' : '期内办结' }, 'about'),
      f.clause('onTimeRate', { before: '，按时办结率' }),
      f.clause('averageHandlingTime', { before: '，承诺件平均办结用时' }),
      '。',
    ),
    ...(speedup
      ? [
          say(
            '某申请人申请的“',
            speedup.item,
            '”，原本法定',
            String(speedup.statutory),
            '个工作日的审批事项，最终',
            speedup.words,
            '就将其办结。',
          ),
          note(`上例据办件${speedup.caseNumber}，走绿色通道。办件编号不印发；申请人情况请核实后补写。`),
        ]
      : []),
  ]
}

function trading(f: References, given: Given): Block[] {
  const since = isSinceOpening(given) ? '运行以来，已' : '期内'
  return [
    say(
      f.clause('tradesConcluded', {
        before: `${since}完成交易`,
        zero: `${since.replace('，已', '')}无交易项目成交`,
      }),
      f.clause('tradeAmount', { before: '，总成交金额', zero: '' }, 'about'),
      f.clause(
        'savings',
        { before: '，节约政府资金', zero: '', below: { before: '，', after: '' } },
        'about',
      ),
      f.clause('tradeIntegrityComplaintRate', {
        before: '，廉洁类举报投诉占成交宗数的',
        zero: '，没有接到群众反映违反廉洁自律等方面的举报和投诉',
      }),
      '。',
    ),
    say(
      f.clause('savingsRate', {
        before: '节约率按控制价或预算计为',
        below: { before: '按控制价或预算计', after: '' },
      }),
      f.clause('savingsRateOnAward', {
        before: '，按成交价计为',
        after: `；${savingsScope}`,
        below: { before: '，按成交价计', after: `；${savingsScope}` },
      }),
      '。',
    ),
    say(
      f.clause('tradesPerWorkingDay', { before: '平均每个工作日完成交易', zero: '' }),
      f.clause('tradesPerActiveDay', { before: '，有交易的日子平均', zero: '' }),
      f.clause('peakTradesPerDay', { before: '，最多时一天完成', after: '交易', zero: '' }),
      '。',
    ),
    ...claimBlocks(given),
  ]
}

/** 高效便民树阳光形象: speed, thanks, and trading. */
function service(f: References, given: Given): Block[] {
  const since = isSinceOpening(given) ? '运行至今，已有' : '期内有'
  return [
    heading('高效便民树阳光形象'),
    say(
      f.clause('windowsThanked', { before: since, after: '窗口收到群众自发送来', zero: '' }),
      f.clause('banners', { before: '锦旗', zero: '' }),
      f.clause('letters', { before: '、感谢信', zero: '' }),
      '。',
    ),
    ...given.photos,
    ...speed(f, given),
    ...serviceSentences(f),
    note('请写特色便民服务：专家咨询、两证联办、上门服务、与乡镇便民服务中心的对接。'),
    { kind: 'paragraph', inlines: [] },
    ...trading(f, given),
  ]
}

/** The special issue (专刊): the work of a hall since its opening, in the field's three parts and wording. */
export function special(given: Given): BriefingDocument {
  const f = new References(`${runningSince(given)}..${given.to}`, 'none')
  return {
    language: 'zh',
    masthead: {
      name: '政务服务简报',
      issue: given.issue,
      unit: given.centreName,
      date: dateInWords(given.date),
    },
    title: '负重拼搏创新　打造亮丽窗口',
    subtitle: `——记${given.centreName}管理团队`,
    blocks: [
      ...preparation(f, given),
      ...team(f),
      ...service(f, given),
      f.trend('每月办结件数', 'casesCompleted', 'month'),
      f.table('主要指标', tables.special),
    ],
    ending: { copyTo: '', distributeTo: '', printed: `${dateInWords(given.date)}印发` },
  }
}
