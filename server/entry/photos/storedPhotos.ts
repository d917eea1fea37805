import type { Viewer } from '../../access/permissions.ts'
import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { CleanPhoto } from './readPhoto.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { actorOf } from '../../access/permissions.ts'
import { NamedError } from '../../common/errors.ts'
import { recordPhoto } from '../../query/recordPhoto.ts'
import { isWithin } from '../placeScope.ts'

/** Stores a photo, once for equal content. Returns the SHA-256 hash by which rows refer to it. */
export async function keepPhoto(
  { prisma }: Database,
  centreId: number,
  { photo, now }: { photo: CleanPhoto; now: Date },
): Promise<string> {
  const hash = createHash('sha256').update(photo.bytes).digest('hex')
  const { width, height } = photo
  await prisma.photo.createMany({
    data: {
      centreId,
      hash,
      width,
      height,
      bytes: Uint8Array.from(photo.bytes),
      small: Uint8Array.from(photo.small),
      storedAt: now,
    },
    skipDuplicates: true,
  })
  return hash
}

/** True where a photo of that hash is stored. */
export async function hasPhoto({ prisma }: Database, centreId: number, hash: string): Promise<boolean> {
  return (await prisma.photo.count({ where: { centreId, hash } })) > 0
}

/** The owner of a photo: a record, or a row under review. */
export type PhotoOf = { feedback: string } | { entry: number }

interface Asked {
  centre: Centre
  viewer: Viewer
  of: PhotoOf
}

const photoNotFound = (): NamedError => new NamedError('photo-not-found')

/** The hash of the photo of a record within the viewer's scope. Errors: photo-not-found. */
async function photoOfRecord(database: Database, { centre, viewer }: Asked, code: string): Promise<string> {
  const record = await recordPhoto(database, centre.id, code)
  if (!record || !isWithin(viewer.scope, { ...record, centre: centre.code })) throw photoNotFound()
  return record.photo
}

/** The hash of the photo of a pending row, for its author and its reviewers. Errors: photo-not-found. */
async function photoOfEntry({ prisma }: Database, { centre, viewer }: Asked, id: number): Promise<string> {
  const entry = await prisma.entry.findUnique({ where: { centreId_id: { centreId: centre.id, id } } })
  const { photo } = (entry?.values ?? {}) as { photo?: string }
  const mayRead = entry?.enteredBy === actorOf(viewer) || viewer.may.includes('entries.review')
  if (!entry || !photo || !mayRead || !isWithin(viewer.scope, { ...entry, centre: centre.code }))
    throw photoNotFound()
  return photo
}

/** A photo of a row that the viewer may see. Knowing a hash is not enough. Errors: photo-not-found. */
export async function findPhoto(
  database: Database,
  asked: Asked & { small: boolean },
): Promise<{ hash: string; bytes: Uint8Array }> {
  const { centre, of } = asked
  const hash =
    'entry' in of
      ? await photoOfEntry(database, asked, of.entry)
      : await photoOfRecord(database, asked, of.feedback)
  const photo = await database.prisma.photo.findUnique({
    where: { centreId_hash: { centreId: centre.id, hash } },
    select: { [asked.small ? 'small' : 'bytes']: true },
  })
  const bytes = asked.small ? photo?.small : photo?.bytes
  if (!bytes) throw photoNotFound()
  return { hash, bytes }
}

/**
 * A photo by its hash, for texts that contain it and that the viewer may read. Null where it does not exist.
 */
export async function photoOfHash(
  { prisma }: Database,
  centreId: number,
  hash: string,
): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  const photo = await prisma.photo.findUnique({
    where: { centreId_hash: { centreId, hash } },
    select: { bytes: true, width: true, height: true },
  })
  return photo && { ...photo, bytes: Buffer.from(photo.bytes) }
}
