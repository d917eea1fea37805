import type { Limits } from '../limits.ts'
import type { Book } from '../workbook/book.ts'
import type { Archive } from './archive.ts'
import { NamedError } from '#measures'
import { openArchive } from './archive.ts'
import { mergedCells } from './mergedCells.ts'
import { rowsOfSheet } from './sheet.ts'
import { cellFormats } from './styles.ts'
import { readSharedStrings, readWorkbook } from './workbook.ts'

async function bookOf(archive: Archive, limits: Limits): Promise<Book> {
  const { sheets, epoch } = await readWorkbook(archive)
  const formats = archive.has('xl/styles.xml') ? cellFormats(await archive.text('xl/styles.xml')) : []
  const strings = await readSharedStrings(archive, limits)
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    open: async name => {
      const part = sheets.find(sheet => sheet.name === name)?.part
      if (part === undefined)
        throw new NamedError('file-unreadable', { file: 'XLSX', reason: `no sheet ${name}` })
      let read = 0
      const count = (characters: number): void => {
        read += characters
      }
      return {
        merges: await mergedCells(await archive.stream(part)),
        rows: rowsOfSheet(await archive.stream(part), { strings, formats, epoch, limits }, count),
        total: archive.size(part),
        read: () => read,
      }
    },
    close: async () => archive.close(),
  }
}

/**
 * Opens an XLSX workbook. Rows are streamed; only the shared texts are kept in memory, within a limit.
 * Errors: file-unreadable, file-too-large.
 */
export async function openXlsxBook(file: string, limits: Limits): Promise<Book> {
  const archive = await openArchive(file, limits)
  try {
    return await bookOf(archive, limits)
  } catch (error) {
    archive.close()
    throw error
  }
}
