import type { Written } from './written.ts'
import { Buffer } from 'node:buffer'
import { withXmlText } from '../../common/xmlText.ts'
import { briefingCsv } from './csv.ts'
import { briefingDocx } from './docx.ts'
import { briefingXlsx } from './xlsx.ts'

/** The files that a briefing can be taken out as, with what browsers call them. */
export const fileTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const
export type FileFormat = keyof typeof fileTypes
export const fileFormats = Object.keys(fileTypes) as FileFormat[]

/** A briefing as a file. */
export async function briefingFile(format: FileFormat, given: Written): Promise<Buffer> {
  // Pasted words and loaded names can hold characters that no Office file may.
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
