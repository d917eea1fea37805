import type { Cell, Parts } from '#measures'
import type { FunnelMember } from '../../client/charts/funnel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { funnel } from '../../client/charts/funnel.ts'
import { waterfall } from '../../client/charts/waterfall.ts'
import { caseMixOf } from '../../client/windows/compare/caseMixOf.ts'
import { funnelOf } from '../../client/windows/compare/rates.ts'
import { effectText, whyOf } from '../../client/windows/compare/whySteps.ts'
import { answer, cell, keyOf, late, share, side, theme } from '../support/answerParts.ts'
import { chinese } from '../support/printing.ts'

const say = {
  ...chinese,
  words: { mix: '构成变化', others: '其余', points: (size: string) => `${size} 个百分点` },
  ends: { before: '对比期', now: '本期' },
}
describe('a funnel of an answer', () => {
  const found = funnelOf(
    answer(
      side(
        [
          ['A', 90, 100],
          ['B', 99, 100],
          ['C', 98, 100],
          ['', 1, 1],
        ].map(([code, k, n]) => cell([String(code)], share(late, Number(k), Number(n)))),
        share(late, 288, 301),
      ),
    ),
    late,
    'zh',
  )!

  it("leaves the nameless out, keeps the whole hall's share", () => {
    expect(found.members.map(member => [member.code, member.name])).toEqual([
      ['A', 'A窗口'],
      ['B', 'B窗口'],
      ['C', 'C窗口'],
    ])
    expect(found.theta).toBeCloseTo(288 / 301, 12)
  })

  it('is drawn with four limits, the dots last, and only what is far off in the accent colour', () => {
    const option = funnel(
      {
        measure: late,
        members: [{ ...found.members[0]!, verdict: 'worse' }, ...found.members.slice(1)],
        theta: found.theta,
        tau2: 0,
        printing: chinese,
        words: {
          hall: '全厅',
          n: '件数',
          verdict: { usual: '', better: '好于全厅', worse: '差于全厅' },
        },
      },
      theme,
    )
    const series = option.series as unknown as { id: string; data: { itemStyle: { color: string } }[] }[]
    expect(series.map(one => one.id)).toEqual(['low998', 'low95', 'high95', 'high998', 'members'])
    expect(series.at(-1)!.data.map(dot => dot.itemStyle.color)).toEqual(['--accent', '--data-1', '--data-1'])
  })
})

it('names of members close together in a funnel do not lie on each other', () => {
  const near = (code: string, n: number, value: number): FunnelMember => ({
    code,
    name: '婚姻登记窗口',
    n,
    value,
    verdict: 'better',
  })
  const placesAt = (members: FunnelMember[]) => {
    const words = { hall: '全厅', n: '件数', verdict: { usual: '', better: '好于全厅', worse: '差于全厅' } }
    const input = { measure: late, members, theta: 0.7, tau2: 0.01, printing: chinese, words }
    const series = funnel(input, theme).series as {
      data: { label: { position: string; distance: number } }[]
    }[]
    return series.at(-1)!.data.map(({ label }) => `${label.position} ${label.distance}`)
  }
  const far = near('C', 90, 0.3)
  expect(placesAt([near('A', 900, 0.9), far])).toEqual(['bottom 5', 'bottom 5'])
  const together = placesAt([near('A', 900, 0.9), near('B', 1100, 0.9), near('D', 1000, 0.9), far])
  expect(together[0]).toBe('bottom 5')
  expect(new Set(together.slice(0, 3)).size).toBe(3)
})

it('case mix is read from windows and classes, best first', () => {
  const cells = [
    ['A', 'instant', 896, 900],
    ['A', 'complex', 79, 100],
    ['B', 'instant', 49, 50],
    ['B', 'complex', 371, 450],
    ['C', 'instant', 8955, 9050],
    ['C', 'complex', 350, 450],
  ] as const
  const { rows } = caseMixOf(
    answer(
      side(
        cells.map(([member, group, k, n]) => cell([member, group], share(late, k, n))),
        {},
      ),
    ),
    late,
    'en',
  )
  expect(rows.map(row => [row.name, row.ratio.toFixed(3)])).toEqual([
    ['B', '1.026'],
    ['A', '1.004'],
    ['C', '0.998'],
  ])
})

describe('why a figure changed, on the screen', () => {
  const counted = fc
    .integer({ min: 1, max: 900 })
    .chain(n => fc.record({ n: fc.constant(n), k: fc.integer({ min: 0, max: n }) }))
  const members = fc.array(fc.record({ now: counted, before: counted }), { minLength: 1, maxLength: 14 })

  it('runs from the earlier figure to the present one, and its printed steps add up exactly', () => {
    fc.assert(
      fc.property(members, rows => {
        const whole = (of: 'now' | 'before'): Parts =>
          share(
            late,
            rows.reduce((sum, row) => sum + row[of].k, 0),
            rows.reduce((sum, row) => sum + row[of].n, 0),
          )
        const cells = (of: 'now' | 'before'): Cell[] =>
          rows.map((row, place) => cell([`W${place}`], share(late, row[of].k, row[of].n)))
        const why = whyOf(
          answer(side(cells('now'), whole('now')), { earlier: side(cells('before'), whole('before')) }),
          late,
          say,
        )!
        const steps = why.steps.slice(1, -1)
        why.steps
          .slice(1)
          .forEach((step, place) =>
            expect(
              step.kind === 'total'
                ? Math.abs(step.from - why.steps[place]!.to)
                : step.from - why.steps[place]!.to,
            ).toBeLessThan(1e-9),
          )
        const printed = (text: string): number =>
          Math.round(Number(text.replace('−', '-').replaceAll(/[^\d.-]/g, '')) * 100)
        expect(printed(why.before) + steps.reduce((sum, step) => sum + printed(step.text), 0)).toBe(
          printed(why.now),
        )
      }),
    )
  })

  it('says sums in their unit, and nothing where there is nothing to compare', () => {
    const total = (n: number): Parts => ({ [keyOf(measures.casesCompleted.part)]: n })
    const now = side([cell(['A'], total(30)), cell(['B'], total(10))], total(40))
    const why = whyOf(
      answer(now, { earlier: side([cell(['A'], total(50)), cell(['C'], total(5))], total(55)) }),
      measures.casesCompleted,
      say,
    )!
    expect(why.steps.map(step => [step.kind, step.name, step.text])).toEqual([
      ['total', '对比期', '55 件'],
      ['member', 'A窗口', '−20 件'],
      ['member', 'C', '−5 件'],
      ['member', 'B窗口', '+10 件'],
      ['total', '本期', '40 件'],
    ])
    expect(why.top).toEqual({ code: 'A', name: 'A窗口', text: '−20 件', mainly: true })
    // The rise of one is no reason for the fall of all, however large it was.
    const mixed = whyOf(
      answer(side([cell(['A'], total(60)), cell(['B'], total(10)), cell(['C'], total(10))], total(80)), {
        earlier: side([cell(['A'], total(30)), cell(['B'], total(35)), cell(['C'], total(35))], total(100)),
      }),
      measures.casesCompleted,
      say,
    )!
    expect(mixed.top!.text).toBe('−25 件')
    expect(whyOf(answer(now), measures.casesCompleted, say)).toBeNull()
    expect(whyOf(answer(now, { earlier: now }), measures.medianHandlingTime, say)).toBeNull()
    expect(effectText(late, -12, say)).toBe('−0.12 个百分点')
  })

  it('says "mainly" of a part from half of the whole change on', () => {
    const cases = (amounts: readonly number[]) => {
      const cells = amounts.map((n, place) =>
        cell([`W${place}`], { [keyOf(measures.casesCompleted.part)]: n }),
      )
      const sum = amounts.reduce((total, n) => total + n, 0)
      return side(cells, { [keyOf(measures.casesCompleted.part)]: sum })
    }
    const mainly = (before: number[], now: number[]): boolean | undefined =>
      whyOf(answer(cases(now), { earlier: cases(before) }), measures.casesCompleted, say)?.top?.mainly
    expect(mainly([50, 50, 50, 50, 50], [40, 42, 42, 42, 42])).toBe(false)
    expect(mainly([50, 50, 50], [40, 46, 45])).toBe(true)
    expect(mainly([50, 50, 50], [40, 45, 45])).toBe(true)
    expect(mainly([50, 50, 50], [41, 45, 45])).toBe(false)
    // Where rises and falls cancel each other out there is no change that one of them could explain.
    expect(mainly([50, 50], [40, 60])).toBe(false)
  })

  it('draws a rise filled and a fall hollow', () => {
    const steps = [
      { kind: 'total' as const, name: '', code: '', from: 1, to: 1, text: '' },
      { kind: 'member' as const, name: 'A', code: 'A', from: 1, to: 2, text: '+1' },
      { kind: 'member' as const, name: 'B', code: 'B', from: 2, to: 1, text: '−1' },
    ]
    const [series] = waterfall({ measure: measures.casesCompleted, steps, printing: chinese }, theme)
      .series as unknown as {
      renderItem: (params: object, api: object) => { children: { style: { fill: string } }[] }
    }[]
    const api = {
      value: (index: number) => [1, 0, 2][index],
      coord: ([x, y]: number[]) => [x! * 10, y! * 10],
      size: () => [10, 20],
    }
    expect(
      [0, 1, 2].map(dataIndex => series!.renderItem({ dataIndex }, api).children[0]!.style.fill),
    ).toEqual(['--ink-1', '--data-1', '--panel'])
  })
})

describe('members of whose unit some days are missing', () => {
  it('carry the days behind their names in the funnel and among alike cases', () => {
    const unit = { code: 'U1', zh: '房管所', en: 'Housing' }
    const missing = [{ from: '2012-09-10', to: '2012-09-12' }]
    const known = { known: 'known' as const, missing: [], until: null, since: null }
    const days = { from: '2012-09-01', to: '2012-09-30', openDays: 20 }
    const cases = {
      ...known,
      ...days,
      known: 'partly' as const,
      missing,
      apart: {
        units: [{ ...known, unit, codes: [['A'], []], known: 'partly' as const, missing }],
        rest: { known: 'known' as const, missing: [] },
        isTold: true,
      },
    }
    const totals = [cell(['A', 'I'], share(late, 900, 1000)), cell(['B', 'I'], share(late, 950, 1000))]
    const found = answer({ ...side(totals, share(late, 1850, 2000)), coverage: { cases } })
    const names = { A: 'A窗口（缺9月10日至9月12日）', B: 'B窗口' }
    expect(funnelOf(found, late, 'zh')?.members.map(({ name }) => name)).toEqual([names.A, names.B])
    expect(caseMixOf(found, late, 'zh').rows.map(({ name }) => name)).toEqual([names.B, names.A])
  })
})
