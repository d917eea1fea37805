import type { Ref } from 'vue'
import type { Sheet } from './figureSheet.ts'
import { shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { readableError, trpc } from '../data/trpc.ts'
import { useCentre } from '../stores/centre.ts'
import { usePreferences } from '../stores/preferences.ts'
import { csvOf, textOf, wholeSheet } from './figureSheet.ts'
import { figureFileName } from './fileName.ts'
import { chartIn, copyPicture, download, PictureFailed, pictureOf, pngOf } from './picture.ts'
import { tableOf } from './sheetTable.ts'
import { factLine, subjectOf, takenFacts } from './takenFacts.ts'
import { useCopying } from './useCopying.ts'
import { usePageFacts } from './usePageFacts.ts'
import { usePrinting } from './usePrinting.ts'
import { useWorkbook } from './useWorkbook.ts'

/** The format of an export, as the user chose it. */
export type TakenAs = 'text' | 'csv' | 'xlsx' | 'png' | 'svg' | 'image'

/** The parts of a panel that can be exported. */
interface Taken {
  sheet: Sheet
  finding: string
  panel: HTMLElement | null
}

/** Makes the picture and the file name of a panel on demand. */
function useMade(shown: () => Taken) {
  const { t } = useI18n()
  const printing = usePrinting()
  const pageFacts = usePageFacts()

  async function svg(): Promise<string> {
    const { sheet, finding, panel } = shown()
    const say = { t, ...printing }
    const caption = factLine(takenFacts(sheet, await pageFacts(sheet), say), say)
    return pictureOf(panel, { name: sheet.name, finding, caption })
  }

  async function fileName(): Promise<string> {
    const { sheet } = shown()
    const { centre, days, limits } = await pageFacts(sheet)
    const { from, to } = sheet.answer?.current ?? days
    return figureFileName(
      { centre, subject: subjectOf(sheet, limits, printing.language), from, to },
      printing.language,
    )
  }
  return { svg, fileName }
}

/** The export functions by format; each returns the message to show. */
function useWays(shown: () => Taken): Record<TakenAs, () => Promise<string>> {
  const { t } = useI18n()
  const centre = useCentre()
  const { svg, fileName } = useMade(shown)
  const { copy } = useCopying(6000)
  const writeWorkbook = useWorkbook()
  const printing = usePrinting()

  const announce = async (format: 'text' | 'csv' | 'png' | 'svg'): Promise<void> => {
    await trpc.measures.taken.mutate({ centre: centre.code ?? '', what: shown().sheet.name, format })
  }
  async function save(as: TakenAs, content: () => Promise<Blob>): Promise<string> {
    const name = await fileName()
    download(`${name}.${as}`, await content())
    return t('export.done')
  }

  /**
   * Exports a file after its audit entry has been written. For workbooks the server writes the entry itself.
   */
  async function announced(format: 'csv' | 'png' | 'svg', content: () => Promise<Blob>): Promise<string> {
    await announce(format)
    return save(format, content)
  }

  return {
    text: async () => {
      await announce('text')
      const { sheet, finding } = shown()
      return t(
        (await copy(textOf(await wholeSheet(sheet), finding))) ? 'briefing.copied' : 'export.notCopied',
      )
    },
    image: async () => {
      const png = announce('png').then(svg).then(pngOf)
      return t((await copyPicture(png)) ? 'export.pictureCopied' : 'export.pictureNotCopied')
    },
    csv: async () =>
      announced('csv', async () => {
        const table = tableOf(await wholeSheet(shown().sheet), { ...printing, unit: t('export.unit') })
        return new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' })
      }),
    svg: async () => announced('svg', async () => new Blob([await svg()], { type: 'image/svg+xml' })),
    png: async () => announced('png', async () => pngOf(await svg())),
    xlsx: async () =>
      save('xlsx', async () => writeWorkbook(shown().sheet.name, [await wholeSheet(shown().sheet)])),
  }
}

/** Exports the figures of a panel and reports the result. */
export function useTaking(shown: () => Taken): {
  said: Ref<string>
  take: (as: TakenAs) => Promise<void>
  isDrawn: () => boolean
} {
  const { t } = useI18n()
  const preferences = usePreferences()
  const ways = useWays(shown)
  const said = shallowRef('')
  async function take(as: TakenAs): Promise<void> {
    said.value = t('export.preparing')
    try {
      said.value = await ways[as]()
    } catch (failure) {
      said.value =
        failure instanceof PictureFailed
          ? t('export.noPicture')
          : readableError(failure)[preferences.language]
    }
  }
  return { said, take, isDrawn: () => chartIn(shown().panel) !== null }
}
