import type { Language } from '#measures'
import type { Written } from '../../../server/briefing/write/written.ts'
import { chineseNumeral } from '#measures'
import { isFigure } from '../../../server/briefing/document.ts'
import { settledTexts } from '../../../server/briefing/write/written.ts'

/** The paragraphs of a document as they are printed. */
export const paragraphsOf = ({ document, readings }: Written): string[] =>
  document.blocks.flatMap(block =>
    block.kind === 'paragraph' ? [settledTexts(block.inlines, readings).join('')] : [],
  )

/** Forms that no printed sentence may have. */
const forbidden: Record<'both' | Language, [RegExp, string][]> = {
  both: [
    [/NaN|undefined|null|Infinity/, 'a value that is none'],
    [/\d{4}-\d\d-\d\dT|\d\d:\d\d:\d\d/, 'an instant as machines write it'],
    [/∅|…/, 'a mark of the editor'],
    [/^[，、；：。,;:.]/, 'begins with a stop'],
    [/[，、；：,;:]\s*[，、；：。,;:.]/, 'two stops'],
    [/^\s|\s$| {2}/, 'stray space'],
    [/^[（(]/, 'nothing before a bracket'],
    [/日均办结0件|\b0 cases per /, 'an average of nothing'],
  ],
  zh: [
    [/(?<!\d)—|—(?!\d)/, 'a dash'],
    [/下降100%|减少100%|降幅/, 'a fall of all'],
    [/节约\S{0,6}超出/, 'a saving above the ceiling'],
    [/口径待核|请写|办件编号/, 'a working note'],
    [/\d,\d{3}/, 'another form of numbers'],
    [/[^。！？]$/, 'no stop at the end'],
    [/(同比|环比)[^，。；]*，\1/, 'one comparison twice'],
  ],
  en: [
    [/—/, 'a dash'],
    [
      /(?<![\d.,])1 (?:cases|trades|units|windows|people|banners|letters|complaints|reviews)\b/,
      'one of many',
    ],
    [/(?<![\d.,])1 (?:working days|percentage points)\b/, 'one of many'],
    [/[^.!?。]$/, 'no stop at the end'],
    [/down 100%/, 'a fall of all'],
    [/\bIn \d{1,2} /, 'in a day'],
    [/above the ceiling (?:was saved|of )|saving [^,.]* above/, 'a saving above the ceiling'],
  ],
}

/** A statement about the time since the opening is only allowed where figures begin with the opening. */
function sinceFault({ document }: Written, texts: readonly string[], opened: string): string[] {
  const isSaid = /运行以来|运行至今/.test(texts.join('\n'))
  const figures = document.blocks.flatMap(block =>
    block.kind === 'paragraph' ? block.inlines.filter(isFigure) : [],
  )
  return isSaid && !figures.some(({ period }) => period.startsWith(opened))
    ? ['以来 without a figure since']
    : []
}

/** Numbered headings of the first level must be numbered without gaps. */
function headingFaults({ document }: Written): string[] {
  const headings = document.blocks.filter(block => block.kind === 'heading')
  const numbered = headings.filter(
    ({ level, text }) => level === 1 && /^(?:[一二三四五六七八九十]+、|\d+\. )/.test(text),
  )
  const gaps = numbered.filter(
    ({ text }, place) =>
      !text.startsWith(`${chineseNumeral(place + 1)}、`) && !text.startsWith(`${place + 1}. `),
  )
  const bare = document.blocks.filter((block, place) => {
    const next = document.blocks[place + 1]
    return block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
  })
  return [
    ...gaps.map(({ text }) => `“${text}” is out of order`),
    ...bare.map(block => `nothing stands under “${block.kind === 'heading' ? block.text : ''}”`),
  ]
}

/** The faults of sentences and headings in a document, by rule. */
export function sentenceFaults(written: Written, opened: string): string[] {
  const texts = paragraphsOf(written)
  const rules = [...forbidden.both, ...forbidden[written.document.language]]
  return [
    ...texts.flatMap(text =>
      rules.flatMap(([form, what]) => (form.test(text) ? [`${what}: “${text}”`] : [])),
    ),
    ...sinceFault(written, texts, opened),
    ...headingFaults(written),
  ]
}
