import path from 'node:path'
import process from 'node:process'
import { centresOf } from '../../server/centres/centre.ts'
import { loadFile } from '../../server/intake/batch/loadFile.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { openDatabase } from '../../server/storage/database.ts'

// Loads one file of cases in a process of its own, so that its time and its memory are the load's
// alone; prints what it measured.
const [dataFolder = '', file = ''] = process.argv.slice(2)
const database = await openDatabase({ databaseUrl: process.env.DATABASE_URL || null, dataFolder })
const { source } = await openSource(file, {}, defaultLimits)
await source.close()
// A product at work knows its centre.
const centre = await centresOf(database).find('pinghe')
const started = performance.now()
const result = await loadFile(database, {
  file,
  mapping: plainMapping('cases', source.headers, targets.cases.fields),
  centre,
  limits: defaultLimits,
  fileName: path.basename(file),
  fileHash: 'bench',
  byUser: 'bench',
  now: new Date(),
})
const taken = (performance.now() - started) / 1000
await database.close()
process.stdout.write(
  JSON.stringify({ ...result, taken, peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024) }),
  () => process.exit(0),
)
