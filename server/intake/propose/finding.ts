import type { Names } from '#measures'
import type { FindingName } from './findingWords.ts'
import type { Weight } from './weight.ts'
import { reasonWords } from '../rows/problems.ts'
import { findingWords } from './findingWords.ts'

export type { FindingName } from './findingWords.ts'
export type { Weight } from './weight.ts'

/** Something noticed about a file. One that is not certain is a guess for a person to check. */
export interface Finding {
  about: FindingName
  certain: boolean
  /**
   * The values for the sentence, such as a choice, a column or a count; names are in the sentence's language.
   */
  details: Record<string, string | number | Names>
  /** Up to three examples from the file. */
  examples?: string[]
}

const ranks: Weight[] = ['wrong', 'guess', 'unused', 'sure']
const mostExamples = 3
const longestExample = 40

/** The importance of a finding. */
export function weightOf({ about, certain }: Finding): Weight {
  return findingWords[about].weight ?? (certain ? 'sure' : 'guess')
}

/** Findings in reading order: problems first, then guesses, then unused columns. */
export function ordered(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => ranks.indexOf(weightOf(a)) - ranks.indexOf(weightOf(b)))
}

/** The reason of a refusal is given as a name, which has a sentence in each language. */
function shownDetail(details: Finding['details'], key: string, language: 'zh' | 'en'): string {
  const detail = details[key] ?? '?'
  if (typeof detail === 'object') return detail[language]
  const words: Readonly<Record<string, Names>> = reasonWords
  return key === 'why' ? (words[detail]?.[language] ?? '?') : String(detail)
}

/** Fills placeholders, and chooses between {row is|rows are} by the count. */
const filled = (text: string, details: Finding['details'], language: 'zh' | 'en'): string =>
  text
    .replaceAll(/\{([^{}|]+)\|([^{}|]+)\}/g, details.count === 1 ? '$1' : '$2')
    .replaceAll(/\{(\w+)\}/g, (_, key: string) => shownDetail(details, key, language))

/** A finding's sentence in one language. */
export function findingSentence(finding: Finding, language: 'zh' | 'en'): string {
  return filled(findingWords[finding.about][language], finding.details, language)
}

/** The consequence of a finding for the load, in one language; null where there is none. */
export function findingEffect(finding: Finding, language: 'zh' | 'en'): string | null {
  const effect = findingWords[finding.about].effect
  return effect === undefined ? null : filled(effect[language], finding.details, language)
}

/** Sentence, examples and consequence in one line, as printed by the command line. */
export function findingText(finding: Finding, language: 'zh' | 'en'): string {
  const { examples = [] } = finding
  const effect = findingEffect(finding, language)
  const shown =
    examples.length === 0
      ? ''
      : language === 'zh'
        ? `（例：${examples.join('、')}）`
        : ` (such as ${examples.join(', ')})`
  const then = effect === null ? '' : language === 'zh' ? `；${effect}` : `; ${effect}`
  return `${findingSentence(finding, language)}${shown}${then}`
}

const mostListed = 12

/** Lists up to a dozen texts for a sentence, in both languages. */
export function listed(texts: readonly string[], shown: (text: string) => Names): Names {
  const of = (language: 'zh' | 'en'): string[] =>
    texts.slice(0, mostListed).map(text => shown(text)[language])
  const more = texts.length > mostListed
  return {
    zh: `${of('zh').join('、')}${more ? ' 等' : ''}`,
    en: `${of('en').join(', ')}${more ? ' and others' : ''}`,
  }
}

/** A text from a file in quotation marks, shortened for display. */
export function quoted(text: string): Names {
  const short = text.length > longestExample ? `${text.slice(0, longestExample)}…` : text
  return { zh: `“${short}”`, en: `“${short}”` }
}

/** The first distinct texts, shortened for display. */
export function someOf(texts: Iterable<string>): string[] {
  const different = new Set<string>()
  for (const text of texts) {
    different.add(text.length > longestExample ? `${text.slice(0, longestExample)}…` : text)
    if (different.size === mostExamples) break
  }
  return [...different]
}

/** A finding that is certain. */
export const sure = (about: FindingName, details: Finding['details'], examples: string[] = []): Finding => ({
  about,
  certain: true,
  details,
  ...(examples.length > 0 && { examples }),
})

/** A finding for a person to check. */
export const guess = (about: FindingName, details: Finding['details'], examples: string[] = []): Finding => ({
  ...sure(about, details, examples),
  certain: false,
})
