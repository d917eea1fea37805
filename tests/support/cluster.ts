import type { Database } from '../../server/storage/database.ts'
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { migrate } from '../../prisma/migrate.ts'
import { prepareDatabase } from '../../server/prepare.ts'
import { connect } from '../../server/storage/database.ts'
import { distribute } from '../../server/storage/distribute.ts'

/**
 * The address of a Citus coordinator with registered workers; undefined where no cluster is available.
 * docs/scale.md describes how to prepare one.
 */
export const clusterUrl: string | undefined = process.env.BW_TEST_CITUS

/** Fewer shards than usual: tables are distributed faster, and each node still has several. */
const shards = 4

interface Node {
  host: string
  port: number
}

/** Runs statements one by one, each in a transaction of its own. */
export async function runOn(url: string, ...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const results: pg.QueryResult[] = []
    for (const sql of statements) results.push(await client.query(sql))
    return results
  } finally {
    await client.end()
  }
}

/** The address of a database on a node of the cluster. */
function on(node: Node, name: string): string {
  const url = new URL(clusterUrl ?? '')
  url.hostname = node.host
  url.port = String(node.port)
  url.pathname = `/${name}`
  return url.toString()
}

/** The nodes, the coordinator first. */
export async function clusterNodes(): Promise<Node[]> {
  const [found] = await runOn(
    clusterUrl ?? '',
    'SELECT nodename AS host, nodeport AS port FROM pg_dist_node ORDER BY groupid',
  )
  return (found?.rows ?? []) as Node[]
}

/** Creates a database on each node and registers the workers. Returns its address on the coordinator. */
export async function makeClusterDatabase(name: string): Promise<string> {
  const nodes = await clusterNodes()
  const [coordinator, ...workers] = nodes
  if (!coordinator || workers.length < 2) throw new Error('BW_TEST_CITUS needs a coordinator and two workers')
  for (const node of nodes) {
    await runOn(
      on(node, 'postgres'),
      `SET citus.enable_create_database_propagation = off`,
      `CREATE DATABASE ${name}`,
    )
    await runOn(on(node, name), 'CREATE EXTENSION citus')
  }
  const url = on(coordinator, name)
  await runOn(
    url,
    `ALTER DATABASE ${name} SET citus.shard_count = ${shards}`,
    `SELECT citus_set_coordinator_host('${coordinator.host}', ${coordinator.port})`,
    ...workers.map(({ host, port }) => `SELECT citus_add_node('${host}', ${port})`),
  )
  return url
}

/** Drops a database on each node. */
export async function dropClusterDatabase(name: string): Promise<void> {
  for (const node of await clusterNodes())
    await runOn(on(node, 'postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** Opens a database of the cluster, migrated and distributed over its workers. */
export async function openDistributed(name: string): Promise<Database> {
  const url = await makeClusterDatabase(name)
  await migrate(url)
  const database = connect(url)
  await prepareDatabase(database)
  await distribute(database)
  return database
}

/** A database of the test file's own on the cluster, dropped afterwards. */
export function useCluster(): () => Database {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  let database: Database | undefined
  beforeAll(async () => {
    database = await openDistributed(name)
  })
  afterAll(async () => {
    await database?.close()
    await dropClusterDatabase(name)
  })
  return () => {
    if (!database) throw new Error('the database is only there inside tests')
    return database
  }
}
