import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadFile } from '../../server/intake/batch/loadFile.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const columns = Object.fromEntries(
  ['caseNumber', 'unit', 'receivedAt', 'acceptedAt', 'completedAt'].map(name => [name, name]),
)

async function loadMonth(month: string, unitCodes: readonly string[], dryRun = false) {
  const rows = unitCodes.map((unit, index) =>
    [`${month}-${index}`, unit, `${month}-03 09:00`, `${month}-03 09:00`, `${month}-05 09:00`].join(','),
  )
  return loadFile(database(), {
    file: temporaryFile('cases.csv', [Object.keys(columns).join(','), ...rows].join('\n')),
    mapping: parseMapping({ target: 'cases', columns }, 'test'),
    centre: await centresOf(database()).find('headlines'),
    limits: defaultLimits,
    fileName: 'cases.csv',
    fileHash: month,
    byUser: 'test',
    now: testNow,
    dryRun,
  })
}

describe('the report of a load', () => {
  it('compares the headline figures with before, and with the batch of its kind before', async () => {
    await addCentre(database(), 'headlines')
    await loadSmallHall(database(), 'headlines')
    const first = await loadMonth('2012-08', ['U1', 'U1', 'U2', 'U2', 'U2'])
    expect(first.report).toMatchObject({
      period: '2012-08',
      months: [{ period: '2012-08', records: 5 }],
      earlier: null,
      missingUnits: [],
    })
    expect((await loadMonth('2012-09', ['U2', 'U2'], true)).report).toBeUndefined()
    const second = await loadMonth('2012-09', ['U2', 'U2'])
    expect(second.report).toMatchObject({
      period: '2012-09',
      earlier: { batch: first.batchId, period: '2012-08' },
      // Unit U1 was in the batch of August and is not in that of September.
      missingUnits: ['工商局'],
    })
    expect(second.report?.figures).toContainEqual({
      measure: 'casesCompleted',
      // Nothing was known of September.
      before: null,
      after: 2,
      usual: 5,
    })
    const more = await loadMonth('2012-09', ['U2', 'U2', 'U1'])
    expect(more.report?.figures).toContainEqual({
      measure: 'casesCompleted',
      before: 2,
      after: 3,
      usual: null,
    })
    const batch = await database().prisma.importBatch.findFirstOrThrow({ where: { id: second.batchId } })
    expect(batch.report).toEqual(second.report)
  })
})
