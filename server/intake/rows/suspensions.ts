import type { Suspension } from '#measures'
import { dayFromText } from '#measures'

/** Kinds of suspension in the law (行政许可法 art. 45) and in practice. */
const suspensionKinds = [
  'supplement',
  'hearing',
  'inspection',
  'appraisal',
  'expertReview',
  'auction',
  'other',
] as const

/** Parses "supplement 2012-09-03/2012-09-10; hearing 2012-10-08/"; null for other text. */
export function parseSuspensions(text: string | null): Suspension[] | null {
  if (text === null || text.trim() === '') return []
  const suspensions: Suspension[] = []
  for (const piece of text.split(';')) {
    const match = /^\s*(\w+) (\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})?\s*$/.exec(piece)
    const startedOn = dayFromText(match?.[2] ?? '')
    const resumedOn = match?.[3] === undefined ? null : dayFromText(match[3])
    if (!match || !(suspensionKinds as readonly string[]).includes(match[1] ?? '') || startedOn === null)
      return null
    if (match[3] !== undefined && (resumedOn === null || resumedOn < startedOn)) return null
    suspensions.push({ startedOn, resumedOn })
  }
  return suspensions
}
