import type { UnseenHeadings } from '../support/unseenHeadings/unseenHeadings.ts'
import { readFileSync } from 'node:fs'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { guessTarget, propose } from '../../server/intake/propose/propose.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { firstUnseen } from '../support/unseenHeadings/first.ts'
import { secondUnseen } from '../support/unseenHeadings/second.ts'
import { thirdAtFirst, thirdUnseen } from '../support/unseenHeadings/third.ts'

/** A set that was labelled before it was first scored. */
const readSet = (name: string): UnseenHeadings[] =>
  JSON.parse(
    readFileSync(new URL(`../support/unseenHeadings/${name}.json`, import.meta.url), 'utf8'),
  ) as UnseenHeadings[]

const laterSets = ['fourth', 'fifth', 'sixth', 'seventh', 'eighth']

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)

function wrongOf({ source, target, headings, needed, either = {} }: UnseenHeadings): string[] {
  const { columns } = propose(
    targets[target],
    { headers: headings.split(','), rows: [] },
    { earlier: null, members: { has: () => true, any: () => true } },
  ).mapping
  return Object.entries(needed)
    .filter(([field, heading]) => {
      const proposed = [columns[field]].flat()
      return ![heading, ...(either[field] ?? [])].some(right => proposed.includes(right))
    })
    .map(([field, heading]) => `${source}: ${field} ${String(columns[field] ?? '—')} ≠ ${heading}`)
}

describe('headings that were not seen while the lists were written', () => {
  it.each([
    ['the first set', firstUnseen],
    ['the second set', secondUnseen],
    ['the third set', thirdUnseen],
    ['the fourth set', readSet('fourth')],
    ['the fifth set', readSet('fifth')],
    ['the sixth set', readSet('sixth')],
    ['the seventh set', readSet('seventh')],
    ['the eighth set', readSet('eighth')],
  ])('%s is recognised for at least nine of ten columns that a load needs', (name, rows) => {
    const wrong = rows.flatMap(wrongOf)
    const all = rows.reduce((sum, { needed }) => sum + Object.keys(needed).length, 0)
    process.stdout.write(`unseen headings, ${name}: ${all - wrong.length} of ${all} columns right\n`)
    expect((all - wrong.length) / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  // What was right before any list or rule was extended by a set. These never change.
  it.each([
    ['third', thirdUnseen, thirdAtFirst],
    ['fourth', readSet('fourth'), { right: 159, of: 224 }],
    ['fifth', readSet('fifth'), { right: 62, of: 78 }],
    ['sixth', readSet('sixth'), { right: 62, of: 72 }],
    ['sixth, Chinese', readSet('sixth').filter(({ headings }) => isChinese(headings)), { right: 53, of: 56 }],
    ['seventh', readSet('seventh'), { right: 65, of: 75 }],
    ['eighth', readSet('eighth'), { right: 62, of: 66 }],
  ])('the first score of the %s set is of the rows that it holds', (name, rows, first) => {
    process.stdout.write(`unseen headings, ${name}: ${first.right} of ${first.of} right at first\n`)
    expect(first.of).toBe(rows.reduce((sum, { needed }) => sum + Object.keys(needed).length, 0))
  })

  it('say for at least four of five files what they hold', () => {
    const rows = [firstUnseen, secondUnseen, thirdUnseen, ...laterSets.map(readSet)].flat()
    const wrong = rows.filter(
      ({ target, headings }) => guessTarget({ headers: headings.split(','), rows: [] }) !== target,
    )
    process.stdout.write(`unseen headings: ${rows.length - wrong.length} of ${rows.length} targets right\n`)
    expect(wrong.length / rows.length).toBeLessThanOrEqual(0.2)
    // A name and two prices are trades, though what kind and how they ended stands in no column.
    expect(guessTarget({ headers: ['交易编号', '项目名称', '控制价', '中标价'], rows: [] })).toBe('trades')
  })
})
