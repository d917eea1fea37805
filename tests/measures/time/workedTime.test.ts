import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromText, HallTime, Zone } from '#measures'
import { at, calendar, hall, timetable } from '../../support/calendar.ts'

const instant = fc.integer({ min: at('2012-08-01 00:00'), max: at('2013-02-28 00:00') })
const summer = {
  ...timetable,
  validFrom: dayFromText('2012-10-01') ?? 0,
  afternoonStart: 840,
  afternoonEnd: 1080,
}
const seasonal = new HallTime(hall.zone, calendar, [timetable, summer])
const suspensions = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 20 })), { maxLength: 2 })
  .map(list =>
    list.map(([start, length]) => ({
      startedOn: (dayFromText('2012-08-01') ?? 0) + start,
      resumedOn: (dayFromText('2012-08-01') ?? 0) + start + length,
    })),
  )

describe('working time', () => {
  it('takes the mortgage of the briefing one and a half days: 8:00 to 11:30 on the next day', () => {
    expect(hall.workedBetween(at('2012-11-06 08:00'), at('2012-11-07 11:30'))).toEqual({
      minutes: 630,
      milliDays: 1500,
    })
  })

  it('counts nothing over noon, at night and on holidays', () => {
    expect(hall.workedBetween(at('2012-11-06 12:00'), at('2012-11-06 14:30'))?.minutes).toBe(0)
    expect(hall.workedBetween(at('2012-11-06 17:30'), at('2012-11-07 08:00'))?.minutes).toBe(0)
    expect(hall.workedBetween(at('2012-09-29 17:30'), at('2012-10-08 08:00'))?.minutes).toBe(0)
  })

  it('leaves suspended days out', () => {
    const started = dayFromText('2012-11-06') ?? 0
    const worked = hall.workedBetween(at('2012-11-06 08:00'), at('2012-11-09 17:30'), [
      { startedOn: started, resumedOn: started + 2 },
    ])
    expect(worked?.milliDays).toBe(2000)
  })

  it('is not known across an unpublished year', () => {
    expect(hall.workedBetween(at('2026-12-30 09:00'), at('2027-01-04 09:00'))).toBeNull()
  })

  it('is additive over adjacent intervals, with seasons and suspensions', () => {
    fc.assert(
      fc.property(instant, instant, instant, suspensions, (a, b, c, rests) => {
        const [first = 0, second = 0, third = 0] = [a, b, c].sort((x, y) => x - y)
        for (const clock of [hall, seasonal]) {
          const [left, right, whole] = [
            clock.workedBetween(first, second, rests),
            clock.workedBetween(second, third, rests),
            clock.workedBetween(first, third, rests),
          ]
          expect((left?.minutes ?? 0) + (right?.minutes ?? 0)).toBe(whole?.minutes)
          expect((left?.milliDays ?? 0) + (right?.milliDays ?? 0)).toBe(whole?.milliDays)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is monotone: a later end never takes less', () => {
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.integer({ min: 0, max: 86_400_000 }),
        suspensions,
        (a, b, more, rests) => {
          const [from, to] = a < b ? [a, b] : [b, a]
          const shorter = hall.workedBetween(from, to, rests)?.minutes ?? 0
          expect(shorter).toBeGreaterThanOrEqual(0)
          expect(hall.workedBetween(from, to + more, rests)?.minutes ?? 0).toBeGreaterThanOrEqual(shorter)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is the same whether days are counted at once or one by one', () => {
    const stepped = new HallTime(hall.zone, calendar, [timetable, { ...timetable, validFrom: 20_000 }])
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a]
        expect(hall.workedBetween(from, to)).toEqual(stepped.workedBetween(from, to))
      }),
      { numRuns: 300 },
    )
  })

  it('is the same in whatever zone the machine stands', () => {
    const script = fileURLToPath(new URL('../../support/printWorkedTime.ts', import.meta.url))
    const printed = ['Asia/Kathmandu', 'America/Los_Angeles', 'Pacific/Apia', 'UTC'].map(zone =>
      execFileSync(process.execPath, ['--import', 'tsx', script], {
        env: { ...process.env, TZ: zone, VITEST: '' },
        encoding: 'utf8',
      }),
    )
    expect(new Set(printed).size).toBe(1)
    expect(printed[0]).toContain('2012-10-08')
  })
})

describe('zones', () => {
  it('goes from local time to instant and back, also where clocks change', () => {
    const zone = new Zone('America/New_York')
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2016, 0, 1) }), moment => {
        const whole = Math.floor(moment / 60_000) * 60_000
        const { day, minute } = zone.localAt(whole)
        const back = zone.instantAt(day, minute * 60_000)
        // In the repeated hour of autumn two instants show the same time; either is right.
        expect([0, 3_600_000]).toContain(Math.abs(back - whole))
      }),
      { numRuns: 500 },
    )
  })
})
