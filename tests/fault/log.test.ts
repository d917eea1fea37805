import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger, LogFile, logPath, openLogFile } from '../../server/operations/log.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-log-'))))
afterEach(async () => rm(folder, { recursive: true, force: true }))

async function until(fits: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await fits()) return
    await new Promise(resolve => setTimeout(resolve, 25))
  }
  throw new Error('did not happen')
}

describe('the log', () => {
  it('is readable by its owner alone', async () => {
    const file = openLogFile(folder)
    createLogger(file).info('started')
    await file.close()
    expect((await stat(logPath(folder))).mode & 0o077).toBe(0)
    expect(await readFile(logPath(folder), 'utf8')).toContain('"msg":"started"')
  })

  it('is rotated by size and keeps few files', async () => {
    const file = openLogFile(folder)
    const line = `${'x'.repeat(1 << 20)}\n`
    for (let megabytes = 0; megabytes < 25; megabytes++) {
      file.write(line)
      await new Promise(resolve => setImmediate(resolve))
    }
    await file.close()
    await until(async () => (await readdir(folder)).filter(name => name.endsWith('.log')).length > 1)
    for (const name of await readdir(folder))
      expect((await stat(path.join(folder, name))).size).toBeLessThan(12 << 20)
  })

  it('that cannot be written ends nothing, and goes on when it can', async () => {
    // A directory in place of the file fails every write, as a full disk does.
    await mkdir(logPath(folder))
    let now = 0
    const real = openLogFile(folder)
    const file = new LogFile(
      () => (real as unknown as { open: () => Writable }).open(),
      () => now,
    )
    const logger = createLogger(file)
    logger.error('first')
    await until(async () => file.failure !== null)
    logger.error('dropped while closed')
    await rm(logPath(folder), { recursive: true })
    now = 60_000
    await until(async () => {
      now += 60_000
      logger.error('after')
      return file.failure === null && (await stat(logPath(folder)).catch(() => null))?.isFile() === true
    })
    await file.close()
    expect(await readFile(logPath(folder), 'utf8')).toContain('after')
  })

  it('survives a stream that fails with ENOSPC in the middle', async () => {
    let full = true
    const lines: string[] = []
    let now = 0
    const file = new LogFile(
      () =>
        new Writable({
          write: (chunk: Uint8Array, _encoding, done) => {
            if (full) return done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }))
            lines.push(String(chunk))
            done()
          },
        }),
      () => now,
    )
    file.write('lost\n')
    await until(async () => file.failure?.message === 'no space left on device')
    full = false
    file.write('still closed\n')
    now = 10_000
    file.write('kept\n')
    await until(async () => file.failure === null)
    expect(lines).toEqual(['kept\n'])
  })
})
