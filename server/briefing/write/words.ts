import type { Language } from '#measures'
import type { QuotedClaim } from '../document.ts'

/** What documents say besides what was written in them. */
export const writtenWords = {
  zh: { measure: '指标', value: '数值', change: '变化', row: '', doubtful: '【口径待核】', quoted: '原文“', quotedEnd: '”（', recorded: '）；据记录为', stop: '。', copyTo: '抄送：', distributeTo: '分送：', dataUntil: '数据截至 ', asOf: '生成于 ', exportedBy: '导出人 ', frozen: '定稿于 ', author: '起草 ', approver: '签发 ', hash: '校验码 ', filters: '筛选：', filtersNone: '无', between: '；', version: '口径版本 ', withdrawn: '本期已撤回：' },
  en: { measure: 'Measure', value: 'Value', change: 'Change', row: '', doubtful: '[to be checked] ', quoted: 'Stated: “', quotedEnd: '” (', recorded: '); by the records ', stop: '.', copyTo: 'Copy to: ', distributeTo: 'Distribution: ', dataUntil: 'Data until ', asOf: 'made ', exportedBy: 'exported by ', frozen: 'frozen ', author: 'author ', approver: 'approved by ', hash: 'hash ', filters: 'filters: ', filtersNone: 'none', between: '; ', version: 'definition version ', withdrawn: 'This issue was withdrawn: ' },
} as const

/** True where a stated value is more than a tenth off what the records say: 口径待核. */
export function isDoubtful(stated: number, value: number | null): boolean {
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}

/** A quoted claim as a sentence, marked where the records contradict it. */
export function claimSentence({ sentence, source, stated }: QuotedClaim, reading: { text: string, value: number | null }, language: Language): string {
  const say = writtenWords[language]
  return `${isDoubtful(stated, reading.value) ? say.doubtful : ''}${say.quoted}${sentence}${say.quotedEnd}${source}${say.recorded}${reading.text}${say.stop}`
}
