import type { NamedError } from '../../server/common/errors.ts'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { recordNumber, recordNumberIn } from '../../server/measures/inputs.ts'
import { parseInput } from '../../server/measures/parseInput.ts'

const routers = path.resolve(import.meta.dirname, '../../server/routers')

describe('numbers from the outside', () => {
  it.each([0, -1, 1.5, 2_147_483_648, 1e300, Number.NaN, Number.POSITIVE_INFINITY, '1', null])(
    '%s is the number of no record',
    value => {
      expect(recordNumber.safeParse(value).success).toBe(false)
    },
  )

  it.each(['', ' 1', '1e3', '0x10', '-1', '1.5', '2147483648', '9'.repeat(300), '１', undefined])(
    '%s in an address neither',
    text => {
      expect(recordNumberIn(text)).toBe(0)
    },
  )

  it('are read as they are written', () => {
    expect([recordNumberIn('1'), recordNumberIn('2147483647')]).toEqual([1, 2_147_483_647])
  })

  it('have one type in every procedure, which no number beyond a column passes', () => {
    const others = readdirSync(routers).filter(name =>
      /\bz\.(?:int|number|coerce)\b/.test(readFileSync(path.join(routers, name), 'utf8')),
    )
    expect(others).toEqual([])
  })
})

describe('input that lacks a field', () => {
  it('is refused with the reason alone: there is no value to quote', () => {
    const schema = z.object({ centres: z.array(z.string()) })
    const refusal = (input: unknown): unknown => {
      try {
        return parseInput(schema, input)
      } catch (error) {
        return (error as NamedError).details
      }
    }
    expect(refusal({})).toEqual({
      field: 'centres',
      value: 'Invalid input: expected array, received undefined',
    })
    expect(refusal({ centres: 3 })).toEqual({
      field: 'centres',
      value: '3 (Invalid input: expected array, received number)',
    })
  })
})
