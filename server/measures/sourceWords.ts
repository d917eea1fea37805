import type { Language } from './format.ts'
import { chineseNumeral } from './prose.ts'

/** The English names of cited laws. */
const laws: Record<string, string> = {
  行政许可法: 'Administrative Licensing Law',
  招标投标法: 'Bidding Law',
  招标投标法实施条例: 'Regulation Implementing the Bidding Law',
  政府采购法: 'Government Procurement Law',
}

/** Publications by their Chinese names; text after the name is kept. */
const publications: readonly [name: string, zh: string][] = [
  // The indicators are cited by their own name, which is that of their publication.
  ['Open Contracting Partnership, Cardinal ', 'Cardinal '],
  ['Open Contracting Partnership, ', '开放合同伙伴组织（OCP）'],
  ['Open Contracting ', '开放合同伙伴组织（OCP）'],
  ['Cardinal 0.0.8 ', 'Cardinal '],
  ['Cardinal ', 'Cardinal 指标 '],
  ['Dozorro / Prozorro, ', '乌克兰公共采购平台 Prozorro 监督指标：'],
  ['US DOJ/FTC Merger Guidelines 2010', '美国横向合并指南（2010）'],
  ['NYC Local Law 47/2005', '纽约市地方法2005年第47号'],
  ['311 open data', '纽约市311热线公开数据'],
  ['supplier working with one buyer only', '供应商只与一家采购人交易'],
  ['“winner changed price insignificantly”', '中标人降价幅度很小'],
  ['OECD Guidelines for Fighting Bid Rigging 2012', '经合组织《打击公共采购串通投标指南》（2012）'],
  ['必须招标的工程项目规定 2018', '《必须招标的工程项目规定》（2018）'],
  [' (0.15, 0.25)', '（0.15、0.25）'],
  [' (DaysOpen)', '（DaysOpen）'],
]

/** English names of Chinese sources; text after the name is kept. */
const chinesePublications: readonly [name: string, en: string][] = [
  ['平和县简报第46期（2012）', 'Pinghe County briefing No. 46 (2012)'],
  ['六大特色便民服务', ', six featured services'],
  ['县、乡两级审批互动对接', ', approvals between county and townships'],
  ['县乡对接', ', county and townships'],
  ['预约服务', ', service by appointment'],
  ['每周一次的例会', ', weekly meeting'],
  [
    '公共资源交易平台系统数据规范（标段为单位）',
    'Data Specification for Public Resource Trading Platforms (by section)',
  ],
  ['国办发〔2019〕51号', 'General Office of the State Council, Guobanfa [2019] No. 51'],
  ['必须招标的工程项目规定 2018', 'Provisions on Works Projects Subject to Mandatory Bidding (2018)'],
  ['特色服务登记：其中再次来的人数', 'register of featured services: people who came again'],
  ['数据质量规则', 'rules of data quality'],
  ['窗口日报', 'daily reports of the windows'],
]

/** Matches an article of a law: 行政许可法 art. 42, 82. */
const article = /^(\S+) art\. (\d+(?:, \d+)*)$/
/** Matches a definition of the product itself, by its number in docs/domain.md: 政务服务办件统计口径 A13. */
const ownDefinition = /^(?:\S*统计口径|\S*通行口径)(?: .+)?$/
/** Matches the number of such a definition after a standard: 国办发〔2019〕51号（B4）. */
const ownNumber = /（[A-Z]\d+[a-z]?）$/

const own = { zh: '本系统口径', en: 'definition of this system' }

const named = (source: string, names: readonly [name: string, words: string][]): string =>
  names.reduce((text, [name, words]) => text.replace(name, words), source)

function oneSource(source: string, language: Language): string {
  const [, law, articles] = article.exec(source) ?? []
  if (law !== undefined && articles !== undefined)
    return language === 'zh'
      ? `《${law}》${articles
          .split(', ')
          .map(number => `第${chineseNumeral(Number(number))}条`)
          .join('、')}`
      : `${laws[law] ?? law}, art. ${articles}`
  if (ownDefinition.test(source)) return own[language]
  const norm = source.replace(ownNumber, '')
  return named(norm, language === 'zh' ? publications : chinesePublications)
}

/**
 * The source of a definition as cited in a language. From 行政许可法 art. 42, 82; 政务服务办件统计口径 A11 it makes
 * 《行政许可法》第四十二条、第八十二条；本系统口径. The product's own definitions are never cited as a standard, nor by their
 * internal number.
 */
export function sourceWords(source: string, language: Language): string {
  const cited = source.split(/\s*[;；]\s*/).map(text => oneSource(text, language))
  return [...new Set(cited)].join(language === 'zh' ? '；' : '; ')
}
