import type { Database } from '../../server/storage/database.ts'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { loadDemo } from '../../prisma/demo/county.ts'
import { connect } from '../../server/storage/database.ts'
import { clusterUrl, dropClusterDatabase, openDistributed } from './cluster.ts'
import { launchNow } from './launchNow.ts'

/** The address of a database on the test server. */
export function testUrl(database: string): string {
  const url = new URL(inject('serverUrl'))
  url.pathname = `/${database}`
  return url.toString()
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** With BW_TEST_CITUS_ALL=1, every test file uses a database on the cluster of BW_TEST_CITUS. */
const onCluster = clusterUrl !== undefined && process.env.BW_TEST_CITUS_ALL === '1'

/** A database of the test file's own, copied from a template and dropped afterwards. */
export function useDatabase(template: 'empty' | 'launch'): () => Database {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  let database: Database | undefined
  beforeAll(async () => {
    if (onCluster) {
      database = await openDistributed(name)
      if (template === 'launch') await loadDemo(database, { now: new Date(launchNow), recent: false })
      return
    }
    // PostgreSQL refuses to copy a template twice at the same time, so copying is retried.
    for (let tries = 0; ; tries++) {
      try {
        await admin(`CREATE DATABASE ${name} TEMPLATE template_${template}`)
        break
      } catch (error) {
        if (tries > 100) throw error
        await new Promise(resolve => setTimeout(resolve, 100))
      }
    }
    database = connect(testUrl(name))
  })
  afterAll(async () => {
    await database?.close()
    if (onCluster) await dropClusterDatabase(name)
    else await admin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  return () => {
    if (!database) throw new Error('the database is only there inside tests')
    return database
  }
}
