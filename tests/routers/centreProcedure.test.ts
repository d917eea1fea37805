import type { Permission } from '../../server/access/permissions.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { appRouter } from '../../server/router.ts'

interface Procedure {
  _def: { inputs: unknown[]; meta?: { permission?: Permission; ofCentre?: boolean } }
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)

/** Fields by which an input may name centres. */
const centreFields = (inputs: readonly unknown[]): string[] =>
  inputs.flatMap(input =>
    input instanceof z.ZodObject ? Object.keys(input.shape).filter(name => /^centres?$/.test(name)) : [],
  )

/** Inputs that name several centres: these procedures check each of them against the scope. */
const checkedElsewhere = ['centres.members', 'centres.allTargets']

describe('a procedure whose input names a centre', () => {
  const naming = procedures.filter(([, { _def }]) => centreFields(_def.inputs).length > 0)

  it.each(naming)('%s checks it against the scope before it runs', (path, { _def }) => {
    if (!checkedElsewhere.includes(path)) expect(_def.meta?.ofCentre).toBe(true)
  })

  it('is found: most procedures name one', () => {
    expect(naming.length).toBeGreaterThan(25)
    expect(checkedElsewhere.filter(path => !naming.some(([name]) => name === path))).toEqual([])
  })
})

describe('an input', () => {
  // Questions are checked where they are answered, so that every caller gets the same errors.
  const parsedLater = ['measures.ask', 'measures.rows']

  it.each(procedures)('%s is parsed by a schema', (path, { _def }) => {
    const functions = _def.inputs.filter(input => typeof input === 'function')
    expect(functions.length).toBe(parsedLater.includes(path) ? 1 : 0)
  })
})
