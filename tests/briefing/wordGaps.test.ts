import { describe, expect, it } from 'vitest'
import { gap, withoutGaps } from '../../server/briefing/word/gaps.ts'

/** A paragraph of which each piece is a run of its own; 〔〕 stands for what nothing is known of. */
const paragraph = (...pieces: string[]): string =>
  `<w:p><w:pPr/>${pieces
    .map(piece => `<w:r><w:t xml:space="preserve">${piece.replaceAll('〔〕', gap)}</w:t></w:r>`)
    .join('')}</w:p>`
const textOf = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '')

describe('a change that nothing is known of', () => {
  it.each([
    ['办结4660件，同比〔〕，日均20件。', '办结4660件，日均20件。'],
    ['办结4660件，〔〕。', '办结4660件。'],
    ['办结4660件，同比〔〕、环比〔〕。', '办结4660件。'],
    ['办结4660件（同比〔〕），日均20件。', '办结4660件，日均20件。'],
    ['办结4660件(〔〕).', '办结4660件.'],
    ['同比〔〕。办结4660件。', '办结4660件。'],
    ['〔〕，办结4660件。', '办结4660件。'],
    ['办结4660件同比〔〕，日均20件。', '办结4660件，日均20件。'],
    ['办结情况：办结量同比〔〕，日均20件。', '办结情况：日均20件。'],
    ['办结4660件；与上年同期相比〔〕；日均20件', '办结4660件；日均20件'],
    ['办结量〔〕的原因是节假日。', '办结量的原因是节假日。'],
    ['〔〕', '—'],
  ])('closes the text around it: %s', (before, after) => {
    expect(textOf(withoutGaps(paragraph(before)))).toBe(after)
    // Each character in a run of its own, as a word processor cuts them.
    expect(textOf(withoutGaps(paragraph(...Array.from(before.replaceAll('〔〕', gap)))))).toBe(after)
  })

  it('leaves other paragraphs, and the looks of the letters, as they are', () => {
    const other = paragraph('甲，，乙。')
    expect(withoutGaps(other + paragraph('办结，〔〕。'))).toBe(other + paragraph('办结。'))
    const bold = `<w:r><w:rPr><w:b/></w:rPr><w:t>粗，</w:t></w:r>`
    const [own, closed] = [`<w:p>${bold}<w:r><w:t>${gap}</w:t></w:r></w:p>`, bold.replace('，', '')]
    expect(withoutGaps(own)).toBe(`<w:p>${closed}<w:r><w:t></w:t></w:r></w:p>`)
  })
})
