import { expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ledgerFindings } from '../../server/trading/ledgerFindings.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, testNow } from '../support/load.ts'

const database = useDatabase('empty')

it('looks through forty thousand trades, more than a statement has places for values', async () => {
  await addCentre(database(), 'large')
  const codes = Array.from({ length: 40_000 }, (_, index) => `L${index}`)
  await load(
    database(),
    { centre: 'large', target: 'trades' },
    'tradeCode,name,category,base,award,outcome,winner,concludedDay\n' +
      `${codes.map(code => `${code},x,works,100,90,concluded,甲,2012-09-03`).join('\n')}\n`,
  )
  await load(
    database(),
    { centre: 'large', target: 'bids' },
    'tradeCode,bidder,day,amount\nL0,甲,2012-09-03,90\nL0,乙,2012-09-03,90\n',
  )
  const findings = await ledgerFindings(database(), await centresOf(database()).find('large'), {
    period: '2012',
    now: testNow,
    scope: wholeScope,
  })
  expect(findings.trades).toBe(40_000)
  expect(findings.signals.find(signal => signal.id === 'R028')).toMatchObject({
    lookedAt: 1,
    findings: [{ trades: ['L0'] }],
  })
})
