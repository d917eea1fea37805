import type { CellObject } from '@e965/xlsx'
import type { Detected } from '../../server/intake/read/detect.ts'
import type { GivenForm } from '../../server/intake/read/form.ts'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { detectForm } from '../../server/intake/read/detect.ts'
import { headingLines } from '../../server/intake/read/headings.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { movedPoint, shownNumber } from '../../server/intake/read/numberFormat.ts'
import { openFile } from '../../server/intake/read/open.ts'
import { mergeOf } from '../../server/intake/read/xlsx/mergedCells.ts'
import { hasSharedData, sharedData, temporaryFile } from '../support/files.ts'

type Cells = (string | number | boolean | Date | null)[][]
type BookType = 'xlsx' | 'biff8' | 'xlsb' | 'ods' | 'xlml' | 'html'

interface Made {
  name?: string
  rows: Cells
  merges?: string[]
  hidden?: boolean
  formats?: Record<string, string>
}

/** A workbook of any format, as another program would write it. */
function workbook(type: BookType, ...sheets: Made[]): string {
  const book = utils.book_new()
  book.Workbook = { Sheets: [] }
  for (const [index, { name, rows, merges = [], hidden = false, formats = {} }] of sheets.entries()) {
    const sheet = utils.aoa_to_sheet(rows, { cellDates: false })
    sheet['!merges'] = merges.map(range => utils.decode_range(range))
    for (const [cell, code] of Object.entries(formats)) (sheet[cell] as CellObject).z = code
    utils.book_append_sheet(book, sheet, name ?? `S${index + 1}`)
    book.Workbook.Sheets!.push({ Hidden: hidden ? 1 : 0 })
  }
  const bytes = write(book, { type: 'buffer', bookType: type, cellStyles: true }) as Buffer
  return temporaryFile('book.xls', Buffer.from(bytes))
}

interface ReadFile extends Detected {
  headers: string[]
  rows: [number, ...string[]][]
  merged: Record<string, number>
}

async function read(file: string, given: GivenForm = {}): Promise<ReadFile> {
  const detected = await detectForm(file, given, defaultLimits)
  const source = await openFile(file, detected.form, defaultLimits)
  const rows: [number, ...string[]][] = []
  for await (const { row, cells } of source.records) rows.push([row, ...cells])
  await source.close()
  return { ...detected, headers: source.headers, rows, merged: Object.fromEntries(source.merged ?? []) }
}

const about = ({ findings }: Detected): string[] => findings.map(finding => finding.about)
const edge = (name: string): string => path.join(sharedData, 'edges', name)

describe('every format of workbook', () => {
  const rows: Cells = [
    ['办件编号', '部门', '收件时间', '成交价'],
    ['K-1', '水务局', '2026-09-01 09:05', 1234.5],
    ['K-2', null, '2026-09-02 09:05', 0.29],
  ]
  it.each(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml', 'html'] as const)('%s comes out the same', async type => {
    const file = await read(workbook(type, { rows }))
    expect(file.headers).toEqual(['办件编号', '部门', '收件时间', '成交价'])
    expect(file.rows).toEqual([
      [2, 'K-1', '水务局', '2026-09-01 09:05', '1234.5'],
      [3, 'K-2', '', '2026-09-02 09:05', '0.29'],
    ])
  })

  it.each(['xlsx', 'biff8', 'xlsb'] as const)('%s: cell formats count', async type => {
    const file = await read(
      workbook(type, {
        rows: [
          ['a', 'b', 'c', 'd'],
          [0.925, 123456, 46266.378472222226, Number('820261012010100006')],
        ],
        formats: { A2: '0.00%', B2: '#,##0"元"', C2: 'yyyy-mm-dd hh:mm' },
      }),
    )
    expect(file.rows[0]?.slice(1, 4)).toEqual(['92.5%', '123456元', '2026-09-01 09:05:00'])
    expect(file.rows[0]?.[4]).toMatch(/^8\.20261\d*E\+17$/)
  })

  it('others are named, with what to do', async () => {
    for (const [content, kind] of [
      ['%PDF-1.7', 'PDF'],
      ['<?xml version="1.0"?><log xes.version="1.0"></log>', 'XES'],
      ['MIME-Version: 1.0\r\nX-Document-Type: Workbook', 'MHTML'],
      ['<?xml version="1.0"?><data><row/></data>', 'XML'],
      [Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4]), '二进制'],
    ] as const) {
      const failure = await read(temporaryFile('x.xls', content)).catch((error: unknown) => error)
      expect(failure).toMatchObject({
        name: 'file-kind',
        details: { kind: expect.stringContaining(kind) as string },
      })
    }
  })
})

describe('merged cells', () => {
  it.each(['xlsx', 'biff8', 'ods', 'html'] as const)(
    '%s: are filled down, and only within their range',
    async type => {
      const file = await read(
        workbook(type, {
          rows: [
            ['部门', '编号', '备注'],
            ['水务局', 'a', 'x'],
            ['', 'b', ''],
            ['', 'c', ''],
            ['', 'd', ''],
          ],
          merges: ['A2:A4'],
        }),
      )
      expect(file.rows.map(cells => cells[1])).toEqual(['水务局', '水务局', '水务局', ''])
      expect(file.merged).toEqual({ 部门: 2 })
    },
  )

  it('a heading of two lines is one, its parts joined', async () => {
    const file = await read(
      workbook('xlsx', {
        rows: [
          ['某中心交易表', '', '', '', ''],
          ['编号', '名称', '成交情况', '', '日期'],
          ['', '', '控制价', '中标价', ''],
          ['1', '桥', 100, 90, '2026-08-01'],
        ],
        merges: ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3'],
      }),
    )
    expect(file.headers).toEqual(['编号', '名称', '成交情况 / 控制价', '成交情况 / 中标价', '日期'])
    expect(file.form).toMatchObject({ headerRow: 2, headerRows: 2 })
    expect(about(file)).toContain('headingLines')
    expect(file.rows).toEqual([[4, '1', '桥', '100', '90', '2026-08-01']])
  })

  it('also where a CSV has lost the merges', async () => {
    const file = await read(
      temporaryFile(
        'a.csv',
        '编号,部门,时间,,\n,,收件,承诺,办结\n1,水务局,2026-09-01,2026-09-08,2026-09-03\n',
      ),
    )
    expect(file.headers).toEqual(['编号', '部门', '时间 / 收件', '时间 / 承诺', '时间 / 办结'])
    expect(file.rows).toEqual([[3, '1', '水务局', '2026-09-01', '2026-09-08', '2026-09-03']])
  })

  it('a first row of data is no second line of headings', () => {
    const rows = (cells: string[][]) => cells.map((cell, index) => ({ row: index + 1, cells: cell }))
    expect(
      headingLines(
        rows([
          ['a', 'b', 'c'],
          ['1', '', '2'],
          ['2', 'x', '3'],
        ]),
        1,
      ),
    ).toBe(1)
    expect(
      headingLines(
        rows([
          ['编号', '部门', ''],
          ['K-1', '', '备注'],
          ['K-2', '水务局', ''],
        ]),
        1,
      ),
    ).toBe(1)
  })

  it('ranges are read from their names', () => {
    expect(mergeOf('B2:C10')).toEqual({ top: 2, bottom: 10, left: 1, right: 2 })
    expect(mergeOf('A1')).toEqual({ top: 1, bottom: 1, left: 0, right: 0 })
    expect(mergeOf('#REF!')).toBeNull()
  })
})

describe('sheets', () => {
  const month = (name: string, key: string): Made => ({
    name,
    rows: [
      ['编号', '时间', '部门'],
      [key, '2026-08-01', '甲'],
    ],
  })

  it.each(['xlsx', 'biff8'] as const)('%s: hidden ones are passed over and said', async type => {
    const file = await read(workbook(type, { ...month('旧', 'old'), hidden: true }, month('今', 'new')))
    expect(file.rows.map(cells => cells[1])).toEqual(['new'])
    expect(file.sheets).toEqual(['今'])
    expect(about(file)).toContain('hiddenSheets')
  })

  it('one a month are read as one table, which names the sheet of each row', async () => {
    const file = workbook('xlsx', month('8月', 'a'), month('9月', 'b'), {
      name: '说明',
      rows: [['填表须知', '无']],
    })
    const found = await read(file)
    expect(found.form.sheets).toBe('all')
    expect(found.headers).toEqual(['编号', '时间', '部门', '工作表'])
    expect(found.rows).toEqual([
      [2, 'a', '2026-08-01', '甲', '8月'],
      [4, 'b', '2026-08-01', '甲', '9月'],
    ])
    expect(about(found)).toEqual(expect.arrayContaining(['allSheets', 'otherSheets']))
    expect((await read(file, { sheet: '9月' })).rows).toEqual([[2, 'b', '2026-08-01', '甲']])
  })

  it('with the same headings and other names are a choice', async () => {
    const file = await read(workbook('xlsx', month('甲', 'a'), month('乙', 'b')))
    expect(file.rows).toHaveLength(1)
    expect(about(file)).toContain('alikeSheets')
  })
})

it('columns that are merely formatted are none', async () => {
  const wide = Array.from({ length: 16_384 }, (_, place) =>
    place < 3 ? ['编号', '时间', '部门'][place]! : '',
  )
  const file = await read(workbook('xlsx', { rows: [wide, ['1', '2026-08-01', '甲']] }))
  expect(file.headers).toEqual(['编号', '时间', '部门'])
  expect((await read(temporaryFile('a.csv', 'a,b,,,,\n1,2,,,,\n'))).headers).toEqual(['a', 'b'])
  // A column without a name that holds something stays.
  expect((await read(temporaryFile('a.csv', 'a,b,\n1,2,3\n'))).headers).toEqual(['a', 'b', 'column 3'])
})

describe('number formats', () => {
  it.each([
    [0.925, '0.00%', '92.5%'],
    [0.29, '0%', '29%'],
    [1234567.891, '#,##0.00', '1234567.891'],
    [1_234_567, '0!.0000"万元"', '123.4567万元'],
    [12_345, '0!.0,"万"', '1.2345万'],
    [12.34, '0.00"万元"', '12.34万元'],
    [5000, '#,##0.00"元"', '5000元'],
    [1234, '@', '1234'],
    [3_500_000_000, '0.00,,,"亿"', '3500000000'],
    [46266, 'yyyy"年"m"月"d"日"', '2026-09-01'],
    [46266.5, '[$-804]yyyy-mm-dd hh:mm', '2026-09-01 12:00:00'],
    [Number('350628199001011234'), 'General', '3.5062819900101126E+17'],
  ])('%d as %s reads %s', (value, code, text) => expect(shownNumber(value, code, 1900)).toBe(text))

  it.each([
    ['1.5', 2, '150'],
    ['0.00012', 2, '0.012'],
    ['-12', -4, '-0.0012'],
    ['120', -1, '12'],
  ])('%s moved by %d is %s', (text, places, moved) => expect(movedPoint(text, places)).toBe(moved))
})

it('what a system writes to keep digits is read as the digits', async () => {
  const file = await read(
    temporaryFile('a.csv', 'a,b,c\n="00123","=""0045""",\'820261012010100001\n=1+1,x,\'y\n'),
  )
  expect(file.rows).toEqual([
    [2, '00123', '0045', '820261012010100001'],
    [3, '=1+1', 'x', "'y"],
  ])
})

describe.skipIf(!hasSharedData)('the edge files', () => {
  it.each([
    ['biff8.xls', 6, 10],
    ['html-named.xls', 6, 10],
    ['formatted-out-to-XFC.xlsx', 6, 5],
    ['hidden-first-sheet.xlsx', null, 3],
    ['monthly-sheets.xlsx', null, 12],
    ['two-line-headings.xlsx', null, 10],
    ['two-line-headings-with-title.xlsx', null, 4],
    ['merged-unit-cells.xlsx', null, 21],
  ])('%s has its columns and rows', async (name, columns, rows) => {
    const file = await read(edge(name))
    if (columns !== null) expect(file.headers).toHaveLength(columns)
    expect(file.rows).toHaveLength(rows)
  })
})
