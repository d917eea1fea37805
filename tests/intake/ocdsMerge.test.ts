import { readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { streamed } from '../../server/intake/read/bytes.ts'
import { compiledRelease, omittedFields, wholeLists } from '../../server/intake/read/ocds/merge.ts'
import { openOcds } from '../../server/intake/read/ocds/open.ts'

type Json = Record<string, unknown>
const folder = new URL('../fixtures/ocds/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const cases = readdirSync(new URL('merge/', folder))
  .filter(name => name.endsWith('-compiled.json'))
  .map(name => name.replace('-compiled.json', ''))

describe('merging releases', () => {
  // The reference implementation's own cases for OCDS 1.1 (BSD licence beside them).
  it.each(cases)('%s', name => {
    const releases = json(`merge/${name}.json`) as Json[]
    expect(compiledRelease(releases)).toEqual(json(`merge/${name}-compiled.json`))
    expect(compiledRelease(releases.toReversed())).toEqual(json(`merge/${name}-compiled.json`))
  })

  it('knows the lists and fields that the official schema names', () => {
    interface Schema {
      properties?: Record<string, Schema>
      items?: Schema
      definitions?: Record<string, Schema>
      $ref?: string
      type?: string | string[]
      omitWhenMerged?: boolean
      wholeListMerge?: boolean
    }
    const schema = json('release-schema.json') as Schema
    const resolved = (given: Schema): Schema =>
      given.$ref ? (schema.definitions?.[given.$ref.split('/').at(-1) ?? ''] ?? {}) : given
    const omitted = Object.entries(schema.properties ?? {}).filter(([, field]) => field.omitWhenMerged)
    const whole = [schema, ...Object.values(schema.definitions ?? {})].flatMap(({ properties = {} }) =>
      Object.entries(properties).filter(([, { type, items, wholeListMerge }]) => {
        const entry = items && resolved(items)
        const ofObjects = [entry?.type].flat().includes('object') || entry?.properties !== undefined
        return [type].flat().includes('array') && ofObjects && (wholeListMerge || !entry?.properties?.id)
      }),
    )
    expect(omitted.map(([name]) => name).sort()).toEqual([...omittedFields].sort())
    expect([...new Set(whole.map(([name]) => name))].sort()).toEqual([...wholeLists].sort())
  })
})

const release = (ocid: string, day: number, more: Json): Json => ({
  ocid,
  id: `${ocid}-${day}`,
  date: `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`,
  tag: ['award'],
  ...more,
})
const releases = [
  release('A', 1, { tender: { id: 'A', title: 'Road', value: { amount: 100, currency: 'CNY' } } }),
  release('A', 2, { tender: { id: 'A', value: { amount: 95 } } }),
  release('A', 3, {
    awards: [{ id: 'a1', status: 'active', date: '2026-03-03', value: { amount: 90, currency: 'CNY' } }],
  }),
  release('B', 1, { tender: { id: 'B', title: 'Bridge' }, awards: [{ id: 'b1', status: 'active' }] }),
  release('B', 5, { awards: [{ id: 'b1', status: 'cancelled' }] }),
  release('C', 4, { tender: { id: 'C', title: 'Pipe', status: 'withdrawn' } }),
]

async function rowsOf(text: string): Promise<string[]> {
  const bytes = () => streamed(Readable.from([text]))
  const source = await openOcds({ bytes: bytes(), first: bytes() }, { encoding: 'utf-8' })
  const titles: string[] = []
  for await (const { cells } of source.records) {
    const cell = (name: string): string => cells[source.headers.indexOf(name)] ?? ''
    titles.push(['tradeCode', 'outcome', 'base', 'award'].map(cell).join(' '))
  }
  return titles.sort()
}
const expected = ['A/a1 concluded 95 90', 'B/b1 annulled  ', 'C withdrawn  ']

describe('releases of one process', () => {
  it('are merged by their dates, wherever they stand in a file of one a line', async () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(releases, { minLength: releases.length }), async shuffled => {
        expect(await rowsOf(shuffled.map(one => JSON.stringify(one)).join('\n'))).toEqual(expected)
      }),
      { numRuns: 25 },
    ))

  it('are merged in a package, in records, and in packages of one a line', async () => {
    const records = ['A', 'B', 'C'].map(ocid => ({
      ocid,
      releases: releases.filter(one => one.ocid === ocid),
    }))
    expect(await rowsOf(JSON.stringify({ releases }))).toEqual(expected)
    expect(await rowsOf(JSON.stringify({ releases }, null, 2))).toEqual(expected)
    expect(await rowsOf(JSON.stringify({ records }))).toEqual(expected)
    expect(await rowsOf(releases.map(one => JSON.stringify({ releases: [one] })).join('\n'))).toEqual(
      expected,
    )
  })

  it('may hold nothing but bids', async () => {
    const bids = { details: [{ id: '1', status: 'valid' }] }
    expect(await rowsOf(JSON.stringify({ ocid: 'D', bids }))).toEqual(['D pending  '])
  })
})
