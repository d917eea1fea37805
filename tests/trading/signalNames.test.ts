import { describe, expect, it } from 'vitest'
import { signalNames } from '../../server/trading/signalNames.ts'

describe('the names of a signal', () => {
  it('are those of the ledger and of the published list; others have none', () => {
    expect(signalNames('aboveCeiling')?.zh).toMatch(/控制价/)
    expect(signalNames('R024')?.en).toBe('Price close to winning bid')
    expect(signalNames('toString')).toBeUndefined()
  })
})
