import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/batch/loadBatch.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openOcds } from '../../server/intake/read/ocds/open.ts'
import { plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { ocdsPackage } from '../../server/trading/ocds/package.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'
import { addCentre, load } from '../support/load.ts'

const database = useDatabase('launch')
const now = new Date(launchNow)
/**
 * The official schemas 1.1.5 (Apache-2.0, licence beside them). They are of draft 4, whose `id` this
 * validator knows as a key.
 */
function officialSchema(name: string): { id: string; schema: object } {
  const path = fileURLToPath(new URL(`../fixtures/ocds/${name}.json`, import.meta.url))
  const { id, $schema, ...schema } = JSON.parse(readFileSync(path, 'utf8')) as {
    id: string
    $schema: string
  }
  return { id, schema }
}

function check(document: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const release = officialSchema('release-schema')
  ajv.addSchema(release.schema, release.id)
  const valid = ajv.compile(officialSchema('release-package-schema').schema)
  valid(document)
  return (valid.errors ?? []).slice(0, 5)
}

async function loadPackage(document: object, code: string, target: 'trades' | 'bids' = 'trades') {
  const bytes = () => streamed(Readable.from([Buffer.from(JSON.stringify(document))]))
  const source = await openOcds(
    { bytes: bytes(), first: bytes() },
    {
      encoding: 'utf-8',
      format: target === 'bids' ? 'ocdsBids' : 'ocds',
    },
  )
  return loadBatch(database(), {
    source,
    mapping: plainMapping(target, source.headers, targets[target].fields),
    centre: await centresOf(database()).find(code),
    fileName: 'x',
    fileHash: `${code} ${target}`,
    byUser: 'test',
    now,
  })
}

async function bidsOf(code: string): Promise<unknown[]> {
  const { id } = await centresOf(database()).find(code)
  const sold = await database().prisma.trade.findMany({
    where: { centreId: id, category: { notIn: ['works', 'procurement'] } },
    select: { tradeCode: true },
  })
  const bids = await database().prisma.bid.findMany({
    where: {
      centreId: id,
      day: { gte: new Date('2012-01-01'), lte: new Date('2012-12-31') },
      tradeCode: { notIn: sold.map(trade => trade.tradeCode) },
    },
    orderBy: { bidCode: 'asc' },
  })
  return bids.map(({ id: _, centreId, batchId, version, ...bid }) => bid)
}

async function ledger(code: string): Promise<unknown[]> {
  const { id } = await centresOf(database()).find(code)
  const trades = await database().prisma.trade.findMany({
    where: { centreId: id, category: { in: ['works', 'procurement'] } },
    orderBy: { tradeCode: 'asc' },
  })
  return trades.map(({ id: _, centreId, batchId, version, ...trade }) => trade)
}

/**
 * Every kind of trade that a hall has: priced, by rate, failed, stopped, under way, abroad, saved
 * nothing, and a sale.
 */
const odd = readFileSync(new URL('../fixtures/oddTrades.csv', import.meta.url), 'utf8')

describe('the ledger as an Open Contracting package', () => {
  it('is valid, and comes back as the same ledger: every kind of trade', async () => {
    await addCentre(database(), 'from')
    await addCentre(database(), 'to')
    expect((await load(database(), { centre: 'from', target: 'trades' }, odd)).problems).toEqual([])
    const contents = await ocdsPackage(database(), await centresOf(database()).find('from'), {
      period: '2012',
      now,
    })
    expect([contents.releases, contents.leftOut]).toEqual([10, 1])
    expect(check(contents.document)).toEqual([])
    const back = await loadPackage(contents.document, 'to')
    expect([back.loaded, back.quarantined, back.problems]).toEqual([10, 0, []])
    expect(await ledger('to')).toEqual(await ledger('from'))
  })

  it('of the demonstration county too', async () => {
    await addCentre(database(), 'copy')
    const contents = await ocdsPackage(database(), await centresOf(database()).find('pinghe'), {
      period: '2012',
      now,
    })
    expect(contents.releases).toBeGreaterThanOrEqual(104)
    expect(check(contents.document)).toEqual([])
    await loadPackage(contents.document, 'copy')
    expect(await ledger('copy')).toEqual(await ledger('pinghe'))
    const bids = await bidsOf('pinghe')
    expect(bids.length).toBeGreaterThan(400)
    expect(await loadPackage(contents.document, 'copy', 'bids')).toMatchObject({
      loaded: bids.length,
      quarantined: 0,
    })
    expect(await bidsOf('copy')).toEqual(bids)
  })

  it('takes the bids of somebody else’s package, and no row of a package without any', async () => {
    await addCentre(database(), 'bidding')
    const release = {
      ocid: 'x-1',
      id: '1',
      date: '2012-09-25T00:00:00Z',
      tag: ['award'],
      initiationType: 'tender',
      tender: { id: '1', tenderPeriod: { endDate: '2012-09-24T08:00:00Z' } },
    }
    const details = [
      {
        id: 'a',
        status: 'valid',
        date: '2012-09-24T01:30:00Z',
        tenderers: [{ id: 'S1', name: '甲公司' }],
        value: { amount: 98.5, currency: 'CNY' },
      },
      { id: 'b', status: 'disqualified', tenderers: [{ id: 'S2' }] },
    ]
    await loadPackage(
      {
        releases: [
          { ...release, bids: { details } },
          { ...release, ocid: 'x-2' },
        ],
      },
      'bidding',
      'bids',
    )
    const { id } = await centresOf(database()).find('bidding')
    const bids = await database().prisma.bid.findMany({
      where: { centreId: id },
      orderBy: { bidCode: 'asc' },
    })
    expect(
      bids.map(bid => [
        bid.tradeCode,
        bid.bidder,
        bid.status,
        bid.amountFen,
        bid.day.toISOString().slice(0, 10),
      ]),
    ).toEqual([
      ['x-1', 'S2', 'disqualified', null, '2012-09-24'],
      ['x-1', '甲公司', 'valid', 9850n, '2012-09-24'],
    ])
  })

  it('what is no package is refused by the same schema', () => {
    expect(check({ releases: [] })).not.toEqual([])
    expect(
      check({
        uri: 'https://x.example',
        version: '1.1',
        publishedDate: '2012-09-03T00:00:00Z',
        publisher: { name: 'x' },
        releases: [
          {
            ocid: 'x',
            id: '1',
            date: 'yesterday',
            tag: ['tender'],
            initiationType: 'tender',
            tender: { id: 1, status: 'lost' },
          },
        ],
      }).length,
    ).toBeGreaterThan(1)
  })
})
