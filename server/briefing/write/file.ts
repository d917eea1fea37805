import type { Written } from './written.ts'
import { Buffer } from 'node:buffer'
import { withXmlText } from '../../common/xmlText.ts'
import { briefingCsv } from './csv.ts'
import { briefingDocx } from './docx.ts'
import { briefingXlsx } from './xlsx.ts'

/** The file formats of a briefing and their media types. */
export const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
export type FileFormat = keyof typeof fileTypes
export const fileFormats = Object.keys(fileTypes) as FileFormat[]

/** Converts a briefing to a file. */
export async function briefingFile(format: FileFormat, given: Written): Promise<Buffer> {
  // Pasted text and imported names may contain characters that XML does not allow.
  const written = { ...given, document: withXmlText(given.document), readings: withXmlText(given.readings) }
  switch (format) {
    case 'docx':
      return briefingDocx(written)
    case 'xlsx':
      return briefingXlsx(written)
    case 'csv':
      return Buffer.from(briefingCsv(written))
  }
}
