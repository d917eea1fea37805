import type { Config } from '../../config.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { secretFrom } from '../../config.ts'
import { serveStdio } from '../../mcp/stdio.ts'

/** The address that the running product has written into its data folder; otherwise the default. */
function ownAddress({ dataFolder, host, port }: Config): string {
  const file = path.join(dataFolder, 'product.lock')
  const [, address = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return address || `http://${host}:${port}`
}

function tokenFrom(file: string | undefined): string {
  const token = secretFrom({ ...process.env, ...(file !== undefined && { BW_TOKEN_FILE: file }) }, 'BW_TOKEN')
  if (!token) throw new NamedError('bad-arguments', { argument: '--token-file, BW_TOKEN', value: '' })
  return token
}

/**
 * bw mcp [--address URL] [--token-file FILE] [--language zh|en]: an assistant by standard input and
 * output.
 */
export async function mcpVerb(args: readonly string[], config: Config): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      'address': { type: 'string', default: process.env.BW_ADDRESS },
      'token-file': { type: 'string' },
      'language': { type: 'string', default: 'zh' },
    },
  })
  const { address = ownAddress(config), language } = values
  if (!URL.canParse(address)) throw new NamedError('bad-arguments', { argument: '--address', value: address })
  if (language !== 'zh' && language !== 'en')
    throw new NamedError('bad-arguments', { argument: '--language', value: language })
  await serveStdio({ address, token: tokenFrom(values['token-file']), language })
  return 0
}
