import type { Form, GivenForm } from './form.ts'
import type { Limits } from './limits.ts'
import type { Source } from './source.ts'
import { NamedError } from '#measures'
import { openBytes } from './bytes.ts'
import { openCsv } from './csv.ts'
import { detectForm } from './detect.ts'
import { openJsonLines } from './jsonLines.ts'
import { mostColumns } from './limits.ts'
import { openOcds } from './ocds/open.ts'
import { openWorkbook } from './workbook/open.ts'

async function openForm(file: string, form: Form, limits: Limits): Promise<Source> {
  switch (form.format) {
    case 'xlsx':
    case 'xls':
    case 'xlsb':
    case 'ods':
    case 'html':
    case 'xml2003':
      return openWorkbook(file, { ...form, format: form.format }, limits)
    case 'csv':
      return openCsv(await openBytes(file, limits), form, limits)
    case 'jsonl':
      return openJsonLines(await openBytes(file, limits), form, limits)
    case 'ocds':
    case 'ocdsBids':
      return openOcds(
        { bytes: await openBytes(file, limits), first: await openBytes(file, limits) },
        form,
        limits,
      )
  }
}

/** Opens a file with a known form. Errors: file-unreadable, file-broken, file-too-large. */
export async function openFile(file: string, form: Form, limits: Limits): Promise<Source> {
  try {
    const source = await openForm(file, form, limits)
    const columns = source.headers.length
    if (columns <= mostColumns) return source
    await source.close()
    throw new NamedError('file-too-large', { what: `${columns} columns`, most: String(mostColumns) })
  } catch (cause) {
    throw cause instanceof NamedError
      ? cause
      : new NamedError('file-unreadable', { file: form.format, reason: (cause as Error).message }, cause)
  }
}

/** Detects the form of a file and opens it. Errors: file-unreadable, file-broken, file-too-large. */
export async function openSource(
  file: string,
  given: GivenForm,
  limits: Limits,
): Promise<{ source: Source; form: Form }> {
  const { form } = await detectForm(file, given, limits)
  return { source: await openFile(file, form, limits), form }
}
