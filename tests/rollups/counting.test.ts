import type { Centre } from '../../server/centres/centre.ts'
import type { WrittenOut } from '../../server/rollups/count/write.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { columnTypes } from '../../server/intake/write/rowLines.ts'
import { Staging } from '../../server/intake/write/staging.ts'
import { factNamed } from '../../server/model/index.ts'
import { columnsOf, histogramsOf } from '../../server/rollups/columns.ts'
import { RowCounter } from '../../server/rollups/count/counter.ts'
import { RowCounts } from '../../server/rollups/count/rowCounts.ts'
import { writtenOut } from '../../server/rollups/count/write.ts'
import { grains, grainsOf, tablesOf } from '../../server/rollups/grains.ts'
import { addCounted } from '../../server/rollups/maintain/apply.ts'
import { inTransaction } from '../../server/storage/transaction.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall } from '../support/load.ts'

const database = useDatabase('empty')
const items = ['NOW', 'TEN', 'THIRTY', 'SPECIAL']
const channels = ['post', 'online', 'mobile', 'phone']
/** Cases of one autumn: 13 days apart in kind, some never finished, some late. */
const lines = Array.from({ length: 400 }, (_, place) => {
  const day = (after: number): string =>
    new Date(Date.UTC(2012, 8, 1 + ((place * 7) % 90) + after)).toISOString().slice(0, 10)
  return (
    `C${place},${items[place % 4]},${channels[place % 5] ?? ''},${day(0)} ` +
    `09:${10 + (place % 50)},${day(0)} 10:00,` +
    `${place % 6 === 0 ? '' : `${day(place % 17)} 16:00`}`
  )
})
let centre: Centre
beforeAll(async () => {
  await addCentre(database(), 'here')
  await loadSmallHall(database(), 'here')
  await load(
    database(),
    { centre: 'here', target: 'cases' },
    `caseNumber,item,channel,receivedAt,acceptedAt,completedAt\n${lines.join('\n')}\n`,
  )
  centre = await centresOf(database()).find('here')
})

const tables = grainsOf('cases').flatMap(tablesOf)

const linesOf = ({ cells, bins }: WrittenOut): Pick<WrittenOut, 'cells' | 'bins'> => ({
  cells: [...cells],
  bins: bins && [...bins],
})

/** Empties the rollups of cases and counts every case again, row by row, as a load does. */
async function recount(
  most: { numbers: number; bins: number },
  fresh: boolean,
  there: RowCounts | null = null,
): Promise<number> {
  return inTransaction(database(), async client => {
    const keys = (
      await client.query<{ key: string }>(
        'SELECT "caseNumber" AS key FROM "Case" WHERE "centreId" = $1 ORDER BY hashtext("caseNumber")',
        [centre.id],
      )
    ).rows.map(row => row.key)
    const rows = Array.from(
      (await new Staging(client, targets.cases, { centreId: centre.id, batchId: 0 }).existing(keys)).values(),
      one => one.values,
    )
    for (const table of tables)
      await client.query(`DELETE FROM "${table}" WHERE "centreId" = $1`, [centre.id])
    const counter = new RowCounter(client, 'cases', most)
    let spilling = Promise.resolve()
    for (const [place, row] of rows.entries()) {
      // Where another thread counts too, it takes every third row, and what it hands over crosses as it
      // would between threads.
      const elsewhere = place % 3 === 0 ? there : null
      if (elsewhere) elsewhere.count(row, 1)
      else counter.count(row, 1)
      const spilled = Array.from(elsewhere?.tooMuch() ?? [], taken =>
        structuredClone({ ...writtenOut(taken), ...linesOf(writtenOut(taken)) }),
      )
      spilling = spilling.then(async () => counter.spillOf(spilled))
      // Every tenth is counted twice, as one that a file has twice, and taken back later.
      if (place % 10 === 0) counter.count(row, 1)
      // As in a load, counting goes on while pieces are on their way.
      if (place % 20 === 0) {
        spilling = spilling.then(async () => counter.spill())
        await new Promise(setImmediate)
      }
    }
    await spilling
    rows.filter((_, place) => place % 10 === 0).forEach(row => counter.count(row, -1))
    counter.absorb(structuredClone(there?.plain ?? []))
    await addCounted(
      client,
      await counter.finish({
        centreId: centre.id,
        fresh,
        updatable: grainsOf('cases').map(grain => grain.name),
      }),
      { centreId: centre.id, fresh },
    )
    return rows.length
  })
}

describe('counting rows while they pass by', () => {
  it.each([
    ['all at once into empty rollups', { numbers: 1e9, bins: 1e9 }, true],
    ['all at once, to be added', { numbers: 1e9, bins: 1e9 }, false],
    ['in many pieces into empty rollups', { numbers: 2000, bins: 100 }, true],
    ['in many pieces, to be added', { numbers: 2000, bins: 100 }, false],
  ])('%s, is what a recount says', async (_, most, fresh) => {
    expect(await recount(most, fresh)).toBe(lines.length)
    expect((await verifyCentre(database(), centre)).differences).toEqual([])
  })

  it.each([
    ['all at once', { numbers: 1e9, bins: 1e9 }],
    ['in many pieces', { numbers: 2000, bins: 100 }],
  ])('in another thread, %s, and here at the same time, is what a recount says', async (_, most) => {
    expect(await recount(most, false, new RowCounts('cases', most))).toBe(lines.length)
    expect((await verifyCentre(database(), centre)).differences).toEqual([])
  })

  it('knows every column that a rollup is made of', () => {
    const asked = grains.flatMap(grain => {
      const fact = factNamed(grain.fact)
      const parts = [...columnsOf(grain), ...histogramsOf(grain)].map(column => column.part)
      const columns = [
        ...grain.dimensions.map(name => fact.dimensions[name]?.column),
        ...parts.map(part => fact.clocks[part.during]?.column),
        ...histogramsOf(grain).map(histogram => fact.bins[histogram.part.of]?.bin),
      ]
      return columns
        .filter(
          column =>
            column === undefined || !Object.hasOwn(columnTypes(targets[grain.fact as 'cases']), column),
        )
        .map(column => `${grain.name} ${column}`)
    })
    expect(asked).toEqual([])
  })
})
