import type { Buffer } from 'node:buffer'
import { imageSize } from 'image-size'
import { NamedError } from '../../common/errors.ts'

/** The largest accepted file, in bytes. */
export const mostPhotoBytes = 8 << 20
/** The largest number of pixels that is decoded: a small file can contain more than fit into memory. */
export const mostPhotoPixels = 50_000_000
/** The longest side and JPEG quality of stored photos, and of their thumbnails. */
const kept = { side: 2048, quality: 82 }
const small = { side: 480, quality: 76 }

const taken = ['jpg', 'png', 'webp']

/** A photo as it is stored. */
export interface CleanPhoto {
  bytes: Buffer
  small: Buffer
  width: number
  height: number
}

const megapixels = (pixels: number): string => `${Math.round(pixels / 1_000_000).toLocaleString('en-US')}`

/** The format and size in the header of a picture; null for other files. */
function headerOf(bytes: Uint8Array): ReturnType<typeof imageSize> | null {
  try {
    return imageSize(bytes)
  } catch {
    return null
  }
}

/**
 * Checks the header before anything is decoded, independent of the file's name. Errors: photo-too-large,
 * photo-type, photo-too-many-pixels.
 */
function checkHeader(bytes: Uint8Array): { width: number; height: number } {
  if (bytes.length > mostPhotoBytes) throw new NamedError('photo-too-large', { most: mostPhotoBytes >> 20 })
  const size = headerOf(bytes)
  if (!size || !taken.includes(size.type ?? '')) throw new NamedError('photo-type')
  const pixels = size.width * size.height
  if (pixels > mostPhotoPixels)
    throw new NamedError('photo-too-many-pixels', {
      pixels: megapixels(pixels),
      most: megapixels(mostPhotoPixels),
    })
  return size
}

/** Photos are decoded one at a time, because each may need 200 MB. */
let last: Promise<unknown> = Promise.resolve()

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work)
  last = mine.catch(() => undefined)
  return mine
}

async function decode(bytes: Uint8Array, size: { width: number; height: number }): Promise<CleanPhoto> {
  // The decoder is a large binary; it is loaded only by servers that receive photos.
  const { ResizeFit, Transformer } = await import('@napi-rs/image')
  const encoded = async (from: Uint8Array, { side, quality }: typeof kept): Promise<Buffer> => {
    const picture = new Transformer(from).rotate()
    if (Math.max(size.width, size.height) > side)
      picture.resize({ width: side, height: side, fit: ResizeFit.Inside })
    return picture.jpeg(quality)
  }
  const whole = await encoded(bytes, kept)
  const { width, height } = await new Transformer(whole).metadata()
  return { bytes: whole, small: await encoded(whole, small), width, height }
}

/**
 * Re-encodes a photo, upright and at most 2048 pixels long. Only its pixels are kept: metadata such as place,
 * time and owner, and hidden data, are dropped. Errors: photo-too-large, photo-type, photo-too-many-pixels,
 * photo-broken.
 */
export async function readPhoto(bytes: Uint8Array): Promise<CleanPhoto> {
  const size = checkHeader(bytes)
  return inTurn(async () => decode(bytes, size)).catch((error: unknown) => {
    throw new NamedError('photo-broken', {}, error)
  })
}
