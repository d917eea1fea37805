import type { GivenForm } from '../../server/intake/read/form.ts'
import type { SourceRecord } from '../../server/intake/read/source.ts'
import { Buffer } from 'node:buffer'
import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { detectForm } from '../../server/intake/read/detect.ts'
import { headerRowOf } from '../../server/intake/read/headings.ts'
import { defaultLimits, isBomb } from '../../server/intake/read/limits.ts'
import { dateText, isDateFormat } from '../../server/intake/read/numberFormat.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { cellFormats } from '../../server/intake/read/xlsx/styles.ts'
import { temporaryFile } from '../support/files.ts'

const text = '编号,备注,金额\n1,"第一行\n第二行",3.5\n2,"他说""好""",12\n'
const expected = [
  ['1', '第一行\n第二行', '3.5'],
  ['2', '他说"好"', '12'],
]

async function read(
  content: string | Uint8Array,
  given: GivenForm = {},
  limits = defaultLimits,
): Promise<{ headers: string[]; rows: SourceRecord[] }> {
  const { source } = await openSource(temporaryFile('any.name', content), given, limits)
  const rows: SourceRecord[] = []
  for await (const record of source.records) rows.push(record)
  return { headers: source.headers, rows }
}

const formOf = async (content: string | Uint8Array) =>
  detectForm(temporaryFile('any.name', content), {}, defaultLimits)
const about = (findings: { about: string; certain: boolean }[]): Record<string, boolean> =>
  Object.fromEntries(findings.map(finding => [finding.about, finding.certain]))

describe('a file’s form is found by looking', () => {
  it.each([
    ['utf-8', Buffer.from(text), true],
    ['utf-8', Buffer.from(`\uFEFF${text}`), true],
    ['gb18030', iconv.encode(text, 'gb18030'), false],
    ['utf-16le', iconv.encode(text, 'utf-16le', { addBOM: true }), true],
    ['utf-16be', iconv.encode(text, 'utf-16be', { addBOM: true }), true],
    ['utf-16le', iconv.encode('code,name,amount\n1,first,2\n', 'utf-16le'), true],
  ] as const)('encoding %s', async (encoding, content, certain) => {
    const { form, findings } = await formOf(content)
    expect(form.encoding).toBe(encoding)
    expect(
      findings.some(finding => finding.about.startsWith('encoding') && finding.certain === certain),
    ).toBe(true)
    if (encoding !== 'utf-16le' || content.includes(0x16))
      expect((await read(content)).rows.length).toBeGreaterThan(0)
  })

  it.each([',', '\t', ';', '|'])('delimiter %j, also where texts contain the others', async delimiter => {
    const content =
      `${['code', 'name', 'note'].join(delimiter)}\n` +
      `${[1, 2, 3].map(n => [n, '"a, b; c"', `x${n}`].join(delimiter)).join('\n')}`
    expect((await formOf(content)).form.delimiter).toBe(delimiter)
    expect((await read(content)).rows.map(row => row.cells[1])).toEqual(
      Array.from({ length: 3 }, () => 'a, b; c'),
    )
  })

  it('reads the same rows from plain and gzipped bytes of every encoding', async () => {
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
      const bytes = iconv.encode(text, encoding, { addBOM: encoding !== 'gb18030' })
      for (const content of [bytes, gzipSync(bytes)]) {
        const file = await read(content)
        expect(file.headers, encoding).toEqual(['编号', '备注', '金额'])
        expect(
          file.rows.map(row => row.cells),
          encoding,
        ).toEqual(expected)
      }
    }
  })

  it('says that plain letters prove no encoding, and that GB18030 is a guess', async () => {
    expect(about((await formOf('a,b\n1,2\n')).findings)).toMatchObject({ encodingAscii: false })
    expect(about((await formOf(iconv.encode(text, 'gb18030'))).findings)).toMatchObject({
      encodingGuess: false,
    })
  })

  it('takes the first row that is about as wide as the widest for the headings', async () => {
    const { form } = await formOf('某县办件导出表,,\n2012年,,\n编号,事项,时间\n1,甲,2012-09-03\n')
    expect(form.headerRow).toBe(3)
    expect(
      headerRowOf([
        { row: 1, cells: ['a', 'b', 'c'] },
        { row: 2, cells: ['1', '', ''] },
      ]),
    ).toBeNull()
    const file = await read('某县办件导出表,,\n2012年,,\n编号,事项,时间\n1,甲,2012-09-03\n')
    expect(file).toMatchObject({
      headers: ['编号', '事项', '时间'],
      rows: [{ row: 4, cells: ['1', '甲', '2012-09-03'] }],
    })
  })

  it('does what a person says instead of what it found', async () => {
    expect((await read('a;b\n1;2\n', { delimiter: ',' })).headers).toEqual(['a;b'])
    expect((await read('x\na,b\n1,2\n', { headerRow: 2, delimiter: ',' })).headers).toEqual(['a', 'b'])
  })
})

describe('rows of delimited text', () => {
  it('keep their numbers across blank lines, and lose surplus blank cells only', async () => {
    const file = await read('a,b\n1,2\n\n3,4,,\n5,6,7\n')
    expect(file.rows).toEqual([
      { row: 2, cells: ['1', '2'] },
      { row: 4, cells: ['3', '4'] },
      { row: 5, cells: ['5', '6', '7'] },
    ])
  })

  it('names blank and repeated headings', async () => {
    expect((await read('名称,,名称\n1,2,3\n')).headers).toEqual(['名称', 'column 2', '名称 (2)'])
  })

  it('name the line where a quote is never closed; the file is refused whole', async () => {
    await expect(read(`a,b\n1,"open\n${'x,y\n'.repeat(50)}`, { delimiter: ',' })).rejects.toThrow(
      'file-broken',
    )
  })

  it('are refused past what a file may unpack to', async () => {
    await expect(
      read(gzipSync(`a,b\n${'1,2\n'.repeat(300_000)}`), {}, { ...defaultLimits, unpackedBytes: 1 << 20 }),
    ).rejects.toThrow('file-too-large')
    expect(isBomb(1000, 100 << 20)).toBe(true)
    expect(isBomb(10 << 20, 100 << 20)).toBe(false)
    expect(isBomb(1, 1 << 20)).toBe(false)
  })
})

describe('JSON Lines', () => {
  it('give each leaf a heading, in the order of appearance; broken lines keep their place', async () => {
    const file = await read(
      '{"code":"1","place":{"unit":"U1"}}\nnot json\n{"code":2.50,"late":true,"extra":null}\n',
    )
    expect(file.headers).toEqual(['code', 'place.unit', 'late', 'extra'])
    expect(file.rows).toEqual([
      { row: 1, cells: ['1', 'U1', '', ''] },
      { row: 2, cells: ['not json'], broken: 'notJson' },
      { row: 3, cells: ['2.5', '', 'true', ''] },
    ])
  })

  it('keep line separators inside their strings', async () => {
    expect((await read(`{"note":"a\u2028b"}\r\n{"note":"c"}\n`)).rows.map(row => row.cells)).toEqual([
      ['a\u2028b'],
      ['c'],
    ])
  })
})

describe('workbooks', () => {
  const book = async (rows: Parameters<typeof writeXlsxFile>[0]) => writeXlsxFile(rows as never).toBuffer()

  it('give dates, numbers and truth as a person sees them, and formulas as formulas', async () => {
    const content = await book([
      [
        { value: '编号' },
        { value: '时间' },
        { value: '日期' },
        { value: '金额' },
        { value: '是否' },
        { value: '公式' },
      ],
      [
        { value: 'A-1', type: String },
        { value: new Date('2012-08-08T09:05:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
        { value: new Date('2012-08-08T00:00:00Z'), type: Date, format: 'yyyy/m/d' },
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
        { value: 'SUM(1,2)', type: 'Formula' },
      ],
    ] as never)
    const file = await read(content)
    expect(file.headers).toEqual(['编号', '时间', '日期', '金额', '是否', '公式'])
    expect(file.rows).toEqual([
      {
        row: 2,
        cells: ['A-1', '2012-08-08 09:05:00', '2012-08-08', '0.30000000000000004', 'true', '=SUM(1,2)'],
      },
    ])
  })

  it('pass over blank rows and keep the numbers of the others; missing cells are blank', async () => {
    const file = await read(
      await book([
        [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
        [{ value: 1, type: Number }],
        [],
        [null, { value: 'x' }],
      ] as never),
    )
    expect(file.rows).toEqual([
      { row: 2, cells: ['1', '', ''] },
      { row: 4, cells: ['', 'x', ''] },
    ])
  })

  it('are named where they are none', async () => {
    await expect(read(Buffer.from('PK\u0003\u0004 and nothing else'))).rejects.toThrow('file-unreadable')
  })

  it.each([
    [41129.378472222, 1900, '2012-08-08 09:05:00'],
    [41129, 1900, '2012-08-08'],
    [1, 1900, '1900-01-01'],
    [61, 1900, '1900-03-01'],
    [39667, 1904, '2012-08-08'],
    [-1, 1900, null],
    [3e6, 1900, null],
  ] as const)('day %d of the %d system is %s', (serial, epoch, day) =>
    expect(dateText(serial, epoch)).toBe(day),
  )

  it('tell formats of dates from formats of numbers', () => {
    const xml = (code: string): string =>
      '<styleSheet><numFmts><numFmt numFmtId="200" ' +
      `formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/><xf ` +
      'numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>'
    for (const code of [
      'yyyy-mm-dd',
      'yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;',
      '[$-804]h:mm:ss',
      'mm:ss.0',
    ])
      expect(cellFormats(xml(code)).map(isDateFormat), code).toEqual([true, true, false])
    for (const code of ['0.00', '#,##0', '&quot;day&quot; 0', '[Red]0.0'])
      expect(cellFormats(xml(code)).map(isDateFormat), code).toEqual([false, true, false])
  })
})

describe('Open Contracting', () => {
  const release = (id: string, amount: number, extra: object = {}) => ({
    ocid: 'o-1',
    id,
    date: `2020-01-0${id}`,
    tender: {
      value: { amount: 100, currency: 'CNY' },
      mainProcurementCategory: 'works',
      numberOfTenderers: 4,
    },
    awards: [
      {
        id: 'a',
        status: 'active',
        date: '2020-02-01',
        value: { amount, currency: 'CNY' },
        suppliers: [{ name: '甲公司' }],
      },
    ],
    ...extra,
  })
  const cell = (
    file: { headers: string[]; rows: SourceRecord[] },
    row: number,
    heading: string,
  ): string | undefined => file.rows[row]?.cells[file.headers.indexOf(heading)]

  it('reads releases, packages, records and lines of them alike', async () => {
    for (const content of [
      JSON.stringify(release('1', 90)),
      JSON.stringify({ releases: [release('1', 90)] }, null, 2),
      JSON.stringify({ records: [{ ocid: 'o-1', releases: [release('1', 95), release('2', 90)] }] }),
      `${JSON.stringify(release('1', 90))}\n${JSON.stringify(release('1', 90))}\n`,
    ]) {
      const file = await read(content)
      expect([
        cell(file, 0, 'tradeCode'),
        cell(file, 0, 'base'),
        cell(file, 0, 'award'),
        cell(file, 0, 'category'),
        cell(file, 0, 'outcome'),
        cell(file, 0, 'winner'),
        cell(file, 0, 'bidders'),
      ]).toEqual(['o-1/a', '100', '90', 'works', 'concluded', '甲公司', '4'])
    }
  })

  it('loses nothing: what holds no release, in a package or on a line, is a refused row', async () => {
    const inPackage = await read(
      JSON.stringify({
        releases: [release('1', 90), { note: 'x' }, 'text', { ocid: 'o-2', tag: ['planning'] }],
      }),
    )
    expect(inPackage.rows.map((_, row) => cell(inPackage, row, 'tradeCode'))).toEqual([
      'o-1/a',
      '',
      '',
      'o-2',
    ])
    const records = await read(
      JSON.stringify({
        records: [
          { ocid: 'o-1', releases: [{ url: 'https://example.invalid/1' }] },
          { ocid: 'o-1', releases: [release('1', 90)] },
        ],
      }),
    )
    expect(records.rows.map((_, row) => cell(records, row, 'tradeCode'))).toEqual(['', 'o-1/a'])
    const lines = await read(`{"note":"x"}\n\n${JSON.stringify(release('1', 90))}\n[]\n`, { format: 'ocds' })
    expect(lines.rows.map(row => [row.row, row.broken ?? row.cells[0]])).toEqual([
      [1, 'notJson'],
      [2, 'o-1/a'],
      [3, 'notJson'],
    ])
  })

  it('takes no base in another currency, and the tender’s own end where there is no award', async () => {
    const foreign = await read(
      JSON.stringify(release('1', 90, { tender: { value: { amount: 100, currency: 'USD' } } })),
    )
    expect([cell(foreign, 0, 'base'), cell(foreign, 0, 'category')]).toEqual(['', 'procurement'])
    for (const [status, outcome] of [
      ['unsuccessful', 'tooFewBidders'],
      ['cancelled', 'terminated'],
      ['withdrawn', 'withdrawn'],
      ['active', 'pending'],
    ] as const)
      expect(
        cell(await read(JSON.stringify(release('1', 0, { awards: [], tender: { status } }))), 0, 'outcome'),
      ).toBe(outcome)
  })

  it('reads a versioned record as it stands last', async () => {
    const versions = (first: unknown, last: unknown) => [
      { releaseDate: '1', releaseID: '1', releaseTag: ['a'], value: first },
      { releaseDate: '2', releaseID: '2', releaseTag: ['b'], value: last },
    ]
    const file = await read(
      JSON.stringify({
        ocid: 'o-2',
        versionedRelease: {
          tender: { title: versions('旧', '新'), value: { amount: versions(1, 200) } },
          awards: [{ id: 'a', value: { amount: versions(9, 150) } }],
        },
      }),
    )
    expect([
      cell(file, 0, 'tradeCode'),
      cell(file, 0, 'name'),
      cell(file, 0, 'base'),
      cell(file, 0, 'award'),
    ]).toEqual(['o-2/a', '新', '200', '150'])
  })
})
