import { Buffer } from 'node:buffer'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { Zone } from '#measures'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openCsv } from '../../server/intake/read/csv.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { fenOf } from '../../server/intake/rows/parseField.ts'
import { parseSuspensions } from '../../server/intake/rows/suspensions.ts'
import { formatReader, instantOf, plainReader } from '../../server/intake/rows/timeText.ts'
import { temporaryFolder } from '../support/temporaryFolder.ts'

describe('times', () => {
  const zone = new Zone('America/New_York')
  const iso = (text: string, reader = plainReader): string | null => {
    const value = reader(text)
    return value && new Date(instantOf(value, zone)).toISOString()
  }

  it.each([
    ['2015-01-01 00:20:09', '2015-01-01T05:20:09.000Z'],
    ['2015/7/1 9:05', '2015-07-01T13:05:00.000Z'],
    ['2015年7月1日', '2015-07-01T04:00:00.000Z'],
    ['2015年7月1日 9时05分', '2015-07-01T13:05:00.000Z'],
    ['2015-07-01T09:05:00+08:00', '2015-07-01T01:05:00.000Z'],
    ['2012-02-29', '2012-02-29T05:00:00.000Z'],
  ])('reads %s', (text, expected) => expect(iso(text)).toBe(expected))

  it.each([
    '2012-13-40',
    '2013-02-29',
    '2012-01-01 24:00',
    '2012-01-01 10:60',
    '41000',
    'ONTIME',
    '01/02/2015',
  ])('does not guess at %s', text => expect(plainReader(text)).toBeNull())

  it('reads a named form with noon and midnight right', () => {
    const reader = formatReader('MM/DD/YYYY hh:mm:ss A')
    expect(iso('01/02/2015 12:20:09 AM', reader)).toBe('2015-01-02T05:20:09.000Z')
    expect(iso('01/02/2015 12:20:09 PM', reader)).toBe('2015-01-02T17:20:09.000Z')
    expect(reader('01/02/2015 13:00:00 PM')).toBeNull()
    expect(reader('13/02/2015 01:00:00 PM')).toBeNull()
  })

  it.each([
    ['8 Jul 2024', 'DD MMM YYYY', 8],
    ['08-SEPT-2024', 'DD-MMM-YYYY', 8],
    ['February 29, 2024', 'MMM DD, YYYY', 29],
    ['30 Feb 2024', 'DD MMM YYYY', null],
    ['8 Jux 2024', 'DD MMM YYYY', null],
    ['8 Ju 2024', 'DD MMM YYYY', null],
  ])('reads %s with the name of a month by %s', (text, format, date) => {
    const value = formatReader(format)(text)
    const day = value && 'day' in value ? new Date(value.day * 86_400_000).getUTCDate() : null
    expect(day).toBe(date)
  })
})

describe('money', () => {
  it.each([
    ['1,234.56', 'yuan', 123_456],
    ['￥90', 'yuan', 9_000],
    ['3.5', 'wan', 3_500_000],
    ['12', 'fen', 12],
    ['-0.01', 'yuan', -1],
    ['0.07', 'yuan', 7],
  ] as const)('%s in %s is %i 分', (text, unit, expected) =>
    expect(fenOf(text, unit)).toEqual({ value: expected, rounded: false }),
  )
  it.each([
    ['0.001', 'yuan', 0],
    ['12.5', 'fen', 13],
    ['10867113.225512822', 'yuan', 1_086_711_323],
    ['-0.005', 'yuan', -1],
  ] as const)('rounds %s in %s to %i 分 and says so', (text, unit, expected) =>
    expect(fenOf(text, unit)).toEqual({ value: expected, rounded: true }),
  )
  it.each([
    ['1e5', 'yuan'],
    ['1.23E+07', 'yuan'],
    ['', 'yuan'],
    ['面议', 'yuan'],
    ['9999999999999999', 'yuan'],
  ] as const)('refuses %s in %s', (text, unit) => expect(fenOf(text, unit)).toBeNull())
  it('is exact for every amount with two decimals', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fen => {
        expect(fenOf(`${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`, 'yuan')?.value).toBe(
          fen,
        )
      }),
    ))
})

describe('suspensions', () => {
  it('reads several and refuses what is none', () => {
    expect(parseSuspensions('supplement 2012-09-03/2012-09-10; hearing 2012-10-08/')).toHaveLength(2)
    expect(parseSuspensions('')).toEqual([])
    for (const wrong of [
      'holiday 2012-09-03/',
      'hearing 2012-09-10/2012-09-03',
      'hearing',
      'hearing 2012-02-30/',
    ])
      expect(parseSuspensions(wrong), wrong).toBeNull()
  })
})

describe('csv', () => {
  const text = '编号,备注\n1,"第一行\n第二行"\n2,"他说""好"""\n'
  const read = async (
    bytes: Buffer,
    encoding: 'utf-8' | 'gb18030' | 'utf-16le' = 'utf-8',
  ): Promise<string[][]> => {
    const source = await openCsv(streamed(Readable.from([bytes])), { encoding, delimiter: ',' })
    const rows = [source.headers]
    for await (const record of source.records) rows.push(record.cells)
    return rows
  }
  const expected = [
    ['编号', '备注'],
    ['1', '第一行\n第二行'],
    ['2', '他说"好"'],
  ]

  it('reads UTF-8 with and without BOM, GB18030 and UTF-16', async () => {
    expect(await read(Buffer.from(text))).toEqual(expected)
    expect(await read(Buffer.from(`\uFEFF${text}`))).toEqual(expected)
    expect(await read(iconv.encode(text, 'gb18030'), 'gb18030')).toEqual(expected)
    expect(await read(iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le')).toEqual(expected)
  })

  it('reads gzip by its content, and names a file that is broken or missing', async () => {
    const folder = temporaryFolder('csv-')
    const whole = path.join(folder, 'whole.csv')
    writeFileSync(whole, gzipSync(text))
    expect((await openSource(whole, {}, defaultLimits)).source.headers).toEqual(['编号', '备注'])
    const broken = path.join(folder, 'broken.csv')
    writeFileSync(broken, gzipSync(text).subarray(0, 20))
    await expect(openSource(broken, {}, defaultLimits)).rejects.toThrow('file-unreadable')
    await expect(openSource(path.join(folder, 'none.csv'), {}, defaultLimits)).rejects.toThrow(
      'file-unreadable',
    )
  })
})
