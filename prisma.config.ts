import process from 'node:process'
import { defineConfig } from 'prisma/config'

// `prisma generate` insists on a schema-engine binary it never runs. Any existing file satisfies it, so that
// installing works on a network that cannot reach Prisma's download host.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
