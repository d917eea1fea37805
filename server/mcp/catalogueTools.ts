import type { Language } from '#measures'
import type { ToolCall } from './tool.ts'
import { z } from 'zod'
import { NamedError, sourceWords, textOfDay } from '#measures'
import { integer } from '../measures/inputs.ts'
import { synonymsOf } from '../measures/synonyms/index.ts'
import { dimensionNames, dimensions } from '../questions/vocabulary.ts'
import { defineTool } from './tool.ts'

type Described = Awaited<ReturnType<ToolCall['caller']['measures']['list']>>[number]

const search = z.string().trim().max(60).optional()

/** True where one of the texts contains the search text, ignoring case. */
const holds = (texts: readonly string[], searched: string | undefined): boolean =>
  searched === undefined || texts.some(text => text.toLowerCase().includes(searched.toLowerCase()))

function wordsOf({ id, names, question, formula }: Described): string[] {
  const { zh = [], en = [], verbs = [] } = synonymsOf(id)
  return [id, names.zh, names.en, question.zh, question.en, formula.zh, formula.en, ...zh, ...en, ...verbs]
}

const briefly = ({ id, names, unit, formula, source }: Described, language: Language) => ({
  id,
  name: names[language],
  unit,
  definition: formula[language],
  source: sourceWords(source, language),
})

/** The dimensions by which a viewer may split a measure. */
const splitsOf = ({ splits }: Described, { context, language }: ToolCall) =>
  splits
    .filter(name => {
      const sensitive = dimensions.get(name)?.sensitive
      return sensitive === undefined || context.viewer.scope.reveal.includes(sensitive)
    })
    .map(id => ({ id, name: dimensionNames(id)[language] }))

export const measuresTool = defineTool({
  name: 'measures',
  title: { zh: '指标目录', en: 'The measures' },
  says: {
    zh: '全部指标：代码、名称、单位、口径、依据；search 按名称、说法或口径查找。也给出中心与它的当天日期。',
    en:
      'All measures: id, name, unit, definition, legal source; search looks in names, synonyms and ' +
      'definitions. Also tells the centre and its local day.',
  },
  takes: z.strictObject({ search }),
  run: async (input, { caller, centre, language }) => {
    const [all, centres] = await Promise.all([caller.measures.list(), caller.centres.list()])
    const own = centres.find(({ code }) => code === centre)
    if (!own) throw new NamedError('out-of-scope', { what: centre })
    const measures = all.filter(measure => holds(wordsOf(measure), input.search))
    return {
      centre: { code: centre, name: language === 'zh' ? own.zh : (own.en ?? own.zh), opened: own.openedOn },
      today: textOfDay(own.today),
      measures: measures.map(measure => briefly(measure, language)),
    }
  },
})

export const definitionTool = defineTool({
  name: 'definition',
  title: { zh: '一个指标的口径', en: 'How a measure is counted' },
  says: {
    zh: '一个指标的口径：回答什么问题、怎样计算、依据、注意事项、历次口径，以及可按哪些维度划分和筛选。',
    en:
      'The definition of a measure: the question it answers, how it is counted, its legal source, ' +
      'cautions, former versions, and by which dimensions it can be split and filtered.',
  },
  takes: z.strictObject({ measure: z.string().min(1).max(60) }),
  run: async ({ measure: id }, call) => {
    const { caller, language } = call
    const measure = (await caller.measures.list()).find(measure => measure.id === id)
    if (!measure) throw new NamedError('unknown-measure', { measure: id })
    return {
      ...briefly(measure, language),
      question: measure.question[language],
      better: measure.better,
      caution: measure.caution?.[language] ?? null,
      versions: measure.versions.map(({ number, from, reason, formula }) => ({
        number,
        from,
        reason: reason[language],
        definition: formula?.[language] ?? null,
      })),
      splits: splitsOf(measure, call),
    }
  },
})

const mostMembers = 200

export const membersTool = defineTool({
  name: 'members',
  title: { zh: '维度的成员', en: 'Members of a dimension' },
  says: {
    zh: '一个维度（unit 单位、window 窗口、item 事项等）的成员及代码，供 ask 的 filters 使用。只存在于记录中的成员（采购人、乡镇等）不在此列：用 ask 按该维度划分。',
    en:
      'The members of a dimension (unit, window, item …) with the codes that filters of ask take. Members ' +
      'that stand in records alone (buyers, townships …) are not listed here: split by that dimension ' +
      'with ask.',
  },
  takes: z.strictObject({
    dimension: z.string().min(1).max(40),
    search,
    offset: integer(0, 100_000).default(0),
    limit: integer(1, mostMembers).default(50),
  }),
  run: async ({ dimension, search: searched, offset, limit }, { caller, centre, language }) => {
    const all = await caller.centres.members({ centres: [centre], dimension })
    const members = all.filter(({ code, zh, en }) => holds([code, zh, en], searched))
    const page = members.slice(offset, offset + limit)
    return {
      members: page.map(member => ({ code: member.code, name: member[language] })),
      total: members.length,
      nextOffset: offset + page.length < members.length ? offset + page.length : null,
    }
  },
})
