import type { Sql } from 'sql-template-tag'
import type { FlowPart, Measure } from '#measures'
import type { Reference } from '../targets/references.ts'
import sql, { join } from 'sql-template-tag'
import { measures, plainPartsOf } from '#measures'
import { expressionsOf } from '../../model/conditions/index.ts'
import { factNamed } from '../../model/index.ts'
import { identifier, toSql } from '../../model/toSql.ts'
import { references, referredTables } from '../targets/references.ts'

/** An invariant: its name, and a query for the keys of a centre's records that violate it. */
type Invariant = [name: string, keysOf: (centreId: number) => Sql]

/** Records that refer to a missing member of the catalogue. */
function withoutMember({ to, table, column, key }: Reference): Invariant {
  const member = identifier(referredTables[to].table)
  return [
    `${table}.${column}`,
    centreId => sql`SELECT r.${identifier(key)} AS key FROM ${identifier(table)} r
      WHERE r."centreId" = ${centreId} AND r.${identifier(column)} IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM ${member} m WHERE m."centreId" = r."centreId" AND m."id" = r.${identifier(column)})`,
  ]
}

/** The counts of a batch must add up, and both copies of suspensions must agree. */
const ofTables: Invariant[] = [
  [
    'ImportBatch',
    centreId => sql`SELECT "id"::text AS key FROM "ImportBatch"
      WHERE "centreId" = ${centreId} AND "committedAt" IS NOT NULL
        AND "rows" <> "loaded" + "unchanged" + "corrected" + "quarantined" + "leftOut"`,
  ],
  [
    'CaseSuspension',
    centreId => sql`SELECT "caseNumber" AS key FROM "Case" c
      WHERE "centreId" = ${centreId}
          AND ("suspensions" IS NOT NULL) <> EXISTS
        (SELECT 1 FROM "CaseSuspension" s WHERE s."centreId" = c."centreId"
          AND s."caseNumber" = c."caseNumber")`,
  ],
]

/** SQL for whether a row is counted by a part of a level, and for its day. */
function countedBy({ fact, during, when }: FlowPart): { counts: Sql; day: Sql } {
  const { conditions } = expressionsOf(fact)
  const day = identifier(factNamed(fact).clocks[during]?.column ?? '')
  const met = when.flatMap(name => {
    const condition = conditions[name]
    return condition ? [sql`(${toSql(condition)})`] : []
  })
  return { day, counts: join([sql`${day} IS NOT NULL`, ...met], ' AND ') }
}

/**
 * Every row that leaves a level must have entered it before, and must leave it only once. The level is then
 * never negative, for any member on any day.
 */
function ofLevel(id: string, { entered, left }: { entered: FlowPart[]; left: FlowPart[] }): Invariant {
  const { key, table } = factNamed(entered[0]?.fact ?? 'cases')
  const ins = entered.map(countedBy)
  const outs = left.map(countedBy)
  const enteredBy = (last: Sql): Sql =>
    join(
      ins.map(({ counts, day }) => sql`coalesce(${counts} AND ${day} <= ${last}, false)`),
      ' OR ',
    )
  const tooEarly = outs.map(({ counts, day }) => sql`(${counts} AND NOT (${enteredBy(day)}))`)
  const times = join(
    outs.map(({ counts }) => sql`coalesce(${counts}, false)::int`),
    ' + ',
  )
  return [
    `level ${id}`,
    centreId => sql`SELECT ${identifier(key)} AS key FROM ${identifier(table)}
      WHERE "centreId" = ${centreId} AND (${join([...tooEarly, sql`${times} > ${ins.length}`], ' OR ')})`,
  ]
}

const ofLevels = Object.entries<Measure>(measures).flatMap(([id, measure]) =>
  measure.kind === 'level'
    ? plainPartsOf(measure.part).flatMap(part => (part.kind === 'balance' ? [ofLevel(id, part)] : []))
    : [],
)

/** The invariants between the tables of a centre, and of every level. */
export const invariants: readonly Invariant[] = [...ofTables, ...references().map(withoutMember), ...ofLevels]
