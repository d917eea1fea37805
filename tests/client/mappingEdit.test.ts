import type { Mapping } from '../../client/intake/importing.ts'
import { describe, expect, it } from 'vitest'
import {
  choiceOf,
  join,
  leaveOut,
  listed,
  meaningOf,
  otherUseOf,
  setMeaning,
  setMissing,
  unmetNeeds,
} from '../../client/intake/mappingEdit.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'

const mapping = (more: object = {}): Mapping =>
  structuredClone<Mapping>(
    parseMapping({ target: 'trades', columns: { award: '价', base: '价' }, ...more }, 'test'),
  )

describe('a mapping in the wizard', () => {
  it('gives a text, a blank one too, a code or names it as missing, one or the other', () => {
    const edited = mapping()
    setMeaning(edited, 'outcome', { text: '', code: 'concluded' })
    setMeaning(edited, 'outcome', { text: '在办', code: 'missing' })
    expect(edited.values).toEqual({ outcome: { '': 'concluded' } })
    expect(edited.missing).toEqual({ outcome: ['在办'] })
    expect(meaningOf(edited, 'outcome', '在办')).toBe('missing')
    setMeaning(edited, 'outcome', { text: '在办', code: 'pending' })
    expect(edited.missing).toEqual({})
    expect(meaningOf(edited, 'outcome', '在办')).toBe('pending')
    setMeaning(edited, 'outcome', { text: '在办', code: '' })
    expect(edited.values).toEqual({ outcome: { '': 'concluded' } })
  })

  it('joins columns to one number, each once', () => {
    const edited = mapping({ columns: { tradeCode: '项目编号' } })
    join(edited, 'tradeCode', '标段号')
    join(edited, 'tradeCode', '标段号')
    join(edited, 'tradeCode', '')
    expect(edited.columns.tradeCode).toEqual(['项目编号', '标段号'])
    expect(choiceOf(edited, 'tradeCode')).toBe('joined')
  })

  it('takes lists written with commas of either kind', () => {
    expect(listed('无, /，—,')).toEqual(['无', '/', '—'])
    const edited = mapping()
    setMissing(edited, 'award', listed('无, /'))
    leaveOut(edited, '编号', ['合计', '制表人*'])
    expect(edited).toMatchObject({ missing: { award: ['无', '/'] }, except: { 编号: ['合计', '制表人*'] } })
    leaveOut(edited, '编号', [])
    expect(edited.except).toEqual({})
  })

  it('says which fields are still needed, and which column serves two', () => {
    const needs = [['receivedAt', 'acceptedAt'], ['concludedDay']]
    expect(unmetNeeds(mapping(), needs)).toEqual(needs)
    expect(unmetNeeds(mapping({ columns: { acceptedAt: '受理' } }), needs)).toEqual([['concludedDay']])
    expect(unmetNeeds(mapping({ constants: { concludedDay: '' } }), [['concludedDay']])).toEqual([
      ['concludedDay'],
    ])
    expect(unmetNeeds(mapping({ constants: { outcome: 'pending' } }), needs)).toEqual([])
    expect(otherUseOf(mapping(), 'award')).toBe('base')
    expect(otherUseOf(mapping(), 'outcome')).toBeNull()
  })
})
