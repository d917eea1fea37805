import type { Buffer } from 'node:buffer'
import type { SampledFile } from '../../server/intake/propose/sampleFile.ts'
import type { Limits } from '../../server/intake/read/limits.ts'
import process from 'node:process'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sampleApart } from '../../server/intake/propose/sampleApart.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openFile } from '../../server/intake/read/open.ts'
import { temporaryFile } from '../support/files.ts'
import { rowXml, workbookOf, zipOf } from '../support/zip.ts'

const megabyte = 1 << 20
let noise = 1
/** Text that packs to about a hundredth: less than what is taken for a trap at sight. */
function text(length: number, unit: () => string): string {
  const pieces: string[] = []
  for (let size = 0; size < length;) {
    const piece = unit()
    pieces.push(piece)
    size += piece.length
  }
  return pieces.join('')
}
const random = (): number => (noise = (noise * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const letters = (): string => `${Math.floor(random() * 10)}${'a'.repeat(400)}`

const heading = rowXml(1, ['办件编号', '收件时间', '事项'])
const row = (n: number): string => rowXml(n, [`K-${n}`, '2012-09-03 08:00', '换证'])

async function sample(bytes: Buffer, more: Partial<Limits> = {}, signal?: AbortSignal): Promise<SampledFile> {
  const file = temporaryFile('attack.xlsx', bytes)
  const limits = { ...defaultLimits, ...more }
  return sampleApart({ file, form: {}, target: undefined, limits }, signal)
}

/** What a load does with a file that is already known: it is read in the server itself. */
async function loaded(bytes: Buffer): Promise<number> {
  const file = temporaryFile('attack.xlsx', bytes)
  const form = { format: 'xlsx', gzip: false, encoding: 'utf-8', delimiter: ',' } as const
  const source = await openFile(file, form, defaultLimits)
  let rows = 0
  try {
    for await (const _ of source.records) rows++
    return rows
  } finally {
    await source.close()
  }
}

const tooLarge = { name: 'file-too-large' }

describe('workbooks that are small until they are opened', () => {
  it('30 million shared texts in 2 MB are refused in time', async () => {
    const strings = text(megabyte, () => (random() < 0.003 ? `<si><t>${letters()}</t></si>` : '<si/>'))
    const each = strings.split('<si').length - 1
    const bytes = workbookOf([heading, row(2)], [[strings, Math.ceil(30_000_000 / each)]])
    expect(bytes.length).toBeLessThan(4 * megabyte)
    const before = process.memoryUsage().heapUsed
    await expect(loaded(bytes)).rejects.toMatchObject({ ...tooLarge, details: { most: '512 MB' } })
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(700 * megabyte)
  })

  it('a cell of 700 MB is refused after its first megabyte', async () => {
    const cell: [string, number] = [text(megabyte, letters), 700]
    const bytes = workbookOf([heading, '<row r="2"><c t="inlineStr"><is><t>', cell, '</t></is></c></row>'])
    expect(bytes.length).toBeLessThan(20 * megabyte)
    const refused = { ...tooLarge, details: { most: String(megabyte) } }
    await expect(sample(bytes)).rejects.toMatchObject(refused)
    const shared = workbookOf([heading], ['<si><t>', [cell[0], 3], '</t></si>'])
    await expect(loaded(shared)).rejects.toMatchObject(refused)
  })

  it('a row of many long cells is refused', async () => {
    const cell = `<c t="inlineStr"><is><t>${text(megabyte / 2, letters)}</t></is></c>`
    const bytes = workbookOf([heading, '<row r="2">', [cell, 60], '</row>'])
    await expect(loaded(bytes)).rejects.toMatchObject({
      ...tooLarge,
      details: { most: String(16 * megabyte) },
    })
  })

  it('a part that unpacks to a thousand times its size is a trap', async () => {
    const bytes = workbookOf([heading, [' '.repeat(megabyte), 200], row(2)])
    await expect(sample(bytes)).rejects.toMatchObject(tooLarge)
  })

  it('an archive of very many parts, and a huge list of styles, are refused', async () => {
    const parts = Array.from({ length: 20_500 }, (_, index) => ({ name: `p${index}`, content: [] }))
    await expect(sample(zipOf(parts))).rejects.toMatchObject(tooLarge)
    const styles = { name: 'xl/styles.xml', content: [[text(megabyte, letters), 80] as [string, number]] }
    const book = { name: 'xl/workbook.xml', content: ['<workbook><sheets/></workbook>'] }
    const links = { name: 'xl/_rels/workbook.xml.rels', content: ['<Relationships/>'] }
    await expect(sample(zipOf([book, links, styles]))).rejects.toMatchObject(tooLarge)
  })

  it('rows numbered beyond a sheet, or not at all, are counted on', async () => {
    const odd = ['1e300', 'NaN', '-5', '1.5', '9999999999', ''].map(n => row(3).replace('r="3"', `r="${n}"`))
    const { records } = await sample(workbookOf([heading, row(2), ...odd]))
    expect(records.map(record => record.row)).toEqual([2, 3, 4, 5, 6, 7, 8])
  })
})

describe('a look', () => {
  const large = (): Buffer => workbookOf([heading, [text(megabyte, () => row(2)), 40]])

  it('runs beside the server, within its time and memory', async () => {
    expect((await sample(large())).headers).toEqual(['办件编号', '收件时间', '事项'])
    await expect(sample(large(), { lookSeconds: 0.01 })).rejects.toMatchObject(tooLarge)
    const strings: [string, number] = [text(megabyte, () => `<si><t>${letters()}</t></si>`), 120]
    await expect(
      sample(workbookOf([heading, row(2)], [strings]), { lookMegabytes: 24 }),
    ).rejects.toMatchObject(tooLarge)
  })

  it('ends when it is no longer wanted, while it runs and while it waits', async () => {
    const looks = [1, 2, 3].map(() => {
      const stop = new AbortController()
      return { stop, done: sample(large(), {}, stop.signal) }
    })
    const ended = looks.map(async ({ done }) =>
      expect(done).rejects.toMatchObject({ name: 'load-cancelled' }),
    )
    for (const { stop } of looks) stop.abort()
    await Promise.all(ended)
    expect((await sample(large())).records.length).toBeGreaterThan(1000)
  })

  it('keeps no more of long cells than it shows', async () => {
    const cells = text(megabyte - 100, letters)
    const lines = Array.from({ length: 60 }, (_, index) => `${index},"${cells}",x`)
    const bytes = gzipSync(['a,b,c', ...lines].join('\n'))
    const before = process.memoryUsage().heapUsed
    const { records } = await sample(bytes, { unpackedBytes: 2048 * megabyte })
    expect(records[59]?.cells.map(cell => cell.length)).toEqual([2, 2001, 1])
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(30 * megabyte)
  })
})
