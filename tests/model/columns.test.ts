import type { Names } from '#measures'
import { describe, expect, it } from 'vitest'
import { targets } from '../../server/intake/targets/index.ts'
import { references } from '../../server/intake/targets/references.ts'
import { factNamed, factNames, lists } from '../../server/model/index.ts'

const han = /\p{Script=Han}/u

/** Every label of a column, of a field of a file and of a code, with where it stands. */
const labels: [string, Names][] = [
  ...factNames.flatMap(fact =>
    Object.entries(factNamed(fact).columns).map(([name, { names }]): [string, Names] => [
      `${fact}.${name}`,
      names,
    ]),
  ),
  ...Object.values(targets).flatMap(({ name: target, fields }) =>
    fields.map(({ name, names }): [string, Names] => [`${target} file ${name}`, names]),
  ),
  ...Object.entries(lists).flatMap(([list, codes]) =>
    Object.entries<Names>(codes).map(([code, names]): [string, Names] => [`${list} ${code}`, names]),
  ),
]

describe('labels', () => {
  it.each(labels)('%s is named in both languages', (_, { zh, en }) => {
    expect(zh).not.toBe('')
    expect(en).not.toMatch(han)
  })

  it('have one English translation each', () => {
    const english = new Map<string, Set<string>>()
    for (const [, { zh, en }] of labels) english.set(zh, (english.get(zh) ?? new Set()).add(en))
    expect([...english].filter(([, translations]) => translations.size > 1)).toEqual([])
  })
})

describe('what columns declare', () => {
  it.each(factNames)('is what a file is read into: %s', fact => {
    const { names, table, key } = factNamed(fact)
    expect(targets[fact]).toMatchObject({ names, table, key, fact })
  })

  it('is what undo and verify look after: every column with ids of the catalogue', () => {
    const looked = references().map(({ table, column }) => `${table}.${column}`)
    const declared = factNames.flatMap(fact => {
      const { table, columns } = factNamed(fact)
      return Object.entries(columns)
        .filter(([name, { type }]) => name !== 'id' && ['unit', 'window', 'item'].includes(type))
        .map(([name]) => `${table}.${name}`)
    })
    expect(declared.filter(column => !looked.includes(column))).toEqual([])
    expect(looked).toEqual(expect.arrayContaining(['Exam.staffId', 'Item.unitId', 'Case.itemVersionId']))
  })
})
