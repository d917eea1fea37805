import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { usePages } from '../support/pages.ts'
import { walk } from '../support/walk.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')
const launch = 'period=2012-08-08..2012-12-31&compare=none'

it.each(['zh', 'en'])(
  'the pages of every morning fit, stand still and are accessible in %s',
  async language => {
    const { tradeCode } = await database().prisma.trade.findFirstOrThrow({ orderBy: { tradeCode: 'asc' } })
    const addresses = [
      `/?${launch}`,
      // The usual period, which has no data here: pages say so, and stand still as well.
      '/',
      `/windows?${launch}`,
      `/windows/FG?${launch}`,
      `/trading?${launch}`,
      `/trading/${tradeCode}?${launch}`,
      `/wall?${launch}`,
      `/wall?for=public&${launch}`,
    ]
    expect(await walk(pages, { language, addresses })).toEqual([])
  },
  600_000,
)
