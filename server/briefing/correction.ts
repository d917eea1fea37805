import type { Readings } from '#measures'
import type { BriefingContext } from './briefingContext.ts'
import type { Stored } from './store.ts'
import { measureNamed, textOfDay } from '#measures'
import { changedBetween } from './restate.ts'
import { spanWords } from './spanWords.ts'
import { findBriefing } from './store.ts'
import { dateInEnglish, dateInWords } from './templates/words.ts'

const lines = {
  zh: { reason: '更正原因：', same: '两期共有的各项数据没有变化。' },
  en: { reason: 'Reason: ', same: 'The figures that both issues hold are the same.' },
} as const

/** The issue that is replaced, its date, and the days of withdrawal and correction. */
function replacedLine({ centre, context: { now } }: BriefingContext, replaced: Stored): string {
  const { language, document, withdrawn } = replaced
  const { issue, date } = document.masthead
  const dayOf = (at: Date): string => {
    const day = textOfDay(centre.hall.zone.localAt(at.getTime()).day)
    return language === 'zh' ? dateInWords(day) : dateInEnglish(day)
  }
  const [takenBack, corrected] = [withdrawn ? dayOf(new Date(withdrawn.at)) : '', dayOf(now)]
  const printed = issue.replaceAll('\u3000', '')
  return language === 'zh'
    ? [`本期取代${date}印发的${printed}（${takenBack}撤回）。`, `更正日期：${corrected}。`].join('')
    : `Takes the place of ${issue} of ${date}, withdrawn on ${takenBack}. Corrected on ${corrected}.`
}

/**
 * The correction note of an issue that replaces a withdrawn one: which issue, the reason of its withdrawal,
 * and the old and new value of each changed figure. Empty for other issues. Errors: briefing-altered.
 */
export async function correctionLines(
  briefing: BriefingContext,
  draft: Stored,
  readings: Readings,
): Promise<string[]> {
  if (draft.replaces === null) return []
  const replaced = await findBriefing(briefing.context.database, briefing.centre, draft.replaces)
  const { language } = draft
  const why = replaced.withdrawn?.why ?? ''
  const changed = changedBetween(draft.document, replaced.readings, readings).map(
    ({ measure, row, days: [day], reported, now }) => {
      const span = day ? spanWords(day, language) : ''
      const name = measureNamed(measure).names[language]
      return language === 'zh'
        ? `${span}${row && row !== span ? row : ''}${name}：原为${reported.text}，现更正为${now.text}。`
        : `${name}, ${row ? `${row}, ` : ''}${span}: was ${reported.text}, is ${now.text}.`
    },
  )
  const say = lines[language]
  return [
    replacedLine(briefing, replaced),
    ...(why === '' ? [] : [`${say.reason}${why}`]),
    ...(changed.length > 0 ? changed : [say.same]),
  ]
}
