import type { FastifyInstance } from 'fastify'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brightWindow } from '../../server/api/client.ts'
import { useDatabase } from '../support/database.ts'
import { call, fiveQuestions, listen, loadHalls, numbersOf, tokenFor } from './hall.ts'

const database = useDatabase('empty')
const launcher = fileURLToPath(new URL('../../server/launch.js', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'bw-mcp-'))
const tokenFile = path.join(folder, 'token')
let app: FastifyInstance
let address = ''
let token = ''

beforeAll(async () => {
  await loadHalls(database())
  ;({ app, address } = await listen(database()))
  token = await tokenFor(database(), 'desk')
  writeFileSync(tokenFile, `${token}\n`)
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

/** An assistant's program that starts `bw mcp` as its documents say. */
async function started(args: string[], pin?: string): Promise<Client> {
  const client = new Client(
    { name: 'desk', version: '1' },
    pin === undefined ? {} : { versionNegotiation: { mode: { pin } } },
  )
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [launcher, 'bw', 'mcp', ...args],
      env: { PATH: process.env.PATH ?? '', BW_DATA: folder },
      stderr: 'ignore',
    }),
  )
  return client
}

/** What `bw mcp` writes for some lines of input. */
async function spoken(lines: string[], args: string[]): Promise<{ out: string; err: string; code: number }> {
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [launcher, 'bw', 'mcp', ...args],
      { env: { PATH: process.env.PATH ?? '', BW_DATA: folder } },
      (error, out, err) => resolve({ out, err, code: error === null ? 0 : Number(error.code) }),
    )
    child.stdin?.end(lines.map(line => `${line}\n`).join(''))
  })
}

describe('an assistant on the same machine', () => {
  it.each([undefined, '2026-07-28'])(
    'asks five questions and gets the numbers of the screen (%s)',
    async pin => {
      const client = await started(['--address', address, '--token-file', tokenFile], pin)
      expect((await client.listTools()).tools.map(({ name }) => name)).toContain('ask')
      for (const { asked } of fiveQuestions) {
        const screen = await brightWindow({ address, token }).ask({ ...asked, centres: ['hall'] })
        const { isError, found } = await call(client, 'ask', asked)
        expect(isError).toBe(false)
        for (const id of asked.measures) {
          const figure = screen.current.values[id]
          expect(numbersOf(found)[id]).toEqual([figure?.value, figure?.n, figure?.text])
        }
      }
      const unknown = await call(client, '没有这个工具')
      expect(unknown.found.error).toMatchObject({ name: 'not-found' })
      await client.close()
    },
  )

  it('finds the product of its data folder, in its own language', async () => {
    writeFileSync(path.join(folder, 'product.lock'), `${process.pid}\n${address}\n`)
    const client = await started(['--token-file', tokenFile, '--language', 'en'])
    const { found } = await call(client, 'ask', { measures: ['casesReceived'], period: '2012-09' })
    expect(found.sentence).toContain('September 2012')
    await client.close()
  })

  it('reads nothing but messages, whatever happens, and the end of the input ends it', async () => {
    const list = JSON.stringify({ jsonrpc: '2.0', id: 'a', method: 'tools/list' })
    const lines = [list, 'no message', '', '{"jsonrpc":"2.0","method":"notifications/initialized"}']
    const { out, code } = await spoken(lines, ['--address', address, '--token-file', tokenFile])
    const answers = out
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { jsonrpc: string; id: unknown })
    expect(answers.map(({ id }) => id).sort()).toEqual(['a', null])
    expect(answers.every(({ jsonrpc }) => jsonrpc === '2.0')).toBe(true)
    expect(code).toBe(0)
  })

  it('is told by name where the token is refused or the product is away', async () => {
    writeFileSync(path.join(folder, 'wrong'), 'bwp_wrong')
    const list = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' })
    const refused = await spoken([list], ['--address', address, '--token-file', path.join(folder, 'wrong')])
    expect(JSON.parse(refused.out)).toMatchObject({ id: 1, error: { data: { name: 'sign-in-needed' } } })
    const away = await spoken([list], ['--address', 'http://127.0.0.1:9', '--token-file', tokenFile])
    expect(JSON.parse(away.out)).toMatchObject({ id: 1, error: { data: { name: 'product-unreachable' } } })
    expect(away.err).toContain('127.0.0.1:9')
    const none = await spoken([], ['--address', address])
    expect([none.code, none.out]).toEqual([2, ''])
  })
})

/** Every file of the build that a program loads when it starts, with the packages that these name. */
function loadedAtStart(build: string, program: string): { files: Set<string>; packages: Set<string> } {
  const opened = { files: new Set<string>(), packages: new Set<string>() }
  const visit = (file: string): void => {
    if (opened.files.has(file)) return
    opened.files.add(file)
    const text = readFileSync(path.join(build, file), 'utf8')
    for (const [, name = ''] of text.matchAll(/^(?:import |export |\}).*?"([^"]+)";$/gm))
      if (name.startsWith('./')) visit(name.slice(2))
      else opened.packages.add(name)
  }
  visit(program)
  return opened
}

describe('the build', () => {
  it('loads the protocol when an assistant comes, and not before', async () => {
    const env = { PATH: process.env.PATH ?? '', BW_DATA: folder }
    const { stdout } = await promisify(execFile)(process.execPath, [launcher, 'bw', '--help'], { env })
    expect(stdout).toContain('mcp [--address URL]')
    const builds = path.join(path.dirname(launcher), '..', 'dist', 'server')
    const [newest = ''] = readdirSync(builds)
      .filter(name => !name.includes('.'))
      .sort((a, b) => statSync(path.join(builds, b)).mtimeMs - statSync(path.join(builds, a)).mtimeMs)
    const build = path.join(builds, newest)
    const users = readdirSync(build).filter(
      file =>
        file.endsWith('.js') &&
        readFileSync(path.join(build, file), 'utf8').includes('"@modelcontextprotocol/server"'),
    )
    expect(users).toHaveLength(1)
    for (const program of ['main.js', 'bw.js']) {
      const { files, packages } = loadedAtStart(build, program)
      expect(packages.size).toBeGreaterThan(0)
      expect(files.has(users[0] ?? '')).toBe(false)
    }
    expect(loadedAtStart(build, 'main.js').packages).toContain('fastify')
  })
})
