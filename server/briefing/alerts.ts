import type { Language, MeasureId, XmrSignal } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { UsualAnswer } from '../query/usual.ts'
import type { News } from './notices.ts'
import type { At } from './targetNews.ts'
import {
  dateWords,
  dayFromText,
  listWords,
  measureNamed,
  monthStart,
  printLine,
  spanWords,
  textOfDay,
  xmrWords,
} from '#measures'
import { readCentreSetting } from '../centres/centreSettings.ts'
import { goalsOf } from '../centres/goals.ts'
import { badReviewDeadlines } from '../centres/standards.ts'
import { completenessOf } from '../entry/reporting/completeness.ts'
import { badReviewFollowUps } from '../query/followUps.ts'
import { freshnessOf } from '../query/freshness.ts'
import { usualFor } from '../query/usual.ts'
import { ledgerFindings } from '../trading/ledgerFindings.ts'
import { evidence, missedTarget, readOver } from './targetNews.ts'

const mostNamed = 8
const signalDays = 30

/** A count with its English noun, in singular or plural. */
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

async function lateUnits({ centre, context }: At): Promise<News[]> {
  const late = (await freshnessOf(centre.code, context)).units.filter(unit => unit.late)
  const names = (language: 'zh' | 'en'): string =>
    listWords(
      late.slice(0, mostNamed).map(({ unit }) => unit[language]),
      language,
    )
  return late.length === 0
    ? []
    : [
        {
          kind: 'late',
          subject: 'late',
          link: '/data',
          words: {
            zh: `${late.length}个单位未按时报送数据：${names('zh')}`,
            en: `${counted(late.length, 'unit has', 'units have')} not reported in time: ${names('en')}`,
          },
        },
      ]
}

/** Reports due by hand that have not been submitted. Reminds once a day. */
async function missingReports({ centre, context, today }: At): Promise<News[]> {
  const { standings } = await completenessOf(centre, context)
  const missing = standings.flatMap(({ names, due }) =>
    due && due.missing.length > 0 ? [{ names, count: due.missing.length, to: due.period.to }] : [],
  )
  if (missing.length === 0) return []
  const list = (language: Language): string =>
    missing
      .map(({ names, count, to }) =>
        language === 'zh'
          ? `${names.zh}（${dateWords(to, language, today.slice(0, 4))}）${count}份`
          : `${names.en} of ${dateWords(to, language, today.slice(0, 4))}: ${count}`,
      )
      .join(language === 'zh' ? '、' : '; ')
  return [
    {
      kind: 'reports',
      subject: 'reports',
      link: '/reports',
      perDay: 1,
      words: { zh: `手工填报未按时报送：${list('zh')}`, en: `Manual reports missing: ${list('en')}` },
    },
  ]
}

async function overdue(at: At): Promise<News[]> {
  const { value } = await readOver('overdueOpenCases', `${at.today}..${at.today}`, at)
  return value === null || value === 0
    ? []
    : [
        {
          kind: 'overdue',
          subject: 'overdue',
          link: evidence('overdueOpenCases', `${at.today}..${at.today}`),
          words: {
            zh: `在办超期${value}件`,
            en: counted(value, 'open case is overdue', 'open cases are overdue'),
          },
        },
      ]
}

async function signals({ centre, context }: At): Promise<News[]> {
  const day = centre.hall.zone.localAt(context.now.getTime()).day
  const period = `${textOfDay(day - signalDays)}..${textOfDay(day)}`
  const { now, scope } = context
  const findings = await ledgerFindings(context.database, centre, { period, now, scope })
  return findings.signals
    .filter(signal => signal.findings.length > 0)
    .map(({ id, names, findings }): News => {
      const trades = new Set(findings.flatMap(finding => finding.trades)).size
      return {
        kind: 'signal',
        subject: `signal ${id}`,
        link: `/trading?${new URLSearchParams({ period, signal: id })}#signals`,
        words: {
          zh: `交易信号“${names.zh}”：近${signalDays}天涉及${trades}宗交易，请核查`,
          en:
            `Trading signal “${names.en}”: ${counted(trades, 'trade', 'trades')} of the last ` +
            `${signalDays} days to be checked`,
        },
      }
    })
}

/** A signal where this year's bad reviews were mostly answered late. */
async function lateReplies({ centre, context }: At): Promise<News[]> {
  const { value: deadlines } = await readCentreSetting(context.database, centre.id, badReviewDeadlines)
  const asked = { period: 'yearToDate', filters: [], deadlines }
  const lateReplies = (await badReviewFollowUps(centre, asked, context)).lateReplies
  return lateReplies
    ? [
        {
          kind: 'signal',
          subject: 'signal lateReplies',
          link: '/feedback#follow-ups',
          words: {
            zh: `今年应答复的差评${lateReplies.of}件，其中${lateReplies.late}件答复超期`,
            en: `Bad reviews of this year answered late: ${lateReplies.late} of ${lateReplies.of}`,
          },
        },
      ]
    : []
}

/** The measures whose last whole month is checked each morning for unusual values. */
const watched: MeasureId[] = [
  'casesReceived',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'tradesConcluded',
  'savingsRate',
  'complaints',
]

/**
 * A signal of the last whole month that the month before did not have, so that a lasting change is reported
 * once.
 */
function freshSignal({ signals, buckets }: UsualAnswer): XmrSignal | null {
  const last = buckets.length - 1
  const isOld = ({ rule, side }: XmrSignal): boolean =>
    signals.some(signal => signal.at === last - 1 && signal.rule === rule && signal.side === side)
  return signals.find(signal => signal.at === last && !isOld(signal)) ?? null
}

async function variationOf(id: MeasureId, { centre, context, today }: At): Promise<News[]> {
  const end = monthStart(dayFromText(today) ?? 0) - 1
  const usual = await usualFor({ measure: id, centre: centre.code, filters: [], until: end }, context)
  const [bucket, signal] = [usual?.buckets.at(-1), usual ? freshSignal(usual) : null]
  if (!bucket || !signal || bucket.to !== textOfDay(end)) return []
  const measure = measureNamed(id)
  const words = xmrWords[signal.rule][signal.side]
  const print = (value: number, language: Language): string =>
    printLine(value, measure, { language, currency: centre.currency })
  const range = (language: Language): string =>
    `${print(bucket.low, language)}–${print(bucket.high, language)}`
  return [
    {
      kind: 'variation',
      subject: `variation ${id} ${bucket.key}`,
      link: evidence(id, bucket.key),
      once: true,
      words: {
        zh:
          `${spanWords(bucket, 'zh', '')}${measure.names.zh}为${print(bucket.value, 'zh')}，` +
          `${words.zh}（通常范围${range('zh')}）`,
        en:
          `${measure.names.en} in ${spanWords(bucket, 'en', '')}: ${print(bucket.value, 'en')}, ` +
          `${words.en} (usually ${range('en')})`,
      },
    },
  ]
}

function rethrow(error: unknown): never {
  throw error
}

/**
 * The news of a centre for today: targets behind schedule, late units, reports due by hand, overdue cases,
 * signals of the ledger, late replies to bad reviews, and months beyond usual variation. A check that fails
 * is reported to `failed` and does not stop the others.
 */
export async function newsOf(
  centre: Centre,
  context: QueryContext,
  failed: (error: unknown) => void = rethrow,
): Promise<News[]> {
  const today = textOfDay(centre.hall.zone.localAt(context.now.getTime()).day)
  const at = { centre, context, today }
  const goals = await goalsOf(context.database, { centre: centre.code, from: today, to: today })
  const ofHall = goals.filter(goal => goal.unit === null && goal.window === null)
  const results = await Promise.allSettled([
    ...ofHall.map(async goal => missedTarget(goal, at)),
    lateUnits(at),
    missingReports(at),
    overdue(at),
    signals(at),
    lateReplies(at),
    ...watched.map(async id => variationOf(id, at)),
  ])
  return results.flatMap(result => {
    if (result.status === 'fulfilled') return result.value
    failed(result.reason)
    return []
  })
}
