import type { GivenForm } from '../../server/intake/read/form.ts'
import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { detectForm } from '../../server/intake/read/detect.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openFile } from '../../server/intake/read/open.ts'
import { temporaryFile } from '../support/files.ts'

// A summary that stands before the records hides them where the first sheet is read.

type Sheet = [name: string, ...rows: string[][]]
const summary: Sheet = ['汇总', ['部门', '件数'], ['甲', '2']]
const records = (name: string, key: string): Sheet => [
  name,
  ['编号', '时间', '部门'],
  [key, '2026-08-01', '甲'],
]

async function read(sheets: readonly Sheet[], given: GivenForm = {}) {
  const book = utils.book_new()
  for (const [name, ...rows] of sheets) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  const file = temporaryFile('book.xlsx', Buffer.from(write(book, { type: 'buffer' }) as Buffer))
  const { form, findings } = await detectForm(file, given, defaultLimits)
  const source = await openFile(file, form, defaultLimits)
  const keys: string[] = []
  for await (const { cells } of source.records) keys.push(cells[0] ?? '')
  await source.close()
  const details = (about: string) => findings.find(finding => finding.about === about)?.details
  return { form, keys, details }
}

describe('a summary before the records', () => {
  it('hides no sheets of months', async () => {
    const file = await read([summary, records('8月', 'a'), records('9月', 'b')])
    expect(file.form.sheets).toBe('all')
    expect(file.keys).toEqual(['a', 'b'])
    expect(file.details('otherSheets')).toEqual({ count: 1, names: '汇总' })
  })

  it('hides no sheet of records, which is read and said', async () => {
    const file = await read([summary, records('明细', 'a')])
    expect(file.keys).toEqual(['a'])
    expect(file.details('detailSheet')).toEqual({ names: '汇总', chosen: '明细' })
  })

  it('is read where a person chooses it', async () => {
    expect((await read([summary, records('明细', 'a')], { sheet: '汇总' })).keys).toEqual(['甲'])
  })
})
