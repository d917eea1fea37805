import type { FindingName } from '../checks.ts'
import type { Block, BriefingDocument, Inline } from '../document.ts'
import { headingInlines } from '../document.ts'

const counters =
  '件宗元项人面封次家名户天倍种个张期岁份条辆台套间位组批本册篇幅笔起场门所座栋亩吨斤克米款届轮步级层道处只支艘颗枚棵匹头块' +
  '片段章节盒箱袋瓶桶副辈代队班排股类样遍趟回周度角厘秒里页'
const long = '个工作日|工作日|个百分点|个月|平方米|平方公里|公里|公斤|小时|分钟|分之'
/**
 * Matches a number with a unit or counter. Years, days of a month, times of day and ordinals are not figures.
 */
const unit = `${long}|[${counters}%％‰℃]|(?<![时点]\\d{1,2})分`
const typedNumber = new RegExp(`(?<![第\\d.,〔-])\\d[\\d,.]*[十百千万亿]*[余多]?(?:${unit})`, 'g')

const wordsIn = (inlines: readonly Inline[]): string[] =>
  inlines.map(inline => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : ''))

/** The typed text of a block; empty for notes and claims, which are only in the draft. */
function ownWords(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return wordsIn(block.inlines)
    case 'heading':
      return wordsIn(headingInlines(block))
    case 'textTable':
      return [block.caption, ...block.rows.flat()]
    case 'table':
    case 'chart':
    case 'grid':
    case 'photo':
      return [block.caption]
    case 'note':
    case 'claim':
      return []
  }
}

/** The clauses of a text between punctuation marks. */
const clausesOf = (text: string): string[] => text.split(/[，。；：、！？\n（）]/).filter(Boolean)

const numbersIn = (text: string): string[] => Array.from(text.matchAll(typedNumber), ([number]) => number)

/** Finds numbers in typed text. They have no source and do not follow new data. */
export const typedNumbers = ({ blocks }: Pick<BriefingDocument, 'blocks'>): FindingName[] =>
  blocks.flatMap(block =>
    ownWords(block)
      .flatMap(numbersIn)
      .map(number => ({ zh: number, en: number, ...(block.id !== undefined && { block: block.id }) })),
  )

/** The same, without clauses that the product wrote from the records. */
export function typedBeside(
  { blocks }: Pick<BriefingDocument, 'blocks'>,
  template: Pick<BriefingDocument, 'blocks'>,
): FindingName[] {
  const given = new Set(template.blocks.flatMap(ownWords).flatMap(clausesOf))
  return blocks.flatMap(block =>
    ownWords(block)
      .flatMap(clausesOf)
      .filter(clause => !given.has(clause))
      .flatMap(numbersIn)
      .map(number => ({ zh: number, en: number, ...(block.id !== undefined && { block: block.id }) })),
  )
}
