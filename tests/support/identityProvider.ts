import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Buffer } from 'node:buffer'
import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

/** A small OpenID provider with a single client, which signs in `person`. */
export interface IdentityProvider {
  issuer: string
  /** The person who signs in. */
  person: { sub: string; name: string }
  /** True to sign with an unpublished key. */
  forges: boolean
  close: () => Promise<void>
}

const clientId = 'brightwindow'
export const clientSecret = 'a secret between the two'

export async function openProvider(): Promise<IdentityProvider> {
  const [right, wrong] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const published = { ...(await exportJWK(right.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  const codes = new Map<string, { nonce: string | null }>()
  const provider: IdentityProvider = {
    issuer: '',
    person: { sub: 'p-1', name: '李四' },
    forges: false,
    close: async () => undefined,
  }

  async function tokens(body: URLSearchParams): Promise<object> {
    const known = codes.get(body.get('code') ?? '')
    codes.delete(body.get('code') ?? '')
    if (!known) return { error: 'invalid_grant' }
    const token = await new SignJWT({
      ...provider.person,
      ...(known.nonce !== null && { nonce: known.nonce }),
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .setIssuer(provider.issuer)
      .setAudience(clientId)
      .setSubject(provider.person.sub)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(provider.forges ? wrong.privateKey : right.privateKey)
    return { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: token }
  }

  const server: Server = createServer((request, reply) => {
    const url = new URL(request.url ?? '/', provider.issuer)
    const json = (value: object, status = 200): void =>
      void reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (url.pathname === '/.well-known/openid-configuration')
      return json({
        issuer: provider.issuer,
        authorization_endpoint: `${provider.issuer}/authorize`,
        token_endpoint: `${provider.issuer}/token`,
        jwks_uri: `${provider.issuer}/keys`,
        userinfo_endpoint: `${provider.issuer}/me`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (url.pathname === '/keys') return json({ keys: [published] })
    if (url.pathname === '/me') return json(provider.person)
    if (url.pathname === '/authorize') {
      const code = `code-${codes.size}-${Math.random()}`
      codes.set(code, { nonce: url.searchParams.get('nonce') })
      const back = new URL(url.searchParams.get('redirect_uri') ?? '')
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state') ?? '')
      return reply.writeHead(302, { location: back.toString() }).end()
    }
    let body = ''
    request.on('data', chunk => (body += String(chunk)))
    request.on('end', () => {
      const form = new URLSearchParams(body)
      const basic = Buffer.from(
        String(request.headers.authorization ?? '').replace('Basic ', ''),
        'base64',
      ).toString()
      if (!basic.includes(clientSecret) && form.get('client_secret') !== clientSecret)
        return json({ error: 'invalid_client' }, 401)
      tokens(form).then(
        found => json(found, 'error' in found ? 400 : 200),
        () => json({ error: 'server_error' }, 500),
      )
    })
  })
  await new Promise<void>(done => void server.listen(0, '127.0.0.1', done))
  provider.close = async () => new Promise(done => void server.close(() => done()))
  provider.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return provider
}
