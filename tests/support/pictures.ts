import { Buffer } from 'node:buffer'
import { crc32, deflateSync } from 'node:zlib'

function chunk(kind: string, data: Buffer): Buffer {
  const made = Buffer.alloc(12 + data.length)
  made.writeUInt32BE(data.length)
  made.write(kind, 4, 'latin1')
  data.copy(made, 8)
  made.writeUInt32BE(crc32(made.subarray(4, 8 + data.length)), 8 + data.length)
  return made
}

/** A black PNG with the given size in its header; only `rows` rows of pixels are present. */
export function blackPng(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** An EXIF segment as written by a phone: an orientation (6: rotated by 90°) and the name of a place. */
export function exifSegment(place: string): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex')
  const data = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place)])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** A JPEG as taken by a rotated phone, with a place in its EXIF data. */
export async function phonePhoto(place = 'GPS 24.3565 117.3138'): Promise<Buffer> {
  const { Transformer } = await import('@napi-rs/image')
  const jpeg = await new Transformer(blackPng(400, 300)).jpeg(82)
  return Buffer.concat([jpeg.subarray(0, 2), exifSegment(place), jpeg.subarray(2)])
}
