import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { FilePicture } from '../write/written.ts'
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { imageSize } from 'image-size'
import { NamedError } from '#measures'

/** The largest size of a picture. */
export const pictureLimits = { bytes: 1 << 20, side: 6000 }

const refused = (why: string): NamedError => new NamedError('picture-refused', { why })

/** Detects from its bytes whether a file is PNG or JPEG, with its size in pixels. Errors: picture-refused. */
export function readPicture(file: Buffer): FilePicture {
  if (file.length > pictureLimits.bytes) throw refused(`${(file.length / 1048576).toFixed(1)} MB`)
  const size = ((): ReturnType<typeof imageSize> | null => {
    try {
      return imageSize(file)
    } catch {
      return null
    }
  })()
  if (size?.type !== 'png' && size?.type !== 'jpg') throw refused(size?.type ?? 'PNG / JPEG ?')
  const { width, height, type } = size
  const most = pictureLimits.side
  if (!(width > 0 && height > 0 && width <= most && height <= most)) throw refused(`${width} × ${height}`)
  return { type, data: file, width, height }
}

/** How long an uploaded picture may stay unused before it is removed, in milliseconds. */
const waits = 24 * 60 * 60 * 1000

/** Removes pictures older than a day that neither the settings nor any draft or issue uses. */
async function removeUnused({ prisma }: Database, centreId: number, now: Date): Promise<void> {
  const old = await prisma.paperPicture.findMany({
    where: { centreId, addedAt: { lt: new Date(now.getTime() - waits) } },
    select: { hash: true },
  })
  const settings = await prisma.paperSettings.findUnique({ where: { centreId } })
  const kept = (settings?.settings as { picture?: string } | undefined)?.picture
  for (const { hash } of old) {
    const uses = await prisma.briefing.count({
      where: { centreId, document: { path: ['masthead', 'picture'], equals: hash } },
    })
    if (uses === 0 && hash !== kept) await prisma.paperPicture.deleteMany({ where: { centreId, hash } })
  }
}

/**
 * Stores a picture for the paper of a centre and returns its SHA-256. Unused pictures are removed. Errors:
 * picture-refused.
 */
export async function keepPicture(
  database: Database,
  { centre, file, by, now }: { centre: Pick<Centre, 'id'>; file: Buffer; by: string; now: Date },
): Promise<{ hash: string; width: number; height: number }> {
  const { prisma } = database
  const { type, width, height } = readPicture(file)
  const hash = createHash('sha256').update(file).digest('hex')
  await prisma.paperPicture.upsert({
    where: { centreId_hash: { centreId: centre.id, hash } },
    create: {
      centreId: centre.id,
      hash,
      type,
      width,
      height,
      data: new Uint8Array(file),
      addedBy: by,
      addedAt: now,
    },
    update: { addedAt: now },
  })
  await removeUnused(database, centre.id, now)
  return { hash, width, height }
}

/** The picture with a SHA-256; null where the centre has none. */
export async function pictureOf(
  { prisma }: Database,
  { id: centreId }: Pick<Centre, 'id'>,
  hash: string,
): Promise<FilePicture | null> {
  const row =
    hash === ''
      ? null
      : await prisma.paperPicture.findUnique({ where: { centreId_hash: { centreId, hash } } })
  if (!row) return null
  const { width, height, data } = row
  return { type: row.type === 'png' ? 'png' : 'jpg', data: Buffer.from(data), width, height }
}
