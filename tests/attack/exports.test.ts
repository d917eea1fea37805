import type { FigureRef } from '#measures'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Written } from '../../server/briefing/write/written.ts'
import { describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { csvOf } from '../../client/ui/figureSheet.ts'
import { auditCsv } from '../../server/access/auditCsv.ts'
import { briefingFile } from '../../server/briefing/write/file.ts'
import { figuresXlsx } from '../../server/exports/figuresXlsx.ts'
import { rowsCsv } from '../../server/exports/rowsCsv.ts'
import { quarantineWorkbook } from '../../server/intake/jobs/quarantineFile.ts'
import { unzip } from '../support/unzip.ts'

/** Begins of formulas, as Excel reads them, in Chinese too; and what would end or hide in XML. */
const formulas = ['=1+1', '+1+cmd', '-1+cmd', '@SUM(1)', '\t=1', ' =1', '＝1+1', '＋1', '－1', '＠x']
const nasty = '一\u0001\u000B\u001F\uFFFE<script>alert(1)</script>&"\']]>'
// eslint-disable-next-line no-control-regex -- what XML may not hold
const illegal = /[\u0000-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/

const figure: FigureRef = {
  measure: 'savings',
  period: '2012-10',
  comparison: 'none',
  shows: 'value',
  form: 'plain',
}
const days = { from: '2012-10-01', to: '2012-10-31' }

function writtenWith(text: string): Written {
  const document: BriefingDocument = {
    language: 'zh',
    masthead: { name: text, issue: text, unit: text, date: text },
    title: text,
    subtitle: text,
    blocks: [
      { kind: 'heading', level: 1, text },
      { kind: 'paragraph', inlines: [text, { text, strong: true }, figure] },
      { kind: 'note', text },
      { kind: 'textTable', caption: text, rows: [[text]] },
      { kind: 'table', caption: text, rows: [{ label: text, value: figure, change: null }] },
    ],
    ending: {
      copyTo: text,
      distributeTo: text,
      printed: text,
      signature: text,
      registration: text,
      office: text,
    },
  }
  const reading = {
    value: 1,
    numerator: null,
    n: null,
    coverage: null,
    text,
    earlier: null,
    ...days,
    against: null,
    definition: text,
    fingerprint: 'x',
  }
  return {
    document,
    readings: { figures: { [referenceKey(figure)]: reading }, series: {} },
    ...days,
    dataUntil: '2012-10-31',
    standing: { state: 'draft' },
    exported: { by: 'x', at: 'x' },
  }
}

/** The cells of CSV whose fields hold neither commas nor breaks. */
const cellsOf = (csv: string): string[] =>
  csv
    .replace('\uFEFF', '')
    .split(/\r\n|,/)
    .map(cell => cell.replace(/^"([\s\S]*)"$/, '$1'))
const startsFormula = (cell: string): boolean =>
  /^\s*[=+\-@＝＋－＠]/.test(cell) && Number.isNaN(Number(cell))

describe('a text that a spreadsheet would take for a formula', () => {
  const at = new Date('2013-06-30T00:00:00Z')
  const files: Record<string, (text: string) => Promise<string> | string> = {
    'figures on screen': text => csvOf({ headers: [text], rows: [[text]] }),
    'records': text =>
      rowsCsv({ columns: [{ names: { zh: 'x', en: 'x' }, shows: 'text' }], rows: [[text]] } as never, 'zh'),
    'the audit log': text =>
      auditCsv(
        [
          {
            number: 1,
            at,
            actor: text,
            action: text,
            outcome: 'done',
            centre: text,
            subject: text,
            details: {},
            address: text,
            hash: '',
            previous: '',
          },
        ],
        { by: 'x', at },
      ),
    'a briefing': async text => (await briefingFile('csv', writtenWith(text))).toString(),
  }
  it.each(Object.keys(files))('is a text in %s', async name => {
    for (const text of formulas) {
      const found = cellsOf(await files[name]!(text)).filter(startsFormula)
      expect(found, JSON.stringify(text)).toEqual([])
    }
  })
})

describe('characters that no Office file may hold', () => {
  it.each(['docx', 'xlsx'] as const)('are left out of a briefing as %s, and markup is text', async format => {
    const parts = await unzip(await briefingFile(format, writtenWith(nasty)))
    const texts = [...parts].filter(([name]) => /\.(?:xml|rels)$/.test(name))
    for (const [name, part] of texts) {
      expect(illegal.test(part.toString()), name).toBe(false)
      expect(part.toString(), name).not.toContain('<script>')
    }
    expect(texts.some(([, part]) => part.toString().includes('&lt;script&gt;'))).toBe(true)
  })

  it('are left out of a workbook of figures, where a formula is a text too', async () => {
    const texts = [nasty, ...formulas]
    const sheet = { name: nasty, headers: texts, rows: [texts], facts: [], measures: [] }
    const parts = await unzip(await figuresXlsx([sheet], { by: nasty, at: 'x', language: 'zh' }))
    for (const [name, part] of parts) {
      expect(illegal.test(part.toString()), name).toBe(false)
      expect(part.toString(), name).not.toMatch(/<script>|<f>/)
    }
  })

  it('are left out of a workbook of quarantined rows', async () => {
    const page = {
      headers: [nasty],
      rows: [{ row: 2, cells: [nasty], field: nasty, reason: 'controlCharacter' as const }],
    }
    const parts = await unzip(
      await quarantineWorkbook(page as never, { by: 'x', at: new Date('2013-06-30T00:00:00Z') }),
    )
    for (const [name, part] of parts) expect(illegal.test(part.toString()), name).toBe(false)
  })
})
