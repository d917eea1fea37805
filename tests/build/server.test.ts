import { execFile } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const copy = mkdtempSync(path.join(tmpdir(), 'bw-build-'))
const builds = path.join(copy, 'dist', 'server')

beforeAll(() => {
  for (const name of ['server', 'prisma', 'package.json', 'tsconfig.json'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

async function help(): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(copy, 'server', 'launch.js'), 'bw', '--help'],
    { env: { ...process.env, VITEST: '' } },
  )
  return stdout
}

describe('the launcher', () => {
  it('builds once, again after a change of a source, and removes the oldest builds', async () => {
    const older = ['a', 'b', 'c'].map(name => path.join(builds, name))
    for (const [index, folder] of older.entries()) {
      mkdirSync(folder, { recursive: true })
      utimesSync(folder, new Date(), new Date(Date.UTC(2020, 0, index + 1)))
    }
    const source = path.join(copy, 'server', 'cli', 'verbs', 'index.ts')
    expect(await help()).toContain('npm run bw -- <verb>')
    const after = readdirSync(builds)
    expect(after).toEqual(expect.arrayContaining(['b', 'c']))
    expect(after).toHaveLength(3)
    expect(await help()).toContain('npm run bw -- <verb>')
    expect(readdirSync(builds)).toEqual(after)

    appendFileSync(source, '\nprocess.stdout.write("a later version\\n")\n')
    expect(await help()).toContain('a later version')
    expect(readdirSync(builds)).toHaveLength(3)
    expect(readdirSync(builds)).not.toContain('b')
  })

  it('lets processes that start together build together', async () => {
    rmSync(builds, { recursive: true, force: true })
    const said = await Promise.all([help(), help(), help()])
    expect(said.every(text => text.includes('npm run bw -- <verb>'))).toBe(true)
    expect(readdirSync(builds)).toHaveLength(1)
  })

  it('has a build of every thread', async () => {
    await help()
    const started = readdirSync(path.join(root, 'server'), { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts'))
      .flatMap(file =>
        Array.from(
          readFileSync(path.join(root, 'server', file), 'utf8').matchAll(
            /threadProgram\(new URL\('(\w+)\.ts'/g,
          ),
          match => `${match[1]}.js`,
        ),
      )
    expect(started.length).toBeGreaterThan(2)
    const [build = ''] = readdirSync(builds)
    expect(readdirSync(path.join(builds, build))).toEqual(expect.arrayContaining(started))
  })
})
