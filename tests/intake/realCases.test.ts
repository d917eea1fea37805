import type { MeasureId } from '#measures'
import type { LoadResult } from '../../server/intake/jobs/request.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { hasSharedData, loadProposed } from '../support/files.ts'
import { file, now, reference, useRealFiles } from '../support/realFiles.ts'

const { database, centre, answer, figure, clean } = useRealFiles()

describe.skipIf(!hasSharedData)('311 requests of Baltimore, as CSV and as XLSX', () => {
  const results: Record<string, LoadResult> = {}
  beforeAll(async () => {
    for (const format of ['csv', 'xlsx']) {
      await centre(`balt-${format}`, { timeZone: 'America/New_York' })
      results[format] = await loadProposed(database(), `balt-${format}`, {
        now,
        file: file(`baltimore311/311_sample.${format}`),
        target: 'cases',
        correct: mapping => ({
          ...mapping,
          values: {
            ...mapping.values,
            channel: { ...mapping.values?.channel, Web: 'online', Email: 'other' },
          },
        }),
      })
    }
  })

  it('load to the same rows', async () => {
    for (const format of ['csv', 'xlsx'])
      expect(results[format]).toMatchObject({ rows: 10_000, loaded: 10_000, quarantined: 0 })
    const differing = await database().pool.query(`
      SELECT a."caseNumber" FROM "Case" a JOIN "Centre" ca ON ca."id" = a."centreId"
        AND ca."code" = 'balt-csv'
      LEFT JOIN ("Case" b JOIN "Centre" cb ON cb."id" = b."centreId"
        AND cb."code" = 'balt-xlsx') ON b."caseNumber" = a."caseNumber"
        WHERE (a."receivedAt", a."completedAt", a."givenCommittedDue", a."channel",
          a."committedVerdict", a."elapsedSeconds") IS DISTINCT FROM (b."receivedAt", b."completedAt",
          b."givenCommittedDue", b."channel", b."committedVerdict", b."elapsedSeconds")`)
    expect(differing.rows).toEqual([])
    await clean('balt-xlsx')
  })

  it('give the published figures, agency by agency, and the same answers from both', async () => {
    interface Agency {
      cases: number
      closed: number
      on_time_of_closed_with_due: [number, number]
      avg_DaysOpen: number
    }
    const { by_agency: agencies, by_channel: channels } = reference<{
      by_agency: Record<string, Agency>
      by_channel: Record<string, number>
    }>('baltimore311')
    const measures: MeasureId[] = ['casesReceived', 'onTimeRate', 'averageCalendarDays']
    const [csv, xlsx] = await Promise.all(
      ['balt-csv', 'balt-xlsx'].map(async code => answer(code, measures, { groupBy: ['unit'] })),
    )
    const ordered = (one: typeof csv) =>
      one!.current.totals.toSorted((a, b) => a.members[0]!.localeCompare(b.members[0]!))
    expect(ordered(xlsx)).toEqual(ordered(csv))
    for (const [name, agency] of Object.entries(agencies)) {
      const parts = csv!.current.totals.find(cell => cell.members[0] === name)!.parts
      expect(figureOf(measureNamed('casesReceived'), parts).value, name).toBe(agency.cases)
      const onTime = figureOf(measureNamed('onTimeRate'), parts)
      expect([onTime.numerator ?? 0, onTime.n], name).toEqual(agency.on_time_of_closed_with_due)
      expect(figureOf(measureNamed('averageCalendarDays'), parts).value!, name).toBeCloseTo(
        agency.avg_DaysOpen,
        3,
      )
    }
    const byChannel = await answer('balt-csv', ['casesReceived'], { groupBy: ['channel'] })
    expect(
      figureOf(
        measureNamed('casesReceived'),
        byChannel.current.totals.find(cell => cell.members[0] === 'phone')!.parts,
      ).value,
    ).toBe(channels.Phone)
  })

  it('have the difference of their dates as DaysOpen, on every row that has both', async () => {
    const { source } = await openSource(file('baltimore311/311_sample.csv'), {}, defaultLimits)
    const [key, open] = ['SRRecordID', 'DaysOpen'].map(name => source.headers.indexOf(name))
    const published = new Map<string, string>()
    for await (const { cells } of source.records) published.set(cells[key!]!, cells[open!]!)
    const { rows } = await database().pool.query<{ number: string; days: number }>(
      `SELECT c."caseNumber" AS number, c."completedDay" - c."receivedDay" AS days FROM "Case" c
        JOIN "Centre" t ON t."id" = c."centreId" WHERE t."code" = 'balt-csv'
        AND c."completedDay" IS NOT NULL`,
    )
    expect(rows).toHaveLength(9_792)
    expect(rows.filter(row => Number(published.get(row.number)) !== row.days)).toEqual([])
  })
})

describe.skipIf(!hasSharedData)('permits of a Dutch municipality', () => {
  it('are late against plan 389 times and against the deadline 377 times', async () => {
    await centre('permits', { timeZone: 'Europe/Amsterdam' })
    const result = await loadProposed(database(), 'permits', {
      now,
      file: file('permits_nl/receipt_cases.csv'),
      target: 'cases',
    })
    expect(result).toMatchObject({ rows: 1434, loaded: 1434, quarantined: 0 })
    const late = await figure('permits', 'overdueRate')
    expect([late.numerator, late.n]).toEqual([389, 1329])
    expect((await figure('permits', 'statutoryOverdueRate')).numerator).toBe(377)
    await clean('permits')
  })
})

describe.skipIf(!hasSharedData)('the items of a real hall, and messages of citizens', () => {
  it('are 1,135 items in 34 units', async () => {
    await centre('guangan', { timeZone: 'Asia/Shanghai' })
    const result = await loadProposed(database(), 'guangan', {
      now,
      file: file('items_guangan/items_1135.csv'),
      target: 'items',
      correct: mapping => ({
        ...mapping,
        columns: { item: 'itemCode', name: 'name', unit: 'department' },
        constants: { type: 'committed', validFrom: '2020-01-01' },
        values: {},
      }),
    })
    expect(result).toMatchObject({ rows: 1135, loaded: 1135, quarantined: 0 })
    const byUnit = await answer('guangan', ['itemCount'], { groupBy: ['unit'], period: '2020' })
    const expected = reference<{ items_by_department: Record<string, number> }>(
      'items_guangan',
    ).items_by_department
    expect(
      Object.fromEntries(
        byUnit.current.totals.map(cell => [
          cell.members[0],
          figureOf(measureNamed('itemCount'), cell.parts).value,
        ]),
      ),
    ).toEqual(expected)
    expect(Object.keys(expected)).toHaveLength(34)
  })

  it('were replied to after 57,371 days over 2,816 messages', async () => {
    await centre('messages', { timeZone: 'Asia/Shanghai' })
    const result = await loadProposed(database(), 'messages', {
      now,
      file: file('feedback_messages/附件4.xlsx'),
      target: 'feedback',
      correct: mapping => ({ ...mapping, constants: { ...mapping.constants, kind: 'hotline' } }),
    })
    expect(result).toMatchObject({ rows: 2816, loaded: 2816, quarantined: 0 })
    // Added up with a spreadsheet's own dates, outside this product.
    const reply = await figure('messages', 'averageReplyDays')
    expect([reply.n, reply.value]).toEqual([2816, 57_371 / 2816])
  })
})
