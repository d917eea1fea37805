import type { Readings } from '#measures'
import type { BriefingContext } from './briefingContext.ts'
import type { Stored } from './store.ts'
import { measureNamed } from '#measures'
import { changedBetween } from './restate.ts'
import { spanWords } from './spanWords.ts'
import { findBriefing } from './store.ts'

/**
 * Of an issue that takes the place of a withdrawn one: why that one was withdrawn, and which figure was what
 * and is what. Empty for any other. Errors: briefing-altered.
 */
export async function correctionLines(
  { centre, context: { database } }: BriefingContext,
  draft: Stored,
  readings: Readings,
): Promise<string[]> {
  if (draft.replaces === null) return []
  const replaced = await findBriefing(database, centre, draft.replaces)
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
  const reason = language === 'zh' ? `更正原因：${why}` : `Reason: ${why}`
  return why === '' ? changed : [reason, ...changed]
}
