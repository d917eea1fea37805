import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { formatReader } from '../../server/intake/rows/timeText.ts'

// A format is text that a user gives, and becomes a pattern that is tried on every cell.

const base = { target: 'cases', columns: { caseNumber: 'a', receivedAt: 'b' } }

describe('a format of times that somebody gives', () => {
  // Taken as regular expressions, the first three backtrack exponentially on these cells.
  it.each([
    ['(a+)+$', `${'a'.repeat(200)}!`],
    ['(.*)*x', 'y'.repeat(200)],
    ['([A-Za-z]+)*1', `${'Z'.repeat(200)}!`],
    ['YYYY.MM', '2012-08'],
    ['[YYYY]', '2'],
    ['YYYY|MM', '2012'],
    ['(?<x>YYYY)', '2012'],
    ['\\d+', '123'],
  ])('is letters and no pattern: %s', (format, text) => {
    expect(formatReader(format)(text)).toBeNull()
  })

  it.each(['YYYYYYYY', 'DDDDDDDDDDDD', 'HH:HH', 'MM/MM/YYYY', `${'DD'.repeat(29)}`])(
    'names no part twice: %s',
    format => {
      expect(() => parseMapping({ ...base, timeFormat: format }, 'given')).toThrow('mapping-invalid')
      expect(() => parseMapping({ ...base, timeFormats: { receivedAt: format } }, 'given')).toThrow(
        'mapping-invalid',
      )
    },
  )

  it('is refused where it is as long as a page', () => {
    expect(() => parseMapping({ ...base, timeFormat: '-'.repeat(61) }, 'given')).toThrow('mapping-invalid')
  })

  it('reads or refuses a million digits or letters, whatever parts stand side by side', () => {
    const parts = fc.shuffledSubarray(['YYYY', 'MMM', 'MM', 'DD', 'HH', 'hh', 'mm', 'ss', 'A'])
    const cells = ['1'.repeat(1 << 20), 'a'.repeat(1 << 20), `${'1'.repeat(40)}x`, `${'pm'.repeat(40)}1`]
    fc.assert(
      fc.property(
        parts,
        fc.constantFrom('', ' ', '-', ' +'),
        fc.constantFrom(...cells),
        (some, sign, cell) => {
          const format = some.join(sign)
          const read = parseMapping(
            { ...base, ...(format !== '' && { timeFormat: format }) },
            'given',
          ).timeFormat
          expect(formatReader(read ?? 'DD')(cell)).toBeNull()
        },
      ),
      { numRuns: 300 },
    )
  })
})
