import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { en } from '../../client/words/en.ts'
import { enPages } from '../../client/words/enPages.ts'
import { zh } from '../../client/words/zh.ts'
import { zhBelow } from '../../client/words/zhBelow.ts'
import { zhPages } from '../../client/words/zhPages.ts'
import { errorWords } from '../../server/common/errorWords.ts'
import { readSources } from './sources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const han = /\p{Script=Han}/u
const sources = readSources().filter(({ file }) => file.startsWith('client/'))
const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const screens = sources.map(({ file }) => file).filter(file => !file.startsWith('client/words/'))

/** The keys of a table of words, with their sentences. */
function leaves(table: object): [string, string][] {
  return Object.entries(table).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string'
      ? [[key, value]]
      : leaves(value as object).map(([inner, leaf]) => [`${key}.${inner}`, leaf]),
  )
}

/** Each of the blanks in a sentence, once: an English sentence may have a singular and a plural form. */
function blanksOf(sentence: string): string[] {
  return [...new Set(Array.from(sentence.matchAll(/\{(\w+)\}/g), match => match[1] ?? ''))].sort()
}

/** The keys that a file asks for and that are not among the known ones. */
function unknownKeys(file: string, keys: readonly string[]): { file: string; key: string }[] {
  return Array.from(
    textOf(file).matchAll(/\bt\((?:[^'`)]*\? )?['`]([\w.]+)(\$\{)?/g),
    ([, key = '', isBeginning]) => ({ file, key, isBeginning }),
  )
    .filter(({ key, isBeginning }) =>
      isBeginning ? !keys.some(one => one.startsWith(key)) : !keys.includes(key),
    )
    .map(({ key }) => ({ file, key }))
}

const chineseWords = [...leaves(zh), ...leaves(zhBelow), ...leaves(zhPages)]

/** The files of the overview and of all that opens on it, without what some of them lead to. */
function filesOfOverview(without: RegExp): Set<string> {
  const reached = new Set(['client/App.vue', 'client/overview/OverviewPage.vue'])
  for (const file of reached) {
    sources
      .find(source => source.file === file)
      ?.imports.map(({ to }) => to)
      .filter(to => to.startsWith('client/') && !without.test(to))
      .forEach(to => reached.add(to))
  }
  return reached
}

describe('words', () => {
  it('stand in both languages with the same blanks to fill', () => {
    const english = new Map([...leaves(en), ...leaves(enPages)])
    for (const [key, chinese] of chineseWords) {
      expect(blanksOf(english.get(key) ?? ''), key).toEqual(blanksOf(chinese))
      if (key !== 'theme.language') expect(english.get(key), key).not.toMatch(han)
    }
  })

  it('exist wherever a screen asks for them', () => {
    const keys = chineseWords.map(([key]) => key)
    expect(screens.flatMap(file => unknownKeys(file, keys))).toEqual([])
  })

  it('are all used', () => {
    const all = screens.map(textOf).join('\n')
    const beginnings = Array.from(all.matchAll(/`([\w.]+)\$\{/g), match => match[1] ?? '')
    const unused = chineseWords
      .map(([key]) => key)
      .filter(key => !all.includes(`'${key}'`) && !beginnings.some(beginning => key.startsWith(beginning)))
    expect(unused).toEqual([])
  })

  it('of the overview and all that opens on it come with it', () => {
    const elsewhere =
      /words\/|routes\.ts|SignInPage|EmptyCentre|NothingHere|NotAllowed|AskDialog|LiveNotice|TourGuide/
    const reached = filesOfOverview(elsewhere)
    const keys = [...leaves(zh), ...leaves(zhBelow)].map(([key]) => key)
    expect([...reached].flatMap(file => unknownKeys(file, keys))).toEqual([])
    expect(reached.size).toBeGreaterThan(60)
    // What is seen first does not wait for the words of the panels below.
    const below = [
      'belowTheFold',
      'TourOffer',
      'MarkedText',
      'TargetOutlook',
      'Impersonat',
      'HeadlineReason',
      'RowsDrawer',
      'NotesTool',
      'NoteList',
      'Popover',
      'UpdatingSign',
      'EmptyPage',
      'FindEntry',
    ]
    const first = filesOfOverview(new RegExp(`${elsewhere.source}|${below.join('|')}`))
    const atOnce = leaves(zh).map(([key]) => key)
    expect([...first].flatMap(file => unknownKeys(file, atOnce))).toEqual([])
    expect(first.size).toBeGreaterThan(40)
  })

  it('are asked for by what the small library of words has', () => {
    expect(
      screens.filter(file => /\{[^}]*\b(?:te|tm|rt|d|n)\b[^}]*\} = useI18n\(/.test(textOf(file))),
    ).toEqual([])
  })

  it('name every error in both languages with the same blanks', () => {
    for (const [name, { zh: chinese, en: english }] of Object.entries(errorWords)) {
      expect(blanksOf(english), name).toEqual(blanksOf(chinese))
      expect(chinese, name).toMatch(han)
    }
  })
})
