import type { Written } from '../../server/briefing/write/written.ts'
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readPicture } from '../../server/briefing/paper/picture.ts'
import { briefingDocx } from '../../server/briefing/write/docx.ts'
import { textIn, unzip } from '../support/unzip.ts'

/** The beginning of a PNG of that size, which is what tells its size. */
function png(width: number, height: number, more = 0): Buffer {
  const head = Buffer.alloc(25)
  head.writeUInt32BE(13, 0)
  head.write('IHDR', 4, 'latin1')
  head.writeUInt32BE(width, 8)
  head.writeUInt32BE(height, 12)
  head.set([8, 2, 0, 0, 0], 16)
  const data = deflateSync(Buffer.alloc(16))
  return Buffer.concat([Buffer.from('\u0089PNG\r\n\u001A\n', 'latin1'), head, data, Buffer.alloc(more)])
}
// Start, one frame of 300 × 80 in three colours, end.
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffc00011080050012c03012200021101031101ffd9',
  'hex',
)

describe('the picture of a masthead', () => {
  it('is what its bytes are, whatever the file was called', () => {
    expect(readPicture(png(600, 120))).toMatchObject({ type: 'png', width: 600, height: 120 })
    expect(readPicture(jpeg)).toMatchObject({ type: 'jpg', width: 300, height: 80 })
  })

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')],
    ['a GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1')],
    ['text', Buffer.from('报头')],
    ['nothing', Buffer.alloc(0)],
    ['more than 1 MB', png(10, 10, 1 << 20)],
    ['wider than any paper', png(60_000, 10)],
    ['no width', png(0, 10)],
  ])('is refused where it is %s', (_, file) => {
    expect(() => readPicture(file)).toThrow(expect.objectContaining({ name: 'picture-refused' }))
  })

  it('stands for the name in the Word document, which is read out for it', async () => {
    const written: Written = {
      document: {
        language: 'zh',
        masthead: {
          name: '政务服务简报',
          issue: '第46期',
          unit: '中心',
          date: '2026年11月2日',
          picture: 'x',
        },
        title: '十月情况',
        subtitle: '',
        blocks: [],
        ending: { copyTo: '', distributeTo: '', printed: '' },
      },
      readings: { figures: {}, series: {} },
      from: '2026-10-01',
      to: '2026-10-31',
      standing: { state: 'draft' },
      dataUntil: null,
      exported: { by: '陈明', at: '2026-11-02 09:00' },
      picture: readPicture(png(600, 120)),
    }
    const parts = await unzip(await briefingDocx(written))
    const xml = parts.get('word/document.xml')
    expect(textIn(xml)).not.toContain('政务服务简报')
    expect(xml?.toString()).toMatch(/<wp:docPr [^>]*descr="政务服务简报"/)
    // 600 × 120 at most 589 wide: 589 × 118 pixels of 9525 units.
    expect(xml?.toString()).toContain(`<wp:extent cx="${589 * 9525}" cy="${118 * 9525}"/>`)
    expect([...parts.keys()].filter(name => name.startsWith('word/media/'))).toHaveLength(1)
  })
})
