import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { joinEmbeddedServer } from '../server/storage/embedded.ts'
import { migrate, migrationNames, schemaDifference } from './migrate.ts'

// npm run migration -- NAME: writes prisma/migrations/<time>_NAME/migration.sql from the change in schema.prisma.
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
  throw new Error('usage: npm run migration -- a_name_in_small_letters')

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')
await mkdir(folder, { recursive: true })
const server = await joinEmbeddedServer(path.join(tmpdir(), `brightwindow-migration-${process.pid}`))
try {
  if ((await migrationNames()).length > 0)
    await migrate(server.url)
  const sql = await schemaDifference(server.url)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join(folder, `${stamp}_${name}`)
  await mkdir(target)
  await writeFile(path.join(target, 'migration.sql'), sql)
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  process.stdout.write(`${target}\n`)
}
finally {
  await server.release()
}
