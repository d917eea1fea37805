import type { Config } from './config.ts'

/** The address at which people reach the product: the one they type, or this machine's own. */
export function addressOf(config: Pick<Config, 'door' | 'tls' | 'host' | 'port'>): string {
  return config.door.publicUrls[0] ?? `${config.tls ? 'https' : 'http'}://${config.host}:${config.port}`
}
