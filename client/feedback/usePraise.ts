import type { Answer, Names } from '#measures'
import type { Loaded } from '../data/useServerQuery.ts'
import { photoOfRecord } from '../data/photoAddress.ts'
import { trpc } from '../data/trpc.ts'
import { useDeferredRender } from '../data/useDeferredRender.ts'
import { useServerQuery } from '../data/useServerQuery.ts'

/** A banner or a letter, with what the viewer may know about it. */
export interface Praise {
  kind: 'banner' | 'letter'
  code: string
  day: string
  window: Names | null
  summary: string
  /** Who gave it; null where the viewer may not know. */
  giver: string | null
  /** The addresses of its photo, small and full size; null where there is none. */
  photo: { small: string; whole: string } | null
}

const kinds = ['banner', 'letter'] as const

function photosOf(centres: readonly string[], code: string): Praise['photo'] {
  // The code of a record is unique within one centre.
  const [centre = ''] = centres
  if (centres.length !== 1) return null
  return { small: photoOfRecord(centre, code, 'small'), whole: photoOfRecord(centre, code, 'whole') }
}

/** The latest banners and letters of an answer's period, newest first. */
export function usePraise(answer: () => Answer | null, most: number): Loaded<Praise[]> {
  // Read after the figures have been drawn.
  const wanted = useDeferredRender(() => {
    const shown = answer()
    return (
      shown && {
        centres: shown.question.centres,
        period: `${shown.current.from}..${shown.current.to}`,
        filters: shown.question.filters,
        orderBy: 'givenDay',
        descending: true,
        limit: most,
      }
    )
  })
  return useServerQuery(
    'measures.rows.feedback',
    () => wanted.value,
    async (input, signal) => {
      const pages = await Promise.all(
        (['banners', 'letters'] as const).map(async measure =>
          trpc.measures.rows.query({ ...input, measure }, { signal }),
        ),
      )
      return pages
        .flatMap((page, index) =>
          page.rows.map((row): Praise => {
            const place = (key: string): number => page.columns.findIndex(column => column.key === key)
            const text = (key: string): string => String(row[place(key)] ?? '')
            return {
              kind: kinds[index] ?? 'letter',
              code: text('feedbackCode'),
              day: text('givenDay'),
              window: row[place('windowId')] as Names | null,
              summary: text('summary'),
              giver: place('giver') < 0 ? null : text('giver'),
              photo: text('photo') === '' ? null : photosOf(input.centres, text('feedbackCode')),
            }
          }),
        )
        .sort((a, b) => (a.day < b.day ? 1 : -1))
        .slice(0, most)
    },
  )
}
