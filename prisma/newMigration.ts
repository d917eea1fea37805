import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { joinEmbeddedServer } from '../server/storage/embedded.ts'
import { migrationNames, schemaDifference } from './migrate.ts'

// npm run migration -- NAME: writes prisma/migrations/<time>_NAME/migration.sql from the change in
// schema.prisma since the last commit.
const name = process.argv[2]
if (!name || !/^[a-z][a-z0-9_]*$/.test(name))
  throw new Error('usage: npm run migration -- a_name_in_small_letters')

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'migrations')
await mkdir(folder, { recursive: true })
const server = await joinEmbeddedServer(path.join(tmpdir(), `brightwindow-migration-${process.pid}`))
try {
  // The engine's WebAssembly build cannot read a schema from a database, so the committed text is the
  // starting point.
  const earlier =
    (await migrationNames()).length > 0
      ? execFileSync('git', ['show', 'HEAD:prisma/schema.prisma'], { cwd: folder, encoding: 'utf8' })
      : null
  const sql = await schemaDifference(server.url, earlier)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const target = path.join(folder, `${stamp}_${name}`)
  await mkdir(target)
  await writeFile(path.join(target, 'migration.sql'), sql)
  await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  process.stdout.write(`${target}\n`)
} finally {
  await server.release()
}
