import type { Language } from '#measures'
import type { Block, FigureInline } from '../document.ts'
import type { Given, Problem } from './given.ts'
import { chineseNumeral, measureNamed } from '#measures'
import { note, References, say } from './words.ts'

const hints: Record<'none' | 'found', Record<Language, string>> = {
  none: {
    zh: '请写本期存在的问题：超期件的窗口和原因、投诉反映的事项、报数不全的单位。',
    en:
      'State the problems of the period: overdue cases and their windows, what complaints are about, ' +
      'units whose data are incomplete.',
  },
  found: {
    zh: '以下由系统按本期数据列出，数字随数据更新。请补写原因，删去不实的，另补投诉反映的事项、报数不全的单位。',
    en:
      'Listed by the system from the data of the period; the figures follow the data. Add the causes, ' +
      'strike what does not hold, and add what complaints are about and units whose data are incomplete.',
  },
}

type Said = (f: References, problem: Problem, given: Given) => FigureInline[]

const inChinese: Said = (f, problem) => {
  switch (problem.kind) {
    case 'window': {
      const only = [{ dimension: 'window', in: [problem.code] }]
      return [
        {
          ...f.clause('onTimeRate', { before: `${problem.name}按时办结率`, after: '，明显低于全厅' }),
          filters: only,
        },
        { ...f.clause('overdueCompletions', { before: '，超期办结', zero: '' }), filters: only },
      ]
    }
    case 'goal': {
      const { measure, from, to, goal, due } = problem
      const { zh } = measureNamed(measure).names
      const after = due === null ? `，未达到目标${goal}` : `，落后于目标进度（目标${goal}，应达${due}）`
      return [
        new References(`${from}..${to}`, 'none').clause(measure, {
          before: `${zh}${due === null ? '' : '累计'}`,
          after,
        }),
      ]
    }
    case 'ceiling':
      return [
        f.clause('awardsAboveCeiling', { before: '成交价高于控制价（最高限价）或预算的交易' }),
        f.clause('overrunAboveBase', { before: '，超出', zero: '' }),
      ]
    case 'replies':
      return [f.clause('badReviews', { before: '差评', after: '，答复多数超过规定时限' })]
  }
}

const inEnglish: Said = (f, problem) => {
  switch (problem.kind) {
    case 'window': {
      const only = [{ dimension: 'window', in: [problem.code] }]
      return [
        {
          ...f.clause('onTimeRate', {
            before: `${problem.name} completed `,
            after: ' within the committed limit, clearly fewer than the hall',
          }),
          filters: only,
        },
        { ...f.clause('overdueCompletions', { before: '; late: ', zero: '' }), filters: only },
      ]
    }
    case 'goal': {
      const { measure, from, to, goal, due } = problem
      const { en } = measureNamed(measure).names
      const after =
        due === null ? `, short of the target of ${goal}` : `, behind the target of ${goal} (${due} due)`
      return [
        new References(`${from}..${to}`, 'none').clause(measure, {
          before: `${en} ${due === null ? '' : 'so far '}`,
          after,
        }),
      ]
    }
    case 'ceiling':
      return [
        f.clause('awardsAboveCeiling', { before: 'Awards above their ceiling or budget: ' }),
        f.clause('overrunAboveBase', { before: ', over by ', zero: '' }),
      ]
    case 'replies':
      return [f.clause('badReviews', { before: 'Of ', after: ' that were bad, most were answered too late' })]
  }
}

/**
 * The beginning of the section on problems: a hint for the writer, then one paragraph with the problems of
 * the period; an empty paragraph where there are none.
 */
export function problemBlocks(f: References, given: Given): Block[] {
  const { problems, language } = given
  const zh = language === 'zh'
  const several = problems.length > 1
  const said = problems.flatMap((problem, place) => [
    several && zh ? `${chineseNumeral(place + 1)}是` : '',
    ...(zh ? inChinese : inEnglish)(f, problem, given),
    place < problems.length - 1 ? (zh ? '；' : '. ') : zh ? '。' : '.',
  ])
  return [note(hints[problems.length > 0 ? 'found' : 'none'][language]), say(...said)]
}
