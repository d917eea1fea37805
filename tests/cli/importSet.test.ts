import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { runCommand } from '../../server/cli/run.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
const folder = mkdtempSync(path.join(tmpdir(), 'bw-set-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function command(args: string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const spies = [process.stdout, process.stderr].map(stream =>
    vi.spyOn(stream, 'write').mockImplementation(chunk => {
      text += String(chunk)
      return true
    }),
  )
  try {
    const environment = { DATABASE_URL: database().url, BW_DATA: folder, BW_NOW: '2026-11-28T02:00:00Z' }
    return { code: await runCommand(args, { ...process.env, ...environment }), text }
  } finally {
    spies.forEach(spy => spy.mockRestore())
  }
}

const file = path.join(folder, 'thanks.csv')
writeFileSync(file, '编号,日期,事由\nW1,2026-10-08,热情服务\nW2,2026-10-09,高效\n')

const kinds = async (): Promise<unknown[]> => {
  const { rows } = await database().pool.query(
    `SELECT "feedbackCode", "kind" FROM "Feedback" WHERE "feedbackCode" IN ('W1', 'W2') ORDER BY 1`,
  )
  return rows.map(Object.values)
}

describe('bw import --set', () => {
  it('without a kind is refused, and says how to give one', async () => {
    const { code, text } = await command(['import', 'feedback', file])
    expect(code).not.toBe(0)
    expect(text).toContain('--set kind=')
    expect(await kinds()).toEqual([])
  })

  it('refuses a field or a value that does not exist, and loads nothing', async () => {
    expect((await command(['import', 'feedback', file, '--set', 'kind'])).code).toBe(2)
    expect((await command(['import', 'feedback', file, '--set', 'colour=red'])).code).not.toBe(0)
    await command(['import', 'feedback', file, '--set', 'kind=flag'])
    expect(await kinds()).toEqual([])
  })

  it('gives all rows one value', async () => {
    const { code, text } = await command(['import', 'feedback', file, '--set', 'kind=banner'])
    expect(code, text).toBe(0)
    expect(await kinds()).toEqual([
      ['W1', 'banner'],
      ['W2', 'banner'],
    ])
  })
})
