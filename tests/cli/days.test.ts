import type { ValuedAnswer } from '#measures'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '../support/database.ts'
import { commandOutput } from '../support/fourWays.ts'

const database = useDatabase('launch')
const now = new Date('2013-06-30T00:00:00Z')
const bw = async (...args: string[]): Promise<string> => commandOutput(args, { database: database(), now })

async function asked(): Promise<ValuedAnswer> {
  const question = {
    measures: ['casesReceived'],
    centres: ['pinghe'],
    period: '2012-11',
    comparison: 'previous',
  }
  return JSON.parse(await bw('ask', JSON.stringify(question))) as ValuedAnswer
}

describe('days that somebody declares', () => {
  it('as missing take the change away with the reason, until declared complete or withdrawn', async () => {
    const before = await asked()
    expect(before.earlier?.coverage.cases?.known).toBe('known')
    expect(before.changes.casesReceived?.change).not.toBeNull()

    const [id = ''] = (
      await bw('days', 'declare', 'cases', '2012-10-10..2012-10-12', '--missing', '--reason', '停电')
    ).split('\t')
    const missing = await asked()
    expect(missing.earlier?.coverage.cases?.missing).toEqual([{ from: '2012-10-10', to: '2012-10-12' }])
    expect(missing.changes.casesReceived?.change).toBeNull()
    expect(missing.changes.casesReceived?.text).toBe('对比期10月10日至10月12日无数据，不作比较')
    expect(await bw('days', 'list')).toContain('cases\t2012-10-10..2012-10-12\tmissing\t停电')

    await bw('days', 'declare', 'cases', '2012-10', '--complete', '--reason', '已补录')
    expect((await asked()).changes.casesReceived).toEqual(before.changes.casesReceived)
    await bw('days', 'withdraw', id)
    expect(await bw('days', 'list')).not.toContain('停电')
  })
})
