import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { recomputeCases } from '../../server/intake/batch/recompute.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { sameCell } from '../../server/rollups/fill.ts'
import { binsTableOf, grains, tableOf } from '../../server/rollups/grains.ts'
import { distribute, localTables, referenceTables } from '../../server/storage/distribute.ts'
import { groupsOf } from '../../server/storage/relations.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const sql = async (text: string) => database().pool.query<Record<string, unknown>>(text)
const listed = (names: readonly string[]): string => `'{${names.join(',')}}'`

// What a cluster demands of tables and statements, as far as a single server can show it. tests/cluster runs
// the product on a real one.
describe('what a cluster demands of the tables', () => {
  it('is refused by name where the extension is not installed, and changes nothing', async () => {
    await expect(distribute(database())).rejects.toThrow('citus-missing')
  })

  it('every primary and unique key of a table that is spread holds centreId', async () => {
    const result = await sql(`SELECT c.relname AS table, i.relname AS index FROM pg_index x JOIN pg_class c
        ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND x.indisunique
        AND c.relname <> ALL(${listed([...referenceTables, ...localTables])})
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid
        AND a.attname = 'centreId' AND a.attnum = ANY(x.indkey))`)
    expect(result.rows).toEqual([])
  })

  it('every relation of it carries centreId, or leads to a table that every node keeps', async () => {
    const result = await sql(`SELECT conname AS name FROM pg_constraint f WHERE contype = 'f'
        AND trim(both '"' from conrelid::regclass::text) <> ALL(${listed(localTables)})
        AND trim(both '"' from confrelid::regclass::text) <> ALL(${listed(referenceTables)})
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.conrelid
        AND a.attname = 'centreId' AND a.attnum = ANY(f.conkey))`)
    expect(result.rows).toEqual([])
  })

  it('no relation changes centreId along with the key that it refers to, or sets it to nothing', async () => {
    const result = await sql(`SELECT conname AS name FROM pg_constraint f WHERE contype = 'f'
        AND (confupdtype NOT IN ('a', 'r') OR confdeltype IN ('n', 'd'))
        AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.conrelid
        AND a.attname = 'centreId' AND a.attnum = ANY(f.conkey))`)
    expect(result.rows).toEqual([])
  })

  it('tables that refer to each other are placed together', () => {
    const relations = [{ name: 'r', from: 'Remark', to: 'Briefing', sql: '' }]
    expect(groupsOf(['Briefing', 'Case', 'Remark'], relations)).toEqual([['Briefing', 'Remark'], ['Case']])
    expect(groupsOf(['A'], [{ name: 'own', from: 'A', to: 'A', sql: '' }])).toEqual([['A']])
  })
})

describe('what a cluster demands of the statements', () => {
  it('cells of rollups are compared by immutable expressions', async () => {
    const client = await database().pool.connect()
    try {
      for (const grain of grains) {
        const tables = [
          ...grain.parts.map(step => ({ table: tableOf(grain, step), keyed: 'parts' as const })),
          ...grain.histograms.map(step => ({ table: binsTableOf(grain, step), keyed: 'bins' as const })),
        ]
        for (const { table, keyed } of tables) {
          await client.query('BEGIN')
          for (const [, expression = ''] of sameCell(grain, keyed).matchAll(/(coalesce\(rollup\..+?\)) =/g))
            // An index takes immutable expressions only.
            await client.query(`CREATE INDEX ON "${table}" (${expression.replace('rollup.', '')})`)
          await client.query('ROLLBACK')
        }
      }
    } finally {
      client.release()
    }
  })

  describe('of a load, a correction, an undo and a recomputation', () => {
    const said: string[] = []
    const own = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')?.value as (
      ...all: unknown[]
    ) => unknown
    beforeEach(() => {
      pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
        const [first] = args
        const text = typeof first === 'string' ? first : ((first as { text?: string } | null)?.text ?? '')
        said.push(text.replaceAll(/\s+/g, ' '))
        return own.apply(this, args)
      } as typeof pg.Client.prototype.query
    })
    afterEach(() => {
      pg.Client.prototype.query = own as typeof pg.Client.prototype.query
    })

    it('each names its centre, and none writes a table that every node keeps', async () => {
      await addCentre(database(), 'here')
      await loadSmallHall(database(), 'here')
      const cases = (hour: number) => `caseNumber,item,window,channel,receivedAt,acceptedAt,completedAt
C1,TEN,W2,hall,2012-07-02 09:00,2012-07-02 09:30,2012-07-06 ${hour}:00
C2,TEN,,online,2012-07-02 09:00,2012-07-02 09:30,`
      said.length = 0
      await load(database(), { centre: 'here', target: 'cases' }, cases(16))
      const { batchId, corrected } = await load(database(), { centre: 'here', target: 'cases' }, cases(11))
      expect(corrected).toBe(1)
      await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
      const centre = await centresOf(database()).find('here')
      await database().prisma.calendarOverride.create({
        data: { centreId: centre.id, day: new Date('2012-07-04'), working: false, reason: '台风' },
      })
      await database().pool.query(
        'UPDATE "CentreVersion" SET "version" = "version" + 1 WHERE "centreId" = $1',
        [centre.id],
      )
      const again = await centresOf(database()).find('here')
      const { changed } = await recomputeCases(database(), { centre: again, now: testNow, byUser: 'test' })
      expect(changed).toBeGreaterThan(0)

      const writes = said.filter(text => /\b(?:UPDATE|DELETE FROM|INSERT INTO) "/.test(text))
      expect(writes.length).toBeGreaterThan(40)
      const reference = new RegExp(`\\b(?:UPDATE|DELETE FROM|INSERT INTO) "(?:${referenceTables.join('|')})"`)
      expect(writes.filter(text => reference.test(text))).toEqual([])
      const local = new RegExp(`"(?:${localTables.join('|')})"`)
      expect(
        writes.filter(
          text =>
            !local.test(text) &&
            /\b(?:UPDATE|DELETE FROM) "/.test(text) &&
            !/"centreId"? ?(?:[=),]|IN)/.test(text),
        ),
      ).toEqual([])
    })
  })

  it('a row that Prisma writes gives back no enum, whose text is not immutable', () => {
    const schema = readFileSync('prisma/schema.prisma', 'utf8')
    const enums = Array.from(schema.matchAll(/^enum (\w+)/gm), match => match[1])
    const models = Array.from(schema.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)).flatMap(
      ([, name = '', body = '']) =>
        body.includes('centreId') && enums.some(type => new RegExp(`^ +\\w+ +${type}\\b`, 'm').test(body))
          ? [`${name.charAt(0).toLowerCase()}${name.slice(1)}`]
          : [],
    )
    expect(models).toContain('briefing')
    const writing = new RegExp(`\\.(?:${models.join('|')})\\s*\\.(?:create|update|upsert|delete)\\(`, 'g')
    const files = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    )
    const calls = files.flatMap(name => {
      const text = readFileSync(path.join('server', name), 'utf8')
      return Array.from(text.matchAll(writing), match => ({
        name,
        call: argumentsAt(text, match.index + match[0].length),
      }))
    })
    expect(calls.length).toBeGreaterThan(4)
    expect(calls.filter(({ call }) => !/\bselect\b/.test(call))).toEqual([])
  })
})

/** The text between a parenthesis that was opened before a place, and the one that closes it. */
function argumentsAt(text: string, from: number): string {
  let depth = 1
  let at = from
  for (; depth > 0 && at < text.length; at++) depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0
  return text.slice(from, at)
}
