import { Buffer } from 'node:buffer'
import { imageSize } from 'image-size'
import { describe, expect, it } from 'vitest'
import { mostPhotoBytes, mostPhotoPixels, readPhoto } from '../../server/entry/photos/readPhoto.ts'
import { blackPng, exifSegment, phonePhoto } from '../support/pictures.ts'

describe('a photo that is taken', () => {
  it('is turned upright and written anew without what the camera noted', async () => {
    const photo = await phonePhoto('GPS 24.3565 117.3138')
    expect(photo.includes('24.3565')).toBe(true)
    const { bytes, small, width, height } = await readPhoto(photo)
    expect([width, height]).toEqual([300, 400])
    for (const kept of [bytes, small]) {
      expect(kept.includes('Exif')).toBe(false)
      expect(kept.includes('24.3565')).toBe(false)
    }
  })

  it('is made at most 2048 and 480 pixels long, and never larger', async () => {
    const large = await readPhoto(blackPng(4000, 1000))
    expect([large.width, large.height]).toEqual([2048, 512])
    expect(imageSize(large.small)).toMatchObject({ width: 480, height: 120 })
    const little = await readPhoto(blackPng(30, 20))
    expect([little.width, little.height]).toEqual([30, 20])
  })

  it('is refused by what it is, whatever it is called', async () => {
    const refused = async (bytes: Buffer) => expect(readPhoto(bytes)).rejects
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    for (const other of [
      script,
      Buffer.from('%PDF-1.7'),
      Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0'),
      Buffer.alloc(0),
    ])
      await (await refused(other)).toMatchObject({ name: 'photo-type' })
    const jpeg = await phonePhoto()
    await (await refused(jpeg.subarray(0, 400))).toMatchObject({ name: 'photo-broken' })
    // Twelve megabytes of a real photo: the segment of a camera repeated.
    const segment = exifSegment('x'.repeat(60_000))
    const heavy = Buffer.concat([
      jpeg.subarray(0, 2),
      ...Array.from({ length: 200 }, () => segment),
      jpeg.subarray(2),
    ])
    expect(heavy.length).toBeGreaterThan(12_000_000)
    await (await refused(heavy)).toMatchObject({ name: 'photo-too-large', details: { most: 8 } })
    // 40,000 × 40,000 pixels in a file of a few kilobytes.
    const bomb = blackPng(40_000, 40_000, 20)
    expect(bomb.length).toBeLessThan(mostPhotoBytes / 100)
    await (await refused(bomb)).toMatchObject({ name: 'photo-too-many-pixels', details: { pixels: '1,600' } })
    expect(40_000 * 40_000).toBeGreaterThan(mostPhotoPixels)
  })
})
