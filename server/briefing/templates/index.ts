import type { Language } from '#measures'
import type { BriefingDocument } from '../document.ts'
import type { Given, TemplateName } from './given.ts'
import { regularEnglish } from './english.ts'
import { specialEnglish } from './englishSpecial.ts'
import { regular } from './regular.ts'
import { special } from './special.ts'

/** The names of the regular issues. */
const titles: Record<Exclude<TemplateName, 'special'>, Record<Language, string>> = {
  month: { zh: '政务服务与公共资源交易月报', en: 'Monthly report on services and public resource trading' },
  quarter: {
    zh: '政务服务与公共资源交易季报',
    en: 'Quarterly report on services and public resource trading',
  },
  half: {
    zh: '政务服务与公共资源交易半年报',
    en: 'Half-year report on services and public resource trading',
  },
  year: { zh: '政务服务与公共资源交易年报', en: 'Annual report on services and public resource trading' },
  custom: { zh: '政务服务与公共资源交易情况', en: 'Services and public resource trading' },
}

/** Creates the draft of a template. Pure: the same input gives the same document. */
export function compose(template: TemplateName, given: Given): BriefingDocument {
  if (template === 'special') return given.language === 'zh' ? special(given) : specialEnglish(given)
  const how = { title: titles[template][given.language], template, byMonth: template === 'year' }
  return given.language === 'zh' ? regular(given, how) : regularEnglish(given, how)
}
