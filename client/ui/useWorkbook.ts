import type { Sheet } from './figureSheet.ts'
import { useI18n } from 'vue-i18n'
import { trpc } from '../data/trpc.ts'
import { useCentre } from '../stores/centre.ts'
import { tableOf } from './sheetTable.ts'
import { namedFacts, takenFacts } from './takenFacts.ts'
import { usePageFacts } from './usePageFacts.ts'
import { usePrinting } from './usePrinting.ts'

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes sheets into a workbook; the server creates it and audits the export. */
export function useWorkbook(): (what: string, sheets: readonly Sheet[]) => Promise<Blob> {
  const { t } = useI18n()
  const centre = useCentre()
  const printing = usePrinting()
  const pageFacts = usePageFacts()
  return async (what, sheets) => {
    const say = { t, ...printing }
    const written = sheets.map(async sheet => ({
      ...tableOf(sheet, { ...printing, unit: t('export.unit') }),
      facts: namedFacts(takenFacts(sheet, await pageFacts(sheet), say), say),
      measures: [...(sheet.measures ?? [])],
    }))
    const text = await trpc.measures.workbook.mutate({
      centre: centre.code ?? '',
      what,
      language: printing.language,
      sheets: await Promise.all(written),
    })
    return new Blob([Uint8Array.from(atob(text), sign => sign.charCodeAt(0))], { type })
  }
}
