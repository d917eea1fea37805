import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { look } from '../../server/intake/propose/look.ts'
import { sampleApart } from '../../server/intake/propose/sampleApart.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'
import { zipOf } from '../support/zip.ts'

const database = useDatabase('empty')
const columns = (count: number): string => Array.from({ length: count }, (_, n) => `c${n}`).join(',')

async function lookAt(text: string) {
  await addCentre(database(), 'hall').catch(() => undefined)
  return look(database(), {
    file: temporaryFile('wide.csv', Buffer.from(text)),
    centre: await centresOf(database()).find('hall'),
    limits: defaultLimits,
  })
}

/**
 * How many letters the server's own thread tries patterns on while it does something: a count and no time,
 * because how long that takes depends on what else the machine does.
 */
async function triedLetters(work: () => Promise<unknown>): Promise<number> {
  const { test, exec } = Object.getOwnPropertyDescriptors(RegExp.prototype)
  let letters = 0
  const counting = ({ value }: PropertyDescriptor) =>
    function (this: RegExp, text: string): unknown {
      letters += String(text).length
      return (value as (this: RegExp, given: string) => unknown).call(this, text)
    }
  Object.assign(RegExp.prototype, { test: counting(test), exec: counting(exec) })
  try {
    await work()
    return letters
  } finally {
    Object.assign(RegExp.prototype, { test: test.value, exec: exec.value })
  }
}

it('a hundred thousand columns are refused', async () => {
  await expect(lookAt(`${columns(100_000)}\n${','.repeat(99_999)}\n`)).rejects.toMatchObject({
    name: 'file-too-large',
    details: { what: '100000 columns' },
  })
})

it('thousands of columns, and long cells of digits, do not stop the server', async () => {
  const row = `A,${'1'.repeat(2000)}-,${'1,'.repeat(3000)}x`
  let names: string[] = []
  const letters = await triedLetters(async () => {
    const seen = await lookAt(`${columns(3003)}\n${`${row}\n`.repeat(300)}`)
    names = seen.findings.map(({ about }) => about)
  })
  expect(names).toContain('wideFile')
  // 61 million as it is. Without the bound on columns twelve times as many are compared.
  expect(letters).toBeLessThan(200_000_000)
})

it('headings as long as a page, in all columns that are compared, do not stop the server', async () => {
  const words = '申请受理办结时间编号金额中标窗口单位事项名称日期承诺法定'
  const heading = (n: number): string => `${n}${words.slice(n % 20)}${words.repeat(70)}`
  const headings = Array.from({ length: 256 }, (_, n) => heading(n)).join(',')
  const row = Array.from({ length: 256 }, () => '1,'.repeat(500)).map(cell => `"${cell}"`)
  // Without a bound on headings, comparing them takes longer than a test may.
  const seen = await lookAt(`${headings}\n${`${row.join(',')}\n`.repeat(10)}`)
  expect(seen.target).toBeNull()
})

it('cells as long as a page are matched by their first letters', async () => {
  const fileOf = (letters: number): string => {
    const row = Array.from({ length: 40 }, () => '1'.repeat(letters)).join(',')
    return `${columns(40)}\n${`${row}\n`.repeat(10)}`
  }
  const [short, long] = [
    await triedLetters(async () => lookAt(fileOf(200))),
    await triedLetters(async () => lookAt(fileOf(2000))),
  ]
  expect(short).toBeGreaterThan(40 * 10 * 200)
  // Tried whole, they were ten times as many.
  expect(long).toBeLessThan(1.5 * short)
})

const html = (attributes: string): Buffer =>
  Buffer.from(
    `<html><body><table><tr><td>caseNumber</td></tr><tr><td ${attributes}>A</td></tr></table></body></html>`,
  )

it('a cell of a web page that spreads over very many is refused', async () => {
  const file = temporaryFile('spread.xls', html('colspan="100000000"'))
  await expect(
    sampleApart({ file, form: {}, target: undefined, limits: defaultLimits }),
  ).rejects.toMatchObject({ name: 'file-too-large' })
})

it('a workbook that takes all memory while it is parsed ends its own process alone', async () => {
  const space = 'urn:oasis:names:tc:opendocument:xmlns'
  const cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
  const content =
    `<office:document-content xmlns:office="${space}:office:1.0" xmlns:table="${space}:table:1.0" ` +
    `xmlns:text="${space}:text:1.0"><office:body><office:spreadsheet><table:table table:name="S">` +
    `<table:table-row table:number-rows-repeated="2000000000">${cell}</table:table-row>` +
    '</table:table></office:spreadsheet></office:body></office:document-content>'
  const file = temporaryFile(
    'repeated.ods',
    zipOf([
      { name: 'mimetype', content: ['application/vnd.oasis.opendocument.spreadsheet'] },
      { name: 'content.xml', content: [content] },
      { name: 'styles.xml', content: [`<office:document-styles xmlns:office="${space}:office:1.0"/>`] },
      { name: 'META-INF/manifest.xml', content: [`<m:manifest xmlns:m="${space}:manifest:1.0"/>`] },
    ]),
  )
  const limits = { ...defaultLimits, lookMegabytes: 64 }
  await expect(sampleApart({ file, form: {}, target: undefined, limits })).rejects.toMatchObject({
    name: 'file-too-large',
    details: { most: '64 MB, 120 s' },
  })
})
