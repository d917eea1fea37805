import pg from 'pg'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { wholeScope } from '../../server/measures/scope.ts'
import { dueListOf } from '../../server/query/dueList.ts'
import { explain } from '../../server/query/explain.ts'
import { dashboardQuestions } from '../bench/questions.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'

const database = useDatabase('launch')
beforeAll(async () => {
  await database().pool.query('ANALYZE')
})

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Plans'?: Node[]
}
const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

async function scansOf(statement: { text: string; values: unknown[] }): Promise<string[]> {
  const result = await database().pool.query<{ 'QUERY PLAN': { Plan: Node }[] }>({
    text: `EXPLAIN (FORMAT JSON) ${statement.text}`,
    values: statement.values,
  })
  return nodesOf(result.rows[0]!['QUERY PLAN'][0]!.Plan)
    .filter(node => node['Node Type'].includes('Seq Scan'))
    .map(node => node['Relation Name'] ?? '')
}

// eslint-disable-next-line ts/unbound-method -- called with its own `this` below
const original = pg.Client.prototype.query
const names = Object.keys(dashboardQuestions)
const inLaunch = (name: string) => ({
  ...dashboardQuestions[name]!,
  period: '2012-09-03..2012-10-20',
  comparison: dashboardQuestions[name]!.comparison === 'none' ? 'none' : 'previous',
})

describe('what PostgreSQL does for the dashboard', () => {
  it.each(names)('%s: never walks through all cases', async name => {
    const reads = await explain(inLaunch(name), {
      database: database(),
      scope: wholeScope,
      now: new Date(launchNow),
    })
    expect(reads.length).toBeGreaterThan(0)
    for (const read of reads) expect(await scansOf(read.statement)).not.toContain('Case')
  })

  it.each(names)('%s: reads cases from rollups alone', async name => {
    const reads = await explain(inLaunch(name), {
      database: database(),
      scope: wholeScope,
      now: new Date(launchNow),
    })
    expect(reads.flatMap(read => read.from.map(table => table.table))).not.toContain('Case')
  })

  it('a short period asked from facts is found by an index as well', async () => {
    const reads = await explain(
      { ...inLaunch('windows'), period: '2012-09-03..2012-09-04' },
      { database: database(), scope: wholeScope, now: new Date(launchNow), factsOnly: true },
    )
    for (const read of reads) expect(await scansOf(read.statement)).not.toContain('Case')
  })

  it('open cases past their limit or near it are found by indexes, for hall and window', async () => {
    for (const filters of [[], dashboardQuestions['one window']!.filters ?? []]) {
      const sent: { text: string; values: unknown[] }[] = []
      const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
        this: pg.Client,
        ...args: unknown[]
      ) {
        const { text, values } = args[0] as { text?: string; values?: unknown[] }
        if (text && /FROM "Case"\s+WHERE/.test(text)) sent.push({ text, values: [...(values ?? [])] })
        return (original as (...all: unknown[]) => unknown).apply(this, args) as ReturnType<typeof original>
      })
      await dueListOf(
        { centre: 'pinghe', filters, limit: 8 },
        { database: database(), scope: wholeScope, now: new Date(launchNow) },
      )
      spy.mockRestore()
      expect(sent).toHaveLength(4)
      for (const statement of sent) expect(await scansOf(statement)).not.toContain('Case')
    }
  })

  it('uses no form that a distributed database refuses', async () => {
    for (const name of names) {
      for (const factsOnly of [true, false]) {
        for (const { statement } of await explain(inLaunch(name), {
          database: database(),
          scope: wholeScope,
          now: new Date(launchNow),
          factsOnly,
        })) {
          expect(statement.text).not.toMatch(
            /GROUPING SETS|CUBE *\(|ROLLUP *\(|WITH RECURSIVE|date_trunc|extract\(/i,
          )
          expect(statement.text.match(/\bFROM unnest\(|"centreId" = ANY\(/g)?.length).toBeGreaterThan(1)
        }
      }
    }
  })
})
