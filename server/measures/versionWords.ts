import type { Answer, Dates } from './answer.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { Language, Printing } from './format.ts'
import type { Measure, Names } from './measure.ts'
import type { Setting, SettingChange } from './settingChange.ts'
import { bridgedValues, settingChangesOf } from './comparable.ts'
import { dateWords } from './coverageWords.ts'
import { printLine } from './format.ts'
import { versionsIn, versionsOf } from './versions.ts'

/** Prints a version: 口径第2版，自2026年7月1日起：理由（负责人）, or in English. */
export function versionLine({ number, from, owner, reason }: DefinitionVersion, language: Language): string {
  if (language === 'zh') {
    const since = from === null ? '' : `，自${dateWords(from, 'zh', '')}起`
    return `口径第${number}版${since}：${reason.zh}（${owner.zh}）`
  }
  const since = from === null ? '' : `, from ${dateWords(from, 'en', '')}`
  return `Definition version ${number}${since}: ${reason.en} (${owner.en})`
}

/**
 * Prints the versions that apply on some days, one line each; empty for a measure without changes of its
 * definition.
 */
export function versionLines(measure: Measure, days: Dates, language: Language): string[] {
  return versionsOf(measure).length > 1
    ? versionsIn(measure, days).map(version => versionLine(version, language))
    : []
}

/**
 * States the version with which the sides of an answer were compared, and both values under it. Empty where
 * the definition did not change between or within them, or they cannot be compared.
 */
export function bridgeLine(measure: Measure, answer: Answer, printing: Printing): string {
  const bridged = bridgedValues(measure, answer)
  if (!bridged) return ''
  const [now, before] = [bridged.now, bridged.before].map(value => printLine(value, measure, printing))
  const { number } = bridged.version
  return printing.language === 'zh'
    ? `两期均按口径第${number}版比较：${before} → ${now}`
    : `both compared by definition version ${number}: ${before} → ${now}`
}

/** A day on which the definition of a figure changed, and the change in words. */
export interface DefinitionChange {
  day: string
  text: string
}

const settingNames: Record<Setting, Names> = {
  hours: { zh: '作息时间', en: 'Opening hours' },
  limits: { zh: '办理时限', en: 'Limits' },
  instant: { zh: '即办认定', en: 'What counts as instant' },
}

function settingLine({ setting, from, owner, reason }: SettingChange, language: Language): string {
  const name = settingNames[setting][language]
  return language === 'zh'
    ? `${name}自${dateWords(from, 'zh', '')}起调整：${reason}（${owner}）`
    : `${name} changed on ${dateWords(from, 'en', '')}: ${reason} (${owner})`
}

/**
 * The changes of a measure’s definition, and of settings that affect it, after the first day of an answer, in
 * order of day. Charts mark each with a line.
 */
export function changesWithin(measure: Measure, answer: Answer, language: Language): DefinitionChange[] {
  const { from: first, to } = answer.current
  const ofDefinition = versionsIn(measure, answer.current).flatMap(version =>
    version.from !== null && version.from > first
      ? [{ day: version.from, text: versionLine(version, language) }]
      : [],
  )
  const ofSettings = settingChangesOf(measure, answer).flatMap(change =>
    change.from > first && change.from <= to
      ? [{ day: change.from, text: settingLine(change, language) }]
      : [],
  )
  return [...ofDefinition, ...ofSettings].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Prints the numbers of the versions that apply on some days: 第1、2版, or “versions 1, 2”. */
export function versionNumbers(measure: Measure, days: Dates, language: Language): string {
  const numbers = versionsIn(measure, days).map(version => version.number)
  if (language === 'zh') return `第${numbers.join('、')}版`
  return `version${numbers.length > 1 ? 's' : ''} ${numbers.join(', ')}`
}
