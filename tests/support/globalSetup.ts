import type { TestProject } from 'vitest/node'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { loadDemo } from '../../prisma/demo/county.ts'
import { migrate } from '../../prisma/migrate.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { connect } from '../../server/storage/database.ts'
import { joinEmbeddedServer } from '../../server/storage/embedded.ts'
import { launchNow } from './launchNow.ts'
import { runFolder } from './temporaryFolder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string
  }
}

function urlOf(server: string, database: string): string {
  const url = new URL(server)
  url.pathname = `/${database}`
  return url.toString()
}

async function makeTemplates(server: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  for (const name of ['template_empty', 'template_launch', 'examples']) {
    await admin.query(`CREATE DATABASE ${name}${name === 'template_empty' ? '' : ' TEMPLATE template_empty'}`)
    if (name === 'template_empty') {
      await migrate(urlOf(server, name))
      const database = connect(urlOf(server, name))
      await prepareDatabase(database)
      await database.close()
    }
    if (name === 'template_launch') {
      const database = connect(urlOf(server, name))
      await loadDemo(database, { now: new Date(launchNow), recent: false })
      await database.close()
    }
  }
  await admin.end()
}

/** Starts one PostgreSQL server for the whole run, with templates that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-tests-'))
  const server = await joinEmbeddedServer(folder)
  await makeTemplates(server.url)
  const files = path.join(folder, 'files')
  await mkdir(files)
  process.env[runFolder] = files
  project.provide('serverUrl', server.url)
  return async () => {
    await server.release()
    await rm(folder, { recursive: true, force: true })
  }
}
