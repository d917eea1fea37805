import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { startProduct } from '../../server/product.ts'
import { testConfig } from '../support/access.ts'
import { useDatabase } from '../support/database.ts'
import { launchNow } from '../support/launchNow.ts'

const database = useDatabase('launch')

it('a port that another program has is named, and nothing stays open', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-port-'))
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const config = testConfig(folder, {
    databaseUrl: database().url,
    clock: () => new Date(launchNow),
    port,
  })
  const start = async () => startProduct(config, { clientFolder: null, say: () => undefined })
  try {
    await expect(start()).rejects.toMatchObject({
      name: 'port-taken',
      details: { address: `127.0.0.1:${port}` },
    })
    // The folder is free again: the next start has the port.
    await new Promise(resolve => other.close(resolve))
    await (await start()).stop()
  } finally {
    other.close()
    await rm(folder, { recursive: true, force: true })
  }
})
