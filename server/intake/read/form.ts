import { z } from 'zod'

/** The kinds of file that can be read. */
const formats = ['csv', 'xlsx', 'xls', 'xlsb', 'ods', 'html', 'xml2003', 'jsonl', 'ocds', 'ocdsBids'] as const
/** The formats with sheets. */
const workbookFormats = ['xlsx', 'xls', 'xlsb', 'ods', 'html', 'xml2003'] as const
const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export const delimiters = [',', '\t', ';', '|'] as const

export type Format = (typeof formats)[number]
export type Encoding = (typeof encodings)[number]

/** The form of a file as a mapping may give it; what is absent is detected. */
export const formShape = {
  format: z.enum(formats).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().length(1).optional(),
  /** The name of a workbook's sheet; the first visible one by default. */
  sheet: z.string().optional(),
  /** Reads all visible sheets with equal headings as one table, and ignores `sheet`. */
  sheets: z.literal('all').optional(),
  /** The row of the headings; the first that is not blank by default. */
  headerRow: z.int().min(1).max(1000).optional(),
  /** The number of heading lines, joined by " / "; one by default. */
  headerRows: z.int().min(1).max(4).optional(),
}

/** How a file is to be read. */
export interface Form {
  format: Format
  gzip: boolean
  encoding: Encoding
  delimiter: string
  sheet?: string
  sheets?: 'all'
  headerRow?: number
  headerRows?: number
}

export type WorkbookFormat = (typeof workbookFormats)[number]

/** Whether a format has sheets. */
export function isWorkbook(format: Format): format is WorkbookFormat {
  return (workbookFormats as readonly Format[]).includes(format)
}

export type GivenForm = Partial<Omit<Form, 'gzip'>>
