import type { Language, Names } from '#measures'
import { blockNames, frameNames, measureNamesIn, prefixNames } from './fieldNames.ts'
import { seriesExamples } from './seriesFields.ts'

/** Fields of one kind, as written in a template. */
interface FieldGroup {
  key: 'figures' | 'prefixes' | 'tests' | 'tables' | 'charts' | 'frame'
  names: Names
  fields: string[]
}

const braces = (text: string): string => `{{${text}}}`

const groupNames: Record<FieldGroup['key'], Names> = {
  figures: { zh: '指标', en: 'Figures' },
  prefixes: {
    zh: '同比、环比、累计、某个窗口或单位等（以受理量为例）',
    en: 'Changes, windows and other forms (of cases accepted)',
  },
  tests: { zh: '条件', en: 'Conditions' },
  tables: { zh: '表', en: 'Tables' },
  charts: { zh: '图', en: 'Charts' },
  frame: { zh: '报头、期号、期间等', en: 'Masthead, number, period' },
}

const tests: Record<Language, string[]> = {
  zh: [
    '{{#如果 受理量 > 1000}}……{{/如果}}',
    '{{#如果 同比:受理量 < 0}}……{{#否则}}……{{/如果}}',
    '{{#如果 按时办结率 >= 95%}}……{{/如果}}',
    '{{#如果 没有 成交宗数}}……{{/如果}}',
  ],
  en: [
    '{{#if Cases accepted > 1000}} … {{/if}}',
    '{{#if year on year:Cases accepted < 0}} … {{#else}} … {{/if}}',
    '{{#if no Trades concluded}} … {{/if}}',
  ],
}

/** A window and a unit as examples for fields. */
const ofWindow: Record<Language, string[]> = {
  zh: ['民政局窗口', '民政局'],
  en: ['Civil Affairs window', 'Civil Affairs'],
}

/** All fields that a template can contain, in a language. */
export function fieldList(language: Language): FieldGroup[] {
  const place = language === 'zh' ? 0 : 1
  const example = language === 'zh' ? '受理量' : 'Cases accepted'
  const [table, chart] = language === 'zh' ? ['表', '图'] : ['table', 'chart']
  const framing = [...Object.values(frameNames), ...Object.values(blockNames)].map(names => names[place])
  const fields: Record<FieldGroup['key'], string[]> = {
    figures: measureNamesIn(language).map(braces),
    prefixes: [
      ...Object.values(prefixNames).map(names => braces(`${names[place]}:${example}`)),
      ...ofWindow[language].map(name => braces(`${example}:${name}`)),
      braces(`${prefixNames.lastYear[place]}:${example}:${ofWindow[language][0]}`),
    ],
    tests: tests[language],
    tables: seriesExamples[language].tables.map(name => braces(`${table}:${name}`)),
    charts: seriesExamples[language].charts.map(name => braces(`${chart}:${name}`)),
    frame: framing.map(braces),
  }
  return (Object.keys(groupNames) as FieldGroup['key'][]).map(key => ({
    key,
    names: groupNames[key],
    fields: fields[key],
  }))
}
