import type { SeriesReading, SeriesRef } from '#measures'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawSeries } from '../../server/briefing/picture/draw.ts'
import { pictureSvg } from '../../server/briefing/picture/marks.ts'
import { outlinedSvg, seriesPng } from '../../server/briefing/picture/png.ts'
import { scaleOf } from '../../server/briefing/picture/scale.ts'
import { chinese } from '../support/printing.ts'

const ref: SeriesRef = {
  measures: ['casesCompleted'],
  period: '2012',
  comparison: 'none',
  granularity: 'month',
  by: '',
  most: 400,
}
function reading(values: (number | null)[], earlier: (number | null)[] = []): SeriesReading {
  return {
    rows: values.map((value, place) => ({
      code: '',
      label: `2012-${place + 1}`,
      from: '',
      to: '',
      cells: [{ text: String(value), value, earlier: earlier[place] ?? null, numerator: value, n: value }],
    })),
    from: '',
    to: '',
    against: null,
    definitions: [],
    fingerprints: [],
  }
}

describe('the scale of an axis', () => {
  it('has round lines: 0 to 11,733 is cut at 2,500', () => {
    expect(scaleOf([3021, 11_733], { fromZero: true })).toEqual({
      least: 0,
      most: 12_500,
      ticks: [0, 2500, 5000, 7500, 10_000, 12_500],
    })
  })

  it('holds every value between its ends, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: -1e9, max: 1e12, noNaN: true }).map(value => Math.round(value * 1000) / 1000),
          { minLength: 1, maxLength: 40 },
        ),
        fc.boolean(),
        (values, fromZero) => {
          const { least, most, ticks } = scaleOf(values, { fromZero })
          expect(most).toBeGreaterThan(least)
          expect(ticks.length).toBeLessThanOrEqual(8)
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(least - Math.abs(least) * 1e-9)
            expect(value).toBeLessThanOrEqual(most + Math.abs(most) * 1e-9)
          }
        },
      ),
    )
  })
})

describe('a picture', () => {
  it('draws a bar as high as its value: twice the cases, twice the bar', () => {
    const bars = drawSeries(ref, reading([100, 200, null]), chinese).marks.filter(mark => mark.kind === 'bar')
    expect(bars).toHaveLength(2)
    expect(bars[1]!.height).toBeCloseTo(bars[0]!.height * 2)
  })

  it('shows the compared period paler, with a legend', () => {
    const compared: SeriesReading = {
      ...reading([100, 200], [90, 180]),
      from: '2026-01-01',
      to: '2026-12-31',
      against: { from: '2025-01-01', to: '2025-12-31' },
    }
    const { marks } = drawSeries(ref, compared, chinese)
    expect(marks.filter(mark => mark.kind === 'text').map(mark => mark.text)).toEqual(
      expect.arrayContaining(['2026年', '2025年']),
    )
  })

  it('a line has a gap where nothing is known: two runs, not one across', () => {
    const rates = { ...ref, measures: ['onTimeRate' as const] }
    const lines = drawSeries(rates, reading([0.9, 0.95, null, 0.97, 0.99]), chinese).marks.filter(
      mark => mark.kind === 'line' && mark.width === 2.5,
    )
    expect(lines.map(mark => mark.kind === 'line' && mark.points.length)).toEqual([2, 2])
  })

  it('draws the compared period as a thin whole line, as the pages do: dashes are for goals', () => {
    const rates = { ...ref, measures: ['onTimeRate' as const] }
    const compared = reading([0.9, 0.95, 0.97], [0.8, 0.85, 0.9])
    const lines = drawSeries(rates, compared, chinese).marks.filter(
      mark => mark.kind === 'line' && mark.points.length === 3,
    )
    expect(lines).toMatchObject([
      { width: 1.5, dash: '' },
      { width: 2.5, dash: '' },
    ])
  })

  it('never draws outside itself nor writes NaN, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }), { maxLength: 60 }),
        fc.constantFrom('', 'window'),
        (values, by) => {
          const picture = drawSeries({ ...ref, by }, reading(values), chinese)
          expect(pictureSvg(picture, { title: 'x' })).not.toMatch(/NaN|undefined|Infinity/)
          for (const mark of picture.marks) {
            if (mark.kind === 'bar') {
              expect(mark.y).toBeGreaterThanOrEqual(-0.01)
              expect(mark.y + mark.height).toBeLessThanOrEqual(picture.height + 0.01)
              expect(mark.x + mark.width).toBeLessThanOrEqual(picture.width + 1)
            }
          }
        },
      ),
    )
  })

  it('disarms what a name would say in markup', () => {
    const odd = { ...reading([1]), rows: [{ ...reading([1]).rows[0]!, code: 'x', label: '<script>&"' }] }
    expect(pictureSvg(drawSeries({ ...ref, by: 'window' }, odd, chinese), { title: '<b>' })).not.toMatch(
      /<script|<b>/,
    )
  })

  it('is outlined with the font of the product: no text needs a font of the machine', async () => {
    const picture = drawSeries(ref, reading([100, 200], [90, 180]), chinese)
    const svg = await outlinedSvg(picture, '办结')
    expect(svg).not.toContain('<text')
    // 本期对比期 and the digits: each letter is a path.
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(20)
    const png = await seriesPng(ref, reading([100, 200]), { ...chinese, title: '办结' })
    expect(png.data.readUInt32BE(16)).toBe(1600)
  })
})
