import process from 'node:process'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { openDatabase } from '../../server/storage/database.ts'
import { loadProposed } from '../support/files.ts'

// A process that loads a file, corrects it, and takes both back, over and over, until it is killed. It
// says each step before it takes it.
const [dataFolder = '', fresh = '', corrections = ''] = process.argv.slice(2)
const now = new Date('2013-06-30T00:00:00Z')
const database = await openDatabase({ databaseUrl: null, dataFolder })
await centresOf(database).find('kill')
const say = (step: string): void => void process.stdout.write(`${step}\n`)
for (;;) {
  const open = await database.prisma.importBatch.findMany({
    where: { target: 'cases', undoneAt: null },
    orderBy: { id: 'desc' },
  })
  for (const { id } of open) {
    say('undo')
    await undoBatch(database, id, { now, byUser: 'test' })
  }
  say('load')
  await loadProposed(database, 'kill', { file: fresh, target: 'cases', now })
  say('correct')
  await loadProposed(database, 'kill', { file: corrections, target: 'cases', now })
}
