import type { Booklet } from '../../server/exports/booklet/booklet.ts'
import { describe, expect, it } from 'vitest'
import { bookletDocx } from '../../server/exports/booklet/bookletDocx.ts'
import { textIn, unzip } from '../support/unzip.ts'

const booklet = (named: boolean): Booklet => ({
  centre: { zh: '平和县行政服务中心', en: 'Pinghe Service Centre' },
  title: 'Directory of windows',
  day: '2012-12-31',
  named,
  headings: ['Window', 'Unit', 'Telephone', 'People', 'Items', 'Share', 'Compression'],
  lines: [
    {
      code: 'SW',
      window: '税务局窗口',
      unit: '税务局',
      phone: '0596-0000006',
      people: named ? '王某、李某' : '2',
      speed: ['9', '88.9%', '87.7%'],
    },
  ],
})

describe('the booklet of windows as a Word document', () => {
  it.each([[true], [false]])('fills the width of its page (people named: %s)', async named => {
    const parts = await unzip(
      await bookletDocx(booklet(named), { by: 'Clerk', at: '2013-01-01 08:00', language: 'en' }),
    )
    const xml = String(parts.get('word/document.xml'))
    const [, page] = /<w:pgSz w:w="(\d+)"/.exec(xml) ?? []
    const margins = ['left', 'right'].map(side => Number(new RegExp(`w:${side}="(\\d+)"`).exec(xml)?.[1]))
    const within = Number(page) - margins.reduce((sum, margin) => sum + margin, 0)
    const columns = Array.from(xml.matchAll(/<w:gridCol w:w="(\d+)"/g), ([, width]) => Number(width))
    const width = columns.reduce((sum, one) => sum + one, 0)
    expect(Math.abs(width - within)).toBeLessThan(20)
    expect(xml).toContain(`<w:tblW w:type="dxa" w:w="${width}"`)
    // A number of twelve digits at ten points stands on one line.
    expect(columns[2]).toBeGreaterThan(1700)
    expect(textIn(parts.get('word/document.xml'))).toContain('Pinghe Service Centre: Directory of windows')
  })
})
