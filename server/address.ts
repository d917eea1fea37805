import type { Config } from './config.ts'

/** The address at which people reach the product: the one they type, or this machine's own. */
export function addressOf(config: Pick<Config, 'signIn' | 'tls' | 'host' | 'port'>): string {
  return config.signIn.publicUrls[0] ?? `${config.tls ? 'https' : 'http'}://${config.host}:${config.port}`
}
