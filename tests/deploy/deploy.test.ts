import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { judge } from '../support/auditDependencies.ts'
import { shippedLicences } from '../support/licences.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const settings = Array.from(text('README.md').matchAll(/`([A-Z_]+)`/g), match => match[1])
const lines = (file: string): string[] =>
  text(file)
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))

describe('the systemd unit', () => {
  const documented: Record<string, string[]> = {
    Unit: ['Description', 'After'],
    Service: [
      'Type',
      'User',
      'Group',
      'WorkingDirectory',
      'Environment',
      'EnvironmentFile',
      'ExecStart',
      'Restart',
      'RestartSec',
      'KillMode',
      'TimeoutStopSec',
      'StateDirectory',
      'NoNewPrivileges',
      'PrivateTmp',
      'ProtectSystem',
      'ProtectHome',
      'ReadWritePaths',
      'UMask',
    ],
    Install: ['WantedBy'],
  }

  it('has known keys in known sections, sets known variables and starts what is there', () => {
    let section = ''
    for (const line of lines('docs/deploy/brightwindow.service')) {
      const heading = /^\[(\w+)\]$/.exec(line)
      section = heading?.[1] ?? section
      const [key = '', ...rest] = line.split('=')
      const value = rest.join('=')
      if (!heading) expect(documented[section], line).toContain(key)
      if (key === 'Environment') expect(['NODE_ENV', ...settings], line).toContain(value.split('=')[0])
      if (key === 'ExecStart') expect(existsSync(path.join(root, value.split(' ')[1] ?? '')), line).toBe(true)
    }
    expect(section).toBe('Install')
  })
})

describe('the Dockerfile', () => {
  const instructions = lines('docs/deploy/Dockerfile')

  it('has known instructions, runs as an ordinary user, and sets known variables', () => {
    expect(instructions[0]).toMatch(/^FROM node:2[2-9]/)
    for (const line of instructions)
      expect(
        [
          'FROM',
          'WORKDIR',
          'COPY',
          'RUN',
          'ENV',
          'VOLUME',
          'EXPOSE',
          'USER',
          'STOPSIGNAL',
          'HEALTHCHECK',
          'CMD',
        ],
        line,
      ).toContain(line.split(' ')[0])
    const words =
      instructions
        .find(line => line.startsWith('ENV'))
        ?.split(' ')
        .slice(1) ?? []
    for (const pair of words) expect(['NODE_ENV', ...settings], pair).toContain(pair.split('=')[0])
    expect(instructions).toContain('USER node')
    expect(instructions.findIndex(line => line.startsWith('USER'))).toBeGreaterThan(
      instructions.findIndex(line => line.startsWith('RUN')),
    )
  })

  it('starts what is there, and leaves out what the machine at hand has made', () => {
    const start = JSON.parse(instructions.at(-1)?.slice('CMD '.length) ?? '[]') as string[]
    expect(start[0]).toBe('node')
    expect(existsSync(path.join(root, start[1] ?? ''))).toBe(true)
    expect(lines('.dockerignore')).toEqual(expect.arrayContaining(['node_modules', 'dist', 'data', '.git']))
  })
})

describe('the audit of dependencies', () => {
  const report = (severity: string) =>
    JSON.stringify({ vulnerabilities: { holey: { severity } }, metadata: {} })
  it('tells a grave hole from a small one, and both from a registry that does not say', () => {
    expect(judge(report('critical'))).toEqual({ state: 'vulnerable', says: 'holey' })
    expect(judge(report('low')).state).toBe('clean')
    expect(judge('{"message":"405 Method Not Allowed"}')).toEqual({
      state: 'unknown',
      says: '405 Method Not Allowed',
    })
    expect(judge('').state).toBe('unknown')
  })
})

describe('the licences of what is shipped', () => {
  it('are known for every package, and let the product be passed on', () => {
    const shipped = shippedLicences()
    expect(shipped.length).toBeGreaterThan(100)
    expect(shipped.filter(({ licence }) => licence === null)).toEqual([])
    // A licence that binds what it is linked with, or forbids a use, has to be seen by a person first.
    const bound = /GPL|SSPL|BUSL|Commons|Elastic|CC-BY-N|UNLICENSED|SEE LICENSE/i
    // Where the licence may be chosen, a free one is.
    const choice = /^\(?MIT OR /
    const unseen = shipped.filter(({ licence }) => bound.test(licence ?? '') && !choice.test(licence ?? ''))
    expect(unseen).toEqual([])
  })

  it('stand in a bill of materials, which npm writes only where every package fits the others', () => {
    const command =
      (JSON.parse(text('package.json')) as { scripts: Record<string, string> }).scripts.sbom ?? ''
    const [npm = '', ...args] = command.split(' ')
    const bill = JSON.parse(execFileSync(npm, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })) as {
      bomFormat: string
      components: { name: string }[]
    }
    expect(bill.bomFormat).toBe('CycloneDX')
    expect(new Set(bill.components.map(({ name }) => name))).toContain('fastify')
    expect(bill.components.length).toBeGreaterThan(100)
  })

  it('hold no driver of another database', () => {
    const lock = JSON.parse(text('package-lock.json')) as { packages: Record<string, { name?: string }> }
    const drivers = /\/(?:mysql2?|seq-queue|postgres|mariadb|mssql|tedious|better-sqlite3|mongodb|oracledb)$/
    const found = Object.entries(lock.packages).filter(
      ([place, { name }]) => drivers.test(place) && name !== 'empty-npm-package',
    )
    expect(found.map(([place]) => place)).toEqual([])
  })
})
