import type { Language, Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { RowsAnswer } from '../query/rows.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { BriefingDocument, PhotoBlock } from './document.ts'
import type { Written } from './write/written.ts'
import { dateWords, NamedError } from '#measures'
import { photoOfHash } from '../entry/photos/storedPhotos.ts'
import { isWithin } from '../entry/placeScope.ts'
import { recordPhoto } from '../query/recordPhoto.ts'
import { askRows } from '../query/rows.ts'
import { photosOf } from './document.ts'

const kinds = {
  banners: { zh: '锦旗', en: 'banner' },
  letters: { zh: '感谢信', en: 'letter of thanks' },
} as const
type Kind = keyof typeof kinds
/** The most records of a list page; those of them with a photo are offered. */
const listed = 200

function captionOf(
  kind: Kind,
  { window, day, summary }: { window: Names | null; day: string; summary: string },
  language: Language,
): string {
  const name = kinds[kind][language]
  const [year = ''] = day.split('-')
  const date = dateWords(day, language, year)
  const words = summary.trim().replaceAll(/\s+/g, ' ')
  if (language === 'zh')
    return `${window?.zh ?? ''}收到的${name}${words && `“${words}”`}（${date}）`.replace(/^收到的/, '')
  return `${window ? `${window.en}: ` : ''}${name}${words && ` “${words}”`} (${date})`
}

function blocksOf(
  kind: Kind,
  { columns, rows }: RowsAnswer,
  language: Language,
): (PhotoBlock & { day: string })[] {
  const place = (key: string): number => columns.findIndex(column => column.key === key)
  return rows.flatMap(row => {
    const text = (key: string): string => String(row[place(key)] ?? '')
    const [photo, day] = [text('photo'), text('givenDay')]
    const window = row[place('windowId')] as Names | null
    const caption = captionOf(kind, { window, day, summary: text('summary') }, language)
    return photo === '' ? [] : [{ kind: 'photo' as const, caption, record: text('feedbackCode'), photo, day }]
  })
}

/**
 * The banners and letters of some days with a photo, within the viewer's scope, newest first, in the form of
 * briefing blocks. The giver is left out. Errors: those of a question.
 */
export async function praisePhotos(
  centre: Centre,
  { from, to, language }: { from: string; to: string; language: Language },
  context: QueryContext,
): Promise<PhotoBlock[]> {
  const photos = await Promise.all(
    (['banners', 'letters'] as const).map(async measure => {
      const asked = { measure, centres: [centre.code], period: `${from}..${to}`, filters: [] }
      const page = { orderBy: 'givenDay', descending: true, limit: listed }
      return blocksOf(measure, await askRows({ ...asked, ...page }, context), language)
    }),
  )
  return photos
    .flat()
    .toSorted((a, b) => b.day.localeCompare(a.day) || a.record.localeCompare(b.record))
    .map(({ day: _, ...block }) => block)
}

/**
 * Refuses a new photo in a text unless the writer may see its record: knowing a hash is not enough. Errors:
 * photo-not-found.
 */
export async function checkPhotos(
  { centre, context }: BriefingContext,
  document: Pick<BriefingDocument, 'blocks'>,
  before: Pick<BriefingDocument, 'blocks'>,
): Promise<void> {
  const earlier = new Set(photosOf(before).map(({ photo }) => photo))
  for (const { record, photo } of photosOf(document).filter(block => !earlier.has(block.photo))) {
    const recorded = await recordPhoto(context.database, centre.id, record)
    if (recorded?.photo !== photo || !isWithin(context.scope, { ...recorded, centre: centre.code }))
      throw new NamedError('photo-not-found')
  }
}

/** The document with the photos of its text. */
export async function withPhotos({ centre, context }: BriefingContext, written: Written): Promise<Written> {
  const photos: NonNullable<Written['photos']> = new Map()
  for (const { photo } of photosOf(written.document)) {
    const picture = await photoOfHash(context.database, centre.id, photo)
    if (picture)
      photos.set(photo, { type: 'jpg', data: picture.bytes, width: picture.width, height: picture.height })
  }
  return { ...written, photos }
}
