import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { dayFromText, figureOf, measures } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { allRows } from '../../server/query/rows.ts'
import { useDatabase } from '../support/database.ts'
import { hasSharedData, loadProposed, sharedData } from '../support/files.ts'

// Messages of citizens with their replies: how the days to reply are spread, computed from the file without
// this product. The product counts days by the calendar, so that a reply of the next morning took a day.
// Counted as whole spells of 24 hours the fifths of the same file end at 0, 3, 8, 14, 26 and 1,160 days.
if (!hasSharedData) process.stdout.write('skipped: shared data not present\n')

const database = useDatabase('empty')
const now = new Date('2026-01-01T00:00:00Z')
const centre = 'messages'

/** A value by its rank among sorted ones. */
const quantile = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]

describe.skipIf(!hasSharedData)('messages with their replies', () => {
  it('load as proposed, and the fifths of their replies end at 4, 8, 15, 26 and 1,161 days', async () => {
    await database().prisma.centre.create({
      data: { code: centre, name: centre, nameEn: centre, timeZone: 'Asia/Shanghai' },
    })
    const result = await loadProposed(database(), centre, {
      now,
      file: path.join(sharedData, 'feedback_messages/附件4.xlsx'),
      target: 'feedback',
      // The file says nothing of what its messages are.
      correct: mapping => ({ ...mapping, constants: { ...mapping.constants, kind: 'hotline' } }),
    })
    expect(result).toMatchObject({ rows: 2816, loaded: 2816, quarantined: 0 })
    const { columns, rows, total } = await allRows(
      { measure: 'averageReplyDays', centres: [centre], period: '2000-01-01..2025-12-31', filters: [] },
      { database: database(), scope: wholeScope, now },
    )
    expect(total).toBe(2816)
    const [given, replied] = ['givenDay', 'repliedDay'].map(key =>
      columns.findIndex(column => column.key === key),
    )
    const days = rows
      .map(row => dayFromText(String(row[replied!]))! - dayFromText(String(row[given!]))!)
      .sort((a, b) => a - b)
    expect([0, 0.2, 0.4, 0.6, 0.8, 1].map(share => quantile(days, share))).toEqual([0, 4, 8, 15, 26, 1161])
    const listed = rows.map(row => row[columns.findIndex(column => column.key === 'replyDays')])
    expect(listed.map(Number).sort((a, b) => a - b)).toEqual(days)
  })

  it('have half of their replies within 11 days and nine tenths within 41', async () => {
    const { current } = await ask(
      { measures: ['medianReplyDays', 'p90ReplyDays'], centres: [centre], period: '2000-01-01..2025-12-31' },
      { database: database(), scope: wholeScope, now },
    )
    const figures = [measures.medianReplyDays, measures.p90ReplyDays].map(measure =>
      figureOf(measure, current.overall),
    )
    expect(figures.map(({ value, n }) => [value, n])).toEqual([
      [11, 2816],
      [41, 2816],
    ])
  })

  it('have the bins that are computed anew', async () => {
    const { differences } = await verifyCentre(database(), await centresOf(database()).find(centre))
    expect(differences).toEqual([])
  })
})
