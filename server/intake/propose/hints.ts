import type { TargetName } from '../rows/targetNames.ts'

/** Words from which a code for all rows can be guessed, most specific first. */
interface Hints {
  field: string
  words: readonly (readonly [RegExp, string])[]
  /** Codes that exclude a guess where a text names two of them: 锦旗感谢信登记表 names both. */
  apart: readonly string[]
}

/** Required fields that exports of a single kind of record leave out. */
const hints: Partial<Record<TargetName, readonly Hints[]>> = {
  feedback: [
    {
      field: 'kind',
      words: [
        [/12345|热线|工单|来电|hotline/i, 'hotline'],
        [/锦旗|banner/i, 'banner'],
        [/感谢信|表扬信|letter/i, 'letter'],
        [/好差评|评价|评议|测评|满意|review|rating/i, 'review'],
        [/投诉|信访|举报|complaint/i, 'complaint'],
      ],
      apart: ['banner', 'letter'],
    },
  ],
  trades: [
    {
      field: 'category',
      words: [
        [/国有产权|产权交易|产权转让|资产转让|资产出租|转让方/, 'property'],
        [/采矿|探矿|矿业权|矿权/, 'mining'],
        [/土地|宗地|地块|出让|竞得/, 'land'],
        [/政府采购|采购/, 'procurement'],
        [/工程|施工|建设|招标|标段/, 'works'],
      ],
      apart: ['property', 'mining', 'land', 'procurement', 'works'],
    },
  ],
}

/** What can be guessed for all rows of a target. */
export const hintsOf = (target: TargetName): readonly Hints[] => hints[target] ?? []

const codesIn = (text: string, { words }: Hints): string[] =>
  words.filter(([word]) => word.test(text)).map(([, code]) => code)

/** Whether a text names two such codes. */
const isOpen = (text: string, given: Hints): boolean =>
  codesIn(text, given).filter(code => given.apart.includes(code)).length > 1

/** The code that a text names; null where it names none or two such codes. */
const codeIn = (text: string, given: Hints): string | null =>
  isOpen(text, given) ? null : (codesIn(text, given)[0] ?? null)

/**
 * The code named by a title, a sheet or the file name, or else by the headings together, with the naming
 * text; null where there is none.
 */
export function hinted(
  given: Hints,
  { titles, headers }: { titles: readonly string[]; headers: readonly string[] },
): { code: string; text: string } | null {
  const all = headers.join(' ')
  if (isOpen(all, given)) return null
  for (const text of titles) {
    const code = codeIn(text, given)
    if (code !== null) return { code, text }
    // A title that names two of them leaves the kind open, whatever the headings say.
    if (isOpen(text, given)) return null
  }
  const code = codeIn(all, given)
  const word = given.words.find(([, value]) => value === code)?.[0]
  return code === null ? null : { code, text: headers.find(header => word?.test(header)) ?? '' }
}
