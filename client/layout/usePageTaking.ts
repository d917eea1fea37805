import type { Ref } from 'vue'
import type { Sheet } from '../ui/figureSheet.ts'
import type { NamedFigures } from '../ui/offeredFigures.ts'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { readableError, trpc } from '../data/trpc.ts'
import { isPage } from '../pages.ts'
import { useCentre } from '../stores/centre.ts'
import { pageSubject } from '../stores/pageSubject.ts'
import { wholeSheet } from '../ui/figureSheet.ts'
import { figureSheetOf } from '../ui/figureSheetOf.ts'
import { figureFileName } from '../ui/fileName.ts'
import { offeredFigures } from '../ui/offeredFigures.ts'
import { download } from '../ui/picture.ts'
import { usePageFacts } from '../ui/usePageFacts.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { useWorkbook } from '../ui/useWorkbook.ts'
import { inOrder } from './inOrder.ts'
import { pageTitle } from './pageTitles.ts'

/** Exports a whole page: the sheets of all its panels as a workbook, or the page on paper. */
export function usePageTaking(): {
  said: Ref<string>
  takeWorkbook: () => Promise<void>
  announcePrint: () => Promise<boolean>
} {
  const { t } = useI18n()
  const route = useRoute()
  const centre = useCentre()
  const printing = usePrinting()
  const pageFacts = usePageFacts()
  const writeWorkbook = useWorkbook()
  const pageName = (): string =>
    pageSubject.value ?? (isPage(route.name) ? pageTitle(route.name)[printing.language] : '')
  const said = shallowRef('')
  const sheetOf = (offer: { sheet: Sheet } | NamedFigures): Sheet | null =>
    'sheet' in offer ? offer.sheet : figureSheetOf(offer, { t, ...printing })

  async function workbook(): Promise<string> {
    const offered = inOrder(offeredFigures()).flatMap(offer => sheetOf(offer) ?? [])
    const sheets = await Promise.all(offered.map(wholeSheet))
    const [first] = sheets
    if (!first) return t('export.nothing')
    const { centre: of, days, limits } = await pageFacts(first)
    const { from, to } = first.answer?.current ?? days
    const subject = [pageName(), ...limits.filter(name => name !== pageSubject.value)].join(' ')
    const content = await writeWorkbook(subject, sheets)
    download(`${figureFileName({ centre: of, subject, from, to }, printing.language)}.xlsx`, content)
    return t('export.pageDone', { count: sheets.length })
  }

  async function saying(work: () => Promise<string>): Promise<boolean> {
    said.value = t('export.preparing')
    try {
      said.value = await work()
      return true
    } catch (failure) {
      said.value = readableError(failure)[printing.language]
      return false
    }
  }

  return {
    said,
    takeWorkbook: async () => void (await saying(workbook)),
    announcePrint: async () =>
      saying(async () => {
        const what = pageName()
        await trpc.measures.taken.mutate({ centre: centre.code ?? '', what, format: 'print' })
        return ''
      }),
  }
}
