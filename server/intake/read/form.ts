import { z } from 'zod'

/** The kinds of file that can be read. */
export const formats = ['csv', 'xlsx', 'jsonl', 'ocds', 'ocdsBids'] as const
export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
export const delimiters = [',', '\t', ';', '|'] as const

export type Format = typeof formats[number]
export type Encoding = typeof encodings[number]

/** What a mapping may say about its file; what it does not say is looked at. */
export const formShape = {
  format: z.enum(formats).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().length(1).optional(),
  /** The name of a workbook's sheet; the first one otherwise. */
  sheet: z.string().optional(),
  /** The row of the headings; the first that is not blank otherwise. */
  headerRow: z.int().min(1).max(1000).optional(),
}

/** How a file is to be read. */
export interface Form {
  format: Format
  gzip: boolean
  encoding: Encoding
  delimiter: string
  sheet?: string
  headerRow?: number
}

export type GivenForm = Partial<Omit<Form, 'gzip'>>
