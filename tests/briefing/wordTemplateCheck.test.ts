import { Buffer } from 'node:buffer'
import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../server/briefing/word/check.ts'
import { problemWords } from '../../server/briefing/word/problemWords.ts'
import { referencesOf } from '../../server/briefing/word/references.ts'
import { unzip } from '../support/unzip.ts'
import { documentOf } from '../support/wordDocument.ts'
import { zipOf } from '../support/zip.ts'

describe('the check of a template', () => {
  it('names unknown fields with their place and the nearest names', async () => {
    const { problems } = await checkTemplate(
      await documentOf(['共{{受里量}}件', '{{同比:办节量}}', '{{表:各窗囗办结}}']),
    )
    expect(problems.map(({ kind, field, place, near }) => [kind, field, place?.paragraph, near[0]])).toEqual([
      ['unknown', '受里量', 2, '受理量'],
      ['unknown', '同比:办节量', 3, '同比:办结量'],
      ['unknown', '表:各窗囗办结', 4, '表:各窗口办结'],
    ])
    expect(problemWords(problems[0]!).zh).toBe(
      '正文第 2 段“共{{受里量}}件”：没有“受里量”这个字段。您要的可能是：受理量。',
    )
  })

  it.each([
    ['unclosed', ['{{#如果 受理量 > 1000}}多']],
    ['unopened', ['多{{/如果}}']],
    ['else-alone', ['多{{#否则}}少']],
    ['else-alone', ['{{#如果 受理量}}多{{#否则}}少{{#否则}}无{{/如果}}']],
    ['broken', ['共{{受理量']],
    ['unreadable-test', ['{{#如果 受理量 >> x}}多{{/如果}}']],
    ['not-alone', ['前{{表:各窗口办结}}']],
  ])('finds %s', async (kind, text) => {
    expect((await checkTemplate(await documentOf(text))).problems.map(problem => problem.kind)).toContain(
      kind,
    )
  })

  it('reads whose figure a field gives, and names windows near to one that is not known', async () => {
    const members = new Map([
      ['民政局窗口', { dimension: 'window' as const, code: 'MZ1' }],
      ['民政局', { dimension: 'unit' as const, code: 'MZ' }],
    ])
    const read = await checkTemplate(
      await documentOf([
        '{{受理量:民政局窗口}}{{同比：受理量：民政局}}{{#如果 受理量:民政局 > 9}}多{{/如果}}{{受理量:民证局窗口}}{{成交宗数:民政局}}',
      ]),
      members,
    )
    expect(read.problems.map(({ kind, near }) => [kind, near[0]])).toEqual([
      ['unknown', '受理量:民政局窗口'],
      ['unknown', undefined],
    ])
    const { figures } = referencesOf(
      read.fields.map(({ field }) => field),
      { from: '2026-10-01', to: '2026-10-31', openedOn: null },
    )
    expect(figures.map(({ shows, filters }) => [shows, filters])).toEqual([
      ['value', [{ dimension: 'window', in: ['MZ1'] }]],
      ['change', [{ dimension: 'unit', in: ['MZ'] }]],
      ['value', [{ dimension: 'unit', in: ['MZ'] }]],
    ])
  })

  it('asks for fields where there are none', async () => {
    const plain = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('无')] }] }))
    expect((await checkTemplate(plain)).problems.map(({ kind }) => kind)).toEqual(['no-fields'])
  })

  async function changed(change: Record<string, string>): Promise<Buffer> {
    const parts = await unzip(await documentOf(['{{受理量}}']))
    for (const [name, text] of Object.entries(change)) parts.set(name, Buffer.from(text))
    return zipOf(Array.from(parts, ([name, bytes]) => ({ name, content: [bytes.toString('utf8')] })))
  }
  const relation = (type: string, target: string): string =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="r1" Type="http://x/${type}" Target="${target}" TargetMode="External"/></Relationships>`

  it('refuses macros, objects and what is fetched from elsewhere; a link to a mailbox may stay', async () => {
    const rels = 'word/_rels/settings.xml.rels'
    const changes: Record<string, string>[] = [
      { 'word/vbaProject.bin': 'x' },
      { 'word/embeddings/oleObject1.bin': 'x' },
      { [rels]: relation('attachedTemplate', 'http://elsewhere/x.dotm') },
      { [rels]: relation('image', 'http://elsewhere/x.png') },
      { [rels]: relation('hyperlink', 'file:///etc/passwd') },
      { 'word/header9.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:hdr/>' },
      { 'word/footer9.xml': '<w:ftr><w:instrText>DDEAUTO c:\\x</w:instrText></w:ftr>' },
    ]
    for (const change of changes)
      await expect(changed(change).then(checkTemplate), JSON.stringify(change)).rejects.toMatchObject({
        name: 'template-refused',
      })
    const mail = await checkTemplate(
      await changed({ [rels]: relation('hyperlink', 'mailto:phxzfb@163.com') }),
    )
    expect(mail.problems).toEqual([])
  })

  it('refuses what is no Word document, and what is too large', async () => {
    await expect(checkTemplate(Buffer.from('{{受理量}}'))).rejects.toMatchObject({
      name: 'template-not-docx',
    })
    await expect(
      checkTemplate(zipOf([{ name: 'xl/workbook.xml', content: ['<a/>'] }])),
    ).rejects.toMatchObject({
      name: 'template-not-docx',
    })
    await expect(checkTemplate(Buffer.alloc((5 << 20) + 1))).rejects.toMatchObject({ name: 'file-too-large' })
    // 60 MB of spaces in 60 KB.
    const bomb = await changed({ 'word/header9.xml': `<a>${' '.repeat(60 << 20)}</a>` })
    expect(bomb.length).toBeLessThan(1 << 20)
    await expect(checkTemplate(bomb)).rejects.toMatchObject({ name: 'file-too-large' })
  })
})
