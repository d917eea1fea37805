import process from 'node:process'
import pg from 'pg'
import { joinEmbeddedServer } from '../../server/storage/embedded.ts'

// A process that joins the server of a folder, says where it is, and does what its input says: «leave»,
// or is killed.
const [folder = ''] = process.argv.slice(2)
const server = await joinEmbeddedServer(folder)
const client = new pg.Client({ connectionString: server.url })
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS seen (pid int); ')
await client.query('INSERT INTO seen VALUES ($1)', [process.pid])
await client.end()
process.stdout.write(`${new URL(server.url).port}\n`)
process.stdin.once('data', () => {
  server.release().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
