import { Buffer } from 'node:buffer'
import { utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { loadFile } from '../../server/intake/batch/loadFile.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { useDatabase } from '../support/database.ts'
import { temporaryFile } from '../support/files.ts'
import { addCentre, testNow } from '../support/load.ts'

const database = useDatabase('empty')

const rows = 30_000
/**
 * The most rows between two turns in which other requests are served. A chunk is at most 2,000 rows (see
 * chunkSize in batch.ts) and a piece of the archive some hundred; a load that blocks does all in one.
 */
const mostAtOnce = rows / 5

function largeWorkbook(): string {
  const cells = Array.from({ length: rows }, (_, row) => [`K${row}`, `事项 ${row}`, row, '2013-06-03 09:00'])
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 'b', 'c', 'd'], ...cells]), 'Sheet')
  const content = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer
  return temporaryFile('large.xlsx', Buffer.from(content))
}

/**
 * Counts the turns of the event loop, in each of which other requests are served, and the most that was
 * done between two of them.
 */
function turnsWhile(done: () => number): { stop: () => { turns: number; most: number } } {
  let turns = 0
  let most = 0
  let last = 0
  let running = true
  const turn = (): void => {
    turns++
    most = Math.max(most, done() - last)
    last = done()
    if (running) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    stop: () => {
      running = false
      return { turns, most: Math.max(most, done() - last) }
    },
  }
}

describe('a large workbook that is loaded in the server', () => {
  it('lets other requests through between short stretches of rows', async () => {
    await addCentre(database(), 'yields')
    let rowsDone = 0
    const loading = turnsWhile(() => rowsDone)
    const result = await loadFile(database(), {
      file: largeWorkbook(),
      mapping: parseMapping(
        { target: 'cases', format: 'xlsx', columns: { caseNumber: 'a', receivedAt: 'd' } },
        'test',
      ),
      centre: await centresOf(database()).find('yields'),
      limits: defaultLimits,
      fileName: 'large.xlsx',
      fileHash: 'large',
      byUser: 'test',
      now: testNow,
      onProgress: done => {
        rowsDone = done
      },
    })
    const { most } = loading.stop()
    expect(result.loaded).toBe(rows)
    expect(most).toBeLessThanOrEqual(mostAtOnce)
  })

  it('and is read so too', async () => {
    let read = 0
    const { source } = await openSource(largeWorkbook(), { format: 'xlsx' }, defaultLimits)
    const reading = turnsWhile(() => read)
    for await (const { row } of source.records) if (row > 0) read++
    await source.close()
    expect(read).toBe(rows)
    expect(reading.stop().most).toBeLessThanOrEqual(mostAtOnce)
  })
})
