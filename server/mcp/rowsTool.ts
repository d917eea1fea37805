import { rowsQuestionSchema, rowText } from '#measures'
import { auditTold, defineTool } from './tool.ts'

/** Returns the records behind a figure, page by page, without columns that identify a person. */
export const rowsTool = defineTool({
  name: 'rows',
  title: { zh: '数字背后的记录', en: 'The records behind a figure' },
  says: {
    zh:
      '一个指标在一段时间内所数的记录，每页至多 500 条，不含个人姓名。which：counted 全部、numerator 达到条件的、rest 未达到的。各列按页面所示的文字给出，空白为没有值。' +
      '不要自行数行：数字只用 ask 的。',
    en:
      'The records that a measure counts in a period, at most 500 a page, without names of persons. ' +
      'which: counted all, numerator those that met the condition, rest the others. Cells are printed as ' +
      'on the page; an empty one has no value. Do not count rows yourself: numbers come from ask.',
  },
  takes: rowsQuestionSchema.omit({ centres: true, record: true }),
  run: async (asked, call) => {
    const { caller, centre, language } = call
    const page = await caller.measures.rows({ ...asked, centres: [centre] })
    const { measure, period, offset } = asked
    await auditTold(call, 'rows', { measure, period, offset, rows: page.rows.length })
    const next = offset + page.rows.length
    const yes = language === 'zh' ? '是' : 'yes'
    return {
      of: page.names[language],
      from: page.from,
      to: page.to,
      columns: page.columns.map(({ key, names }) => ({ key, name: names[language] })),
      rows: page.rows.map(row =>
        row.map((value, place) => rowText(value, page.columns[place]?.shows ?? 'text', { language, yes })),
      ),
      total: page.total,
      nextOffset: next < page.total ? next : null,
    }
  },
})
