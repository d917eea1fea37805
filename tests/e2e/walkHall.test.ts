import { expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { usePages } from '../support/pages.ts'
import { walk } from '../support/walk.ts'

const database = useDatabase('launch')
const pages = usePages(database, new Date('2013-06-30T00:00:00Z'), 'leader')
const launch = 'period=2012-08-08..2012-12-31&compare=none'

it.each(['zh', 'en'])(
  'the pages of the hall fit, stand still and are accessible in %s',
  async language => {
    const names = ['items', 'joint', 'feedback', 'team', 'services', 'townships', 'rules', 'notices/PH-FG-01']
    const addresses = names.map(name => `/${name}?${launch}`)
    expect(await walk(pages, { language, addresses })).toEqual([])
  },
  600_000,
)
