import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/loadBatch.ts'
import { plainMapping } from '../../server/intake/mapping.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openOcds } from '../../server/intake/read/ocds/open.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { ocdsPackage } from '../../server/trading/ocds/package.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/globalSetup.ts'
import { addCentre, load } from '../support/load.ts'

const database = useDatabase('launch')
const now = new Date(launchNow)
const schema = JSON.parse(readFileSync(fileURLToPath(new URL('../fixtures/ocds/release-package-1.1.json', import.meta.url)), 'utf8')) as object

function check(document: unknown): unknown[] {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  const valid = ajv.compile(schema)
  valid(document)
  return (valid.errors ?? []).slice(0, 5)
}

async function loadPackage(document: object, code: string, target: 'trades' | 'bids' = 'trades') {
  const source = await openOcds(streamed(Readable.from([Buffer.from(JSON.stringify(document))])), { encoding: 'utf-8', format: target === 'bids' ? 'ocdsBids' : 'ocds' })
  return loadBatch(database(), { source, mapping: plainMapping(target, source.headers, targets[target].fields), centre: await centresOf(database()).find(code), fileName: 'x', fileHash: `${code} ${target}`, byUser: 'test', now })
}

async function bidsOf(code: string): Promise<unknown[]> {
  const { id } = await centresOf(database()).find(code)
  const sold = await database().prisma.trade.findMany({ where: { centreId: id, category: { notIn: ['works', 'procurement'] } }, select: { tradeCode: true } })
  const bids = await database().prisma.bid.findMany({ where: { centreId: id, day: { gte: new Date('2012-01-01'), lte: new Date('2012-12-31') }, tradeCode: { notIn: sold.map(one => one.tradeCode) } }, orderBy: { bidCode: 'asc' } })
  return bids.map(({ id: _, centreId, batchId, version, ...bid }) => bid)
}

async function ledger(code: string): Promise<unknown[]> {
  const { id } = await centresOf(database()).find(code)
  const trades = await database().prisma.trade.findMany({ where: { centreId: id, category: { in: ['works', 'procurement'] } }, orderBy: { tradeCode: 'asc' } })
  return trades.map(({ id: _, centreId, batchId, version, ...trade }) => trade)
}

/** Every kind of trade that a hall has: priced, by rate, failed, stopped, under way, abroad, saved nothing, and a sale. */
const odd = `tradeCode,name,category,method,round,priceForm,baseKind,base,award,awardRate,currency,bidders,outcome,buyer,agent,winner,announcedDay,openedDay,concludedDay,contractedDay,publishedDay,documentDays,meals,overtime
A-1,甲,works,openTender,1,amount,controlPrice,1234567.89,1200000.01,,CNY,5,concluded,住建局,某代理,某公司,2012-09-03,2012-09-24,2012-09-25,2012-10-08,2012-09-26,5,0,90
A-2,乙,procurement,consultation,2,rate,budget,,,12.5%,CNY,3,concluded,教育局,,某公司,,,2012-09-25,,,,,
A-3,丙,works,openTender,1,amount,controlPrice,500,,,CNY,2,tooFewBidders,水利局,,,2012-09-03,2012-09-24,2012-09-24,,,,,
A-4,丁,procurement,inquiry,1,amount,budget,100,120,,CNY,3,annulled,卫生局,,乙公司,2012-09-03,,2012-09-25,,,,,
A-5,戊,procurement,singleSource,1,amount,budget,100,120,,CNY,1,concluded,卫生局,,乙公司,2012-09-03,,2012-09-25,,,,,
A-6,己,works,openTender,1,amount,controlPrice,100,,,CNY,,terminated,水利局,,,2012-09-03,,2012-09-20,,,,,
A-7,庚,works,openTender,1,amount,controlPrice,100,,,CNY,,withdrawn,水利局,,,2012-09-03,,2012-09-20,,,,,
A-8,辛,works,openTender,1,amount,controlPrice,100,,,CNY,,pending,水利局,,,2012-09-03,,,,,,,
A/9,壬,procurement,negotiation,1,unitPrice,,,,,CNY,4,concluded,水利局,,丙公司,,,2012-09-30,,,,,
B-1,癸,procurement,openTender,1,amount,budget,100,90.5,,USD,4,concluded,水利局,,丙公司,,,2012-09-30,,,,,
L-1,地块,land,listing,1,amount,startingPrice,1000,1500,,CNY,4,concluded,国土局,,丁公司,,,2012-09-30,,,,,
`

describe('the ledger as an Open Contracting package', () => {
  it('is valid, and comes back as the same ledger: every kind of trade', async () => {
    await addCentre(database(), 'from')
    await addCentre(database(), 'to')
    expect((await load(database(), { centre: 'from', target: 'trades' }, odd)).problems).toEqual([])
    const found = await ocdsPackage(database(), await centresOf(database()).find('from'), { period: '2012', now })
    expect([found.releases, found.leftOut]).toEqual([10, 1])
    expect(check(found.document)).toEqual([])
    const back = await loadPackage(found.document, 'to')
    expect([back.loaded, back.quarantined, back.problems]).toEqual([10, 0, []])
    expect(await ledger('to')).toEqual(await ledger('from'))
  })

  it('of the demonstration county too', async () => {
    await addCentre(database(), 'copy')
    const found = await ocdsPackage(database(), await centresOf(database()).find('pinghe'), { period: '2012', now })
    expect(found.releases).toBeGreaterThanOrEqual(104)
    expect(check(found.document)).toEqual([])
    await loadPackage(found.document, 'copy')
    expect(await ledger('copy')).toEqual(await ledger('pinghe'))
    const bids = await bidsOf('pinghe')
    expect(bids.length).toBeGreaterThan(400)
    expect(await loadPackage(found.document, 'copy', 'bids')).toMatchObject({ loaded: bids.length, quarantined: 0 })
    expect(await bidsOf('copy')).toEqual(bids)
  })

  it('takes the bids of somebody else’s package, and no row of a package without any', async () => {
    await addCentre(database(), 'bidding')
    const release = { ocid: 'x-1', id: '1', date: '2012-09-25T00:00:00Z', tag: ['award'], initiationType: 'tender', tender: { id: '1', tenderPeriod: { endDate: '2012-09-24T08:00:00Z' } } }
    const details = [{ id: 'a', status: 'valid', date: '2012-09-24T01:30:00Z', tenderers: [{ id: 'S1', name: '甲公司' }], value: { amount: 98.5, currency: 'CNY' } }, { id: 'b', status: 'disqualified', tenderers: [{ id: 'S2' }] }]
    await loadPackage({ releases: [{ ...release, bids: { details } }, { ...release, ocid: 'x-2' }] }, 'bidding', 'bids')
    const { id } = await centresOf(database()).find('bidding')
    const found = await database().prisma.bid.findMany({ where: { centreId: id }, orderBy: { bidCode: 'asc' } })
    expect(found.map(bid => [bid.tradeCode, bid.bidder, bid.status, bid.amountFen, bid.day.toISOString().slice(0, 10)])).toEqual([['x-1', 'S2', 'disqualified', null, '2012-09-24'], ['x-1', '甲公司', 'valid', 9850n, '2012-09-24']])
  })

  it('what is no package is refused by the same schema', () => {
    expect(check({ releases: [] })).not.toEqual([])
    expect(check({ uri: 'https://x.example', version: '1.1', publishedDate: '2012-09-03T00:00:00Z', publisher: { name: 'x' }, releases: [{ ocid: 'x', id: '1', date: 'yesterday', tag: ['tender'], initiationType: 'tender', tender: { id: 1, status: 'lost' } }] }).length).toBeGreaterThan(1)
  })
})
