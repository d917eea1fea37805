import type { Reading } from '#measures'
import { describe, expect, it } from 'vitest'
import { lackOf, omittedIn } from '../../client/briefing/omitted.ts'

const reading = (more: Partial<Reading>): Reading => ({
  value: null,
  numerator: null,
  n: null,
  coverage: null,
  text: '',
  earlier: null,
  from: '2026-10-01',
  to: '2026-10-31',
  against: null,
  definition: '',
  fingerprint: '',
  ...more,
})
const words = { nobody: '没有这样的单位', other: '没有数据' }
const unknown = reading({ whyNot: { reason: 'nowUnknown', until: '2026-09-30', since: null } })
const nobody = reading({ value: 0 })

describe('a number that is not printed', () => {
  it('says what it lacks, or that there is nobody to name', () => {
    const lack = (one: Reading, shows: 'value' | 'without') =>
      lackOf(one, { ref: { shows }, language: 'zh', words })
    expect(lack(unknown, 'value')).toContain('9月30日')
    expect(lack(nobody, 'without')).toBe('没有这样的单位')
    expect(lack(reading({}), 'value')).toBe('没有数据')
    expect(lack(reading({ text: '12件' }), 'value')).toBe('')
  })

  it('is counted, whatever the reason, and each reason is said once', () => {
    const figures = {
      '["examPassRate","2026-10","none",[],"value","plain"]': unknown,
      '["casesAccepted","2026-10","none",[],"without","plain"]': nobody,
      '["casesCompleted","2026-10","none",[],"without","plain"]': nobody,
      '["casesReceived","2026-10","none",[],"value","plain"]': reading({ text: '12件' }),
    }
    const { count, empty, why } = omittedIn({ figures, series: {} }, { language: 'zh', words })
    expect(count).toBe(3)
    // The check before signing counts only these as empty.
    expect(empty).toBe(1)
    expect(why.map(cause => cause.count)).toEqual([2, 1])
    expect(why[0]?.reason).toBe('没有这样的单位')
    expect(why[1]?.reason).toContain('9月30日')
  })
})
