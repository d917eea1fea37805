import type { Language } from './format.ts'
import type { SeriesReading } from './reference.ts'

/** What a document says besides what was written in it, on the page and in every file alike. */
export const paperWords = {
  zh: { measure: '指标', value: '数值', change: '变化', copyTo: '抄送：', distributeTo: '分送：', doubtful: '【口径待核】', quoted: '原文“', source: '”（', recorded: '）；据记录为', stop: '。', colon: '：', between: '；' },
  en: { measure: 'Measure', value: 'Value', change: 'Change', copyTo: 'Copy to: ', distributeTo: 'Distribution: ', doubtful: '[to be checked] ', quoted: 'Stated: “', source: '” (', recorded: '); by the records ', stop: '.', colon: ': ', between: '; ' },
} as const

/** True where a stated value is more than a tenth off what the records say: 口径待核. */
export function isDoubtful(stated: number, value: number | null): boolean {
  return value === null || Math.abs(stated - value) > Math.abs(value) / 10
}

/** The words around the number of a quoted claim, marked where the records contradict it. */
export function claimWords(claim: { sentence: string, source: string, stated: number }, value: number | null, language: Language): { before: string, after: string } {
  const say = paperWords[language]
  return { before: `${isDoubtful(claim.stated, value) ? say.doubtful : ''}${say.quoted}${claim.sentence}${say.source}${claim.source}${say.recorded}`, after: say.stop }
}

const mostSpoken = 40

/** What a picture of a series shows, for those who do not see it. */
export function seriesWords(caption: string, { rows }: Pick<SeriesReading, 'rows'>, language: Language): string {
  const say = paperWords[language]
  return `${caption}${say.colon}${rows.slice(0, mostSpoken).map(row => `${row.label} ${row.cells[0]?.text ?? ''}`).join(say.between)}`
}
