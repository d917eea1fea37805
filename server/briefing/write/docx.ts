import type { Buffer } from 'node:buffer'
import type { Block, SeriesBlock } from '../document.ts'
import type { PngPicture } from '../picture/png.ts'
import type { Written } from './written.ts'
import { Document, DocumentGridType, Packer } from 'docx'
import { paperWords, printingOfReadings } from '#measures'
import { printedPaper } from '../paper/paper.ts'
import { seriesPng } from '../picture/png.ts'
import { blockDocx } from './docxBlocks.ts'
import {
  colophonOf,
  correctionParagraphs,
  headOf,
  page,
  pageNumbers,
  signatureOf,
  withdrawnNotice,
} from './docxFrame.ts'
import { annexParagraphs, Notes } from './docxParts.ts'
import { fileWords } from './fileWords.ts'
import { linePitch, styled, styles } from './style.ts'
import { seriesAt } from './written.ts'

const isChart = (block: { kind: string }): block is SeriesBlock => block.kind === 'chart'

async function picturesIn({ document, readings }: Written): Promise<Map<Block, PngPicture>> {
  const pictures = new Map<Block, PngPicture>()
  for (const block of document.blocks.filter(isChart))
    pictures.set(
      block,
      await seriesPng(block.series, seriesAt(readings, block.series), {
        ...printingOfReadings(readings, document.language),
        title: block.caption,
      }),
    )
  return pictures
}

/**
 * A briefing as an editable Word document in official layout: every paragraph has a style, definitions are in
 * an annex or in footnotes, fonts are named and not embedded.
 */
export async function briefingDocx(written: Written): Promise<Buffer> {
  const { document, exported, standing } = written
  const say = { ...paperWords[document.language], ...fileWords[document.language] }
  const notes = new Notes(written)
  const parts = { written, notes, pictures: await picturesIn(written) }
  const paper = printedPaper(written)
  const children = [
    ...withdrawnNotice(paper),
    ...headOf(paper, written.picture),
    ...correctionParagraphs(paper),
    ...document.blocks.flatMap(block => blockDocx(block, parts)),
    ...signatureOf(paper),
    ...annexParagraphs(paper),
    styled('provenance', paper.provenance),
    colophonOf(paper),
  ]
  return Packer.toBuffer(
    new Document({
      title: document.title,
      creator: standing.state === 'draft' ? exported.by : standing.author,
      lastModifiedBy: exported.by,
      description: [`${written.from}..${written.to}`, `${say.exportedBy}${exported.by}`, exported.at].join(
        say.between,
      ),
      styles,
      evenAndOddHeaderAndFooters: true,
      footnotes: notes.all(),
      sections: [
        {
          properties: {
            page,
            grid: { type: DocumentGridType.DEFAULT, linePitch },
          },
          footers: pageNumbers(),
          children,
        },
      ],
    }),
  )
}
