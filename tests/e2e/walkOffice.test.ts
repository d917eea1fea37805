import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'
import { signInOn, usePages } from '../support/pages.ts'
import { walk } from '../support/walk.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const pages = usePages(database, now, 'clerk')
const launch = 'period=2012-08-08..2012-12-31&compare=none'

let batch = 0
beforeAll(async () => {
  const csv = 'caseNumber,item,receivedAt\nWALK-1,PH-FG-01,2012-12-03 09:00\nWALK-2,PH-FG-01,2012-13-40\n'
  await load(database(), { centre: 'pinghe', target: 'cases', now }, csv)
  batch = (await database().prisma.importBatch.findFirstOrThrow({ orderBy: { id: 'desc' } })).id
})

describe.each(['zh', 'en'])('in %s', language => {
  it('the pages of the office fit, stand still and are accessible', async () => {
    const addresses = [
      '/briefings',
      '/briefings/paper',
      `/figures?${launch}`,
      '/measures',
      '/data',
      '/data/import',
      `/data/quarantine/${batch}`,
      '/entry',
      '/review',
      '/reports',
      '/centres',
      '/account',
    ]
    expect(await walk(pages, { language, addresses })).toEqual([])
  }, 600_000)

  it('so do those of the administrator', async () => {
    await signInOn(pages.page.context(), pages.product.address, 'administrator')
    expect(await walk(pages, { language, addresses: ['/people', '/audit', '/server'] })).toEqual([])
  }, 600_000)
})
