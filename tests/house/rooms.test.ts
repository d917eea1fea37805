import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { importProblem, roomOf, rooms, roomsTable } from './rooms.ts'
import { readSources } from './sources.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const product = readSources().filter(({ file }) => /^(?:client|server|prisma)\//.test(file))

describe('the rooms', () => {
  it('hold every file of the product, and none of them is empty', () => {
    expect(product.filter(({ file }) => roomOf(file) === null && file.split('/').length > 2)).toEqual([])
    const used = new Set(product.map(({ file }) => roomOf(file)?.folder))
    expect(rooms.filter(({ folder }) => !used.has(folder))).toEqual([])
  })

  it('are imported only by rooms that may', () => {
    const problems = product.flatMap(({ file, imports }) =>
      imports.flatMap(({ to }) => {
        const inside = /^(?:client|server|prisma)\//.test(to)
        const problem = inside
          ? importProblem(file, path.posix.relative(path.posix.dirname(file), to).replace(/^(?!\.)/, './'))
          : importProblem(file, to)
        return problem === null ? [] : [`${file}: ${problem}`]
      }),
    )
    expect(problems).toEqual([])
  })

  it('stand in CONTRIBUTING.md as they are listed (npm run docs)', () =>
    expect(readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8')).toContain(
      `<!-- rooms -->\n${roomsTable()}\n<!-- end of rooms -->`,
    ))

  it.each([
    ['server/model/fact.ts', '../query/ask.ts'],
    ['server/measures/period.ts', 'pg'],
    ['server/common/day.ts', 'zod'],
    ['client/charts/trend.ts', '../stores/filters.ts'],
  ])('%s may not import %s', (file, specifier) => expect(importProblem(file, specifier)).not.toBeNull())

  it.each([
    ['server/model/fact.ts', '../common/errors.ts'],
    ['server/measures/period.ts', '@internationalized/date'],
    ['server/query/ask.ts', '#measures'],
    ['server/query/ask.ts', '../../prisma/generated/client.ts'],
  ])('%s may import %s', (file, specifier) => expect(importProblem(file, specifier)).toBeNull())
})
