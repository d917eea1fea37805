import type { Answer, Figure, Language, Measure, MeasureId, Names, ValuedAnswer } from '#measures'
import type { Asked } from '../questions/asked.ts'
import { z } from 'zod'
import {
  answerNotes,
  askedRows,
  comparedDays,
  figureOf,
  measureNamed,
  NamedError,
  printFigure,
  printingOf,
  splitTieWords,
  unpackAnswer,
  withValues,
} from '#measures'
import { askedSchema } from '../questions/asked.ts'
import { auditTold, defineTool } from './tool.ts'

/** The most rows of an answer for a model; order and limit decide which. */
const mostLines = 200

/** A figure of one measure: the value itself, and as it is printed. */
const shownFigure = (id: string, figure: Figure & { text: string }) => {
  const { value, text, error, numerator, n, coverage } = figure
  return { measure: id, value, text, ...(error !== undefined && { error }), numerator, n, coverage }
}

interface Said {
  answer: Answer
  asked: Asked
  valued: ValuedAnswer
  language: Language
}

/** The figures over all members and the whole period, with their changes. */
function overallOf({ asked, valued, language }: Said) {
  return asked.measures.flatMap(id => {
    const figure = valued.current.values[id]
    if (!figure) return []
    const { names, unit } = measureNamed(id)
    const before = valued.earlier?.values[id]
    return [
      {
        ...shownFigure(id, figure),
        name: names[language],
        unit,
        ...(before && {
          earlier: { value: before.value, text: before.text },
          change: valued.changes[id]?.text ?? null,
        }),
      },
    ]
  })
}

/** The rows of an answer in the requested order, and whether the last one has ties that are left out. */
function linesOf({ answer, asked, language }: Said) {
  if (asked.groupBy.length === 0 && asked.granularity === 'none') return { lines: [], cut: [] }
  const [first] = asked.measures
  const measure: Measure = measureNamed(first ?? '')
  const how = printingOf(answer, language)
  const { rows, splitTie } = askedRows(answer, asked, { measure, language })
  const lines = rows.map(({ name, members, cell }) => ({
    name,
    ...(members.length > 0 && { members }),
    figures: asked.measures.map((id: MeasureId) => {
      const figure = figureOf(measureNamed(id), cell.parts)
      return shownFigure(id, { ...figure, text: printFigure(figure, measureNamed(id), how) })
    }),
  }))
  return { lines, cut: splitTie ? [splitTieWords(splitTie, measure, how)] : [] }
}

type Overall = ReturnType<typeof overallOf>

/** The answer in one sentence: the question as it was understood, its figures, and the last day with data. */
function sentenceOf(said: Names, overall: Overall, { answer, asked, language }: Said): string {
  const isSplit = asked.groupBy.length > 0
  const [before, behind, between] = language === 'zh' ? ['（', '）', '；'] : [' (', ')', '; ']
  const figures = overall
    .map(({ name, text, change }) => `${name} ${text}${change === undefined ? '' : before + change + behind}`)
    .join(between)
  const until = answer.dataUntil ?? '—'
  const days = comparedDays(answer, language)
  const compared = days === '' ? '' : `${language === 'zh' ? '。' : '. '}${days}`
  return language === 'zh'
    ? `${said.zh}：${isSplit ? '合计' : ''}${figures}${compared}。数据截至 ${until}。`
    : `${said.en}: ${isSplit ? 'over all ' : ''}${figures}${compared}. Data until ${until}.`
}

/** The known days of the question's period, by fact. */
const knownOf = ({ current }: Answer) =>
  Object.fromEntries(
    Object.entries(current.coverage).map(([fact, { from, to, known, missing }]) => [
      fact,
      { from, to, known, missing },
    ]),
  )

/** Returns the figures of a question; the only tool that returns numbers. */
export const askTool = defineTool({
  name: 'ask',
  title: { zh: '提问，得到数字', en: 'Ask for figures' },
  says: {
    zh:
      '唯一给出数字的工具：指标（至多 4 个）在一段时间内的值，可分组、筛选、按时间细分、比较、排序（order、top）、按界限保留（threshold，按第一个指标）。答案含一句话 sentence、' +
      '原值 value、照此引用的文字 text、n、覆盖率、数据截止日 dataUntil。比例的 value 是 1 的几分之几，金额以分计；null 表示没有可数的，不是零。引用 text，' +
      '不要自行换算、相加或估计；known 不是 known 时要说明。',
    en:
      'The only tool that gives numbers: the values of measures (at most 4) over a period, split, ' +
      'filtered, by time, compared, ordered (order, top), kept within a limit (threshold, by the first ' +
      'measure). The answer carries a sentence, value, text to quote, n, coverage and dataUntil. Rates ' +
      'are fractions of 1 and money is in hundredths; null means nothing to count, which is not zero. ' +
      'Quote text; do not convert, add up or estimate; where known is not known, say so.',
  },
  takes: askedSchema.extend({ measures: z.array(z.string().min(1).max(60)).min(1).max(4) }),
  run: async (input, call) => {
    const { caller, centre, language } = call
    const { measures, period, comparison, granularity, groupBy, filters } = input
    const question = { measures, centres: [centre], period, comparison, granularity, groupBy, filters }
    const answer = unpackAnswer(await caller.measures.ask(question))
    const asked = askedSchema.parse(input)
    const spoken = await caller.questions.say({ centre, asked })
    if (spoken.kind === 'refused')
      throw new NamedError('out-of-scope', { what: filters.flatMap(filter => filter.in).join(', ') })
    const { said } = spoken
    await auditTold(call, 'ask', { understood: said.zh })
    const about = { answer, asked, valued: withValues(answer, measureNamed, language), language }
    const overall = overallOf(about)
    const { lines, cut } = linesOf(about)
    return {
      sentence: sentenceOf(said, overall, about),
      asked,
      from: answer.current.from,
      to: answer.current.to,
      ...(answer.earlier && { comparedWith: { from: answer.earlier.from, to: answer.earlier.to } }),
      dataUntil: answer.dataUntil,
      isDemo: answer.demo,
      isPartial: answer.partial,
      known: knownOf(answer),
      notes: [...answerNotes(answer, { measures: measures.map(measureNamed), language }), ...cut],
      overall,
      lines: lines.slice(0, mostLines),
      linesLeftOut: Math.max(0, lines.length - mostLines),
    }
  },
})
