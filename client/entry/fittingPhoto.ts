import { mostPhotoMegabytes } from './sendPhoto.ts'

const mostBytes = mostPhotoMegabytes * 1_048_576
/** The longest side of photos that the server stores, in pixels. */
const longestSide = 2048
const quality = 0.9

async function smaller(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', quality))
}

/**
 * Returns the photo unchanged if the server accepts it, otherwise scaled down on this device: phones take
 * photos of twenty megabytes. Null where the device cannot read it.
 */
export async function fittingPhoto(file: File): Promise<File | null> {
  if (file.size <= mostBytes) return file
  const resized = await smaller(file).catch(() => null)
  return resized && resized.size <= mostBytes ? new File([resized], file.name, { type: resized.type }) : null
}
