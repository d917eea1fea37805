import type { Product } from '../../server/product.ts'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { startProduct } from '../../server/product.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')
let folder = ''
let product: Product | undefined

/** Makes a certificate for this machine; false where the machine has nothing to make one with. */
function certify(): boolean {
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        '/CN=localhost',
        '-addext',
        'subjectAltName=DNS:localhost,IP:127.0.0.1',
        '-keyout',
        path.join(folder, 'key.pem'),
        '-out',
        path.join(folder, 'cert.pem'),
      ],
      { stdio: 'ignore' },
    )
    return true
  } catch {
    return false
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-tls-'))
})
afterAll(async () => {
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

it('speaks TLS with its own certificate; cookies travel by TLS alone (needs openssl)', async context => {
  if (!certify()) return context.skip()
  const config = readConfig({
    BW_DATA: folder,
    PORT: '0',
    BW_TLS_CERT: path.join(folder, 'cert.pem'),
    BW_TLS_KEY: path.join(folder, 'key.pem'),
    DATABASE_URL: database().url,
    BW_NOW: '2013-06-30T00:00:00Z',
  })
  product = await startProduct(config, { clientFolder: null, say: () => undefined })
  expect(product.address).toMatch(/^https:/)
  const { port } = new URL(product.address)
  const body = JSON.stringify({ role: 'leader' })
  const reply = await new Promise<{ status: number; headers: Record<string, string | string[] | undefined> }>(
    (done, fail) => {
      const call = request(
        {
          host: '127.0.0.1',
          port,
          path: '/auth/sign-in/demo',
          method: 'POST',
          ca: readFileSync(path.join(folder, 'cert.pem')),
          headers: { 'content-type': 'application/json', 'content-length': body.length },
        },
        response => {
          response
            .resume()
            .on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers }))
        },
      )
      call.on('error', fail).end(body)
    },
  )
  expect(reply.status).toBe(200)
  expect(String(reply.headers['set-cookie'])).toMatch(/; Secure/i)
  expect(reply.headers['strict-transport-security']).toContain('max-age')
})

it('a certificate that is not there is named', async () => {
  await expect(
    startProduct(
      readConfig({
        BW_DATA: folder,
        PORT: '0',
        BW_TLS_CERT: '/nowhere/cert.pem',
        BW_TLS_KEY: '/nowhere/key.pem',
        BW_NOW: '2013-06-30T00:00:00Z',
        DATABASE_URL: database().url,
      }),
      { clientFolder: null, say: () => undefined },
    ),
  ).rejects.toMatchObject({ name: 'bad-arguments', details: { argument: 'BW_TLS_CERT' } })
  expect(() => readConfig({ BW_TLS_CERT: 'x' })).toThrow('bad-arguments')
})
