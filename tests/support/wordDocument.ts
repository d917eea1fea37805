import type { Buffer } from 'node:buffer'
import { Document, Header, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

/** A paragraph; a text that begins with a tab is indented manually. */
const paragraph = (text: string, style = 'Clerk') =>
  new Paragraph({
    style,
    ...(text.startsWith('\t') && { indent: { firstLine: 640 } }),
    children: [new TextRun({ text: text.trim(), color: '1F4E8C' })],
  })

/** A document as written by a clerk: with her own styles, a header, and a table. */
export async function documentOf(lines: string[], cells: string[] = []): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      styles: {
        paragraphStyles: [
          { id: 'Clerk', name: '文书正文', basedOn: 'Normal', run: { font: '楷体', size: 30 } },
          { id: 'ClerkTitle', name: '文书标题', basedOn: 'Normal', run: { font: '黑体', size: 40 } },
        ],
      },
      sections: [
        {
          headers: { default: new Header({ children: [paragraph('{{报头}}　{{期间}}')] }) },
          children: [
            paragraph('{{期间}}政务服务情况', 'ClerkTitle'),
            ...lines.map(line => paragraph(line)),
            ...(cells.length > 0
              ? [
                  new Table({
                    rows: [
                      new TableRow({
                        children: cells.map(text => new TableCell({ children: [paragraph(text)] })),
                      }),
                    ],
                  }),
                ]
              : []),
          ],
        },
      ],
    }),
  )
}
