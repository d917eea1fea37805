import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { Buffer } from 'node:buffer'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isNamedError } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { loadFile } from '../../server/intake/batch/loadFile.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
/** Every run sees the same rows; another seed sees others. */
let seed = 1
const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
const below = (n: number): number => Math.floor(random() * n)
const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
const two = (n: number): string => String(n).padStart(2, '0')
const day = (): string => `201${below(4)}-${two(1 + below(12))}-${two(1 + below(28))}`

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'brightwindow-fuzz-'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

/** What goes wrong in real files, and what somebody might try. */
const poisons: readonly (() => string)[] = [
  () => '2012-13-40',
  () => '2012-02-30 25:61',
  () => '0000-00-00',
  () => '99999-01-01',
  () => '12/31/2012',
  () => String(9e15),
  () => '-99999999999999999999',
  () => '1e309',
  () => 'NaN',
  () => '🏢🪟👩🏽‍💼',
  () => '\u0000\u0001\u001B[31m',
  () => '\uFEFF\u202E\u200B',
  () => '=HYPERLINK("http://example.invalid","x")',
  () => '@SUM(1)',
  () => `'; DROP TABLE "Case"; --`,
  () => '\\N',
  () => 'a\tb\\nc\r\nd"e""f',
  () => '\uD800',
  () => '..\\..\\..',
  () => '   ',
  () => '是否',
  () => 'supplement 2012-09-03/; hearing /',
  () => 'x'.repeat(below(5000)),
]

const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) || random() < 0.05 ? `"${cell.replaceAll('"', '""')}"` : cell

interface Shape {
  target: TargetName
  headers: string[]
  row: (index: number) => string[]
}

const shapes: Shape[] = [
  {
    target: 'cases',
    headers: [
      'caseNumber',
      'item',
      'itemType',
      'channel',
      'outcome',
      'greenChannel',
      'supplements',
      'applicant',
      'receivedAt',
      'acceptedAt',
      'completedAt',
      'givenCommittedDue',
      'suspensions',
    ],
    row: index => [
      `F${index}`,
      pick(['NOW', 'TEN', 'THIRTY', 'SPECIAL']),
      '',
      pick(['hall', 'online', '']),
      pick(['granted', '']),
      pick(['1', '0', '']),
      pick(['', '0', '2']),
      '某人',
      `${day()} 09:00`,
      `${day()} 09:30`,
      `${day()} 16:00`,
      '',
      pick(['', '', 'supplement 2012-09-03/2012-09-10']),
    ],
  },
  {
    target: 'trades',
    headers: [
      'tradeCode',
      'name',
      'category',
      'method',
      'round',
      'priceForm',
      'base',
      'award',
      'currency',
      'bidders',
      'outcome',
      'buyer',
      'winner',
      'concludedDay',
    ],
    row: index => [
      `T${index}`,
      `项目${index}`,
      pick(['works', 'procurement', 'land']),
      'openTender',
      '1',
      pick(['amount', 'rate']),
      String(1000 + below(9000)),
      `${500 + below(9000)}.5`,
      pick(['CNY', 'USD', 'MNX']),
      '3',
      pick(['concluded', 'tooFewBidders']),
      '某局',
      '某公司',
      day(),
    ],
  },
  {
    target: 'feedback',
    headers: [
      'feedbackCode',
      'kind',
      'subject',
      'window',
      'level',
      'ownReview',
      'giver',
      'summary',
      'givenDay',
      'repliedDay',
    ],
    row: index => [
      `B${index}`,
      pick(['banner', 'letter', 'review', 'hotline']),
      'service',
      pick(['W1', 'W2', '']),
      pick(['', '5', '1']),
      pick(['1', '0']),
      '某人',
      '谢谢',
      day(),
      '',
    ],
  },
]

/** One mutation of a row: a poisoned cell, two cells swapped, a column lost or won, an earlier key again. */
function mutated(cells: string[], index: number): string[] {
  const place = below(cells.length)
  switch (below(8)) {
    case 0:
      return cells.with(place, cells[below(cells.length)]!)
    case 1:
      return cells.toSpliced(place, 1)
    case 2:
      return cells.toSpliced(place, 0, 'surplus')
    case 3:
      return cells.with(0, cells[0]!.replace(/\d+/, String(below(index + 1))))
    case 4:
      return cells.with(place, '')
    default:
      return cells.with(place, pick(poisons)())
  }
}

function* csv(shape: Shape, count: number): Generator<string> {
  yield `${shape.headers.join(',')}\n`
  for (let index = 0; index < count; index++) {
    const cells = random() < 0.6 ? mutated(shape.row(index), index) : shape.row(index)
    // A cell of a megabyte, now and then.
    const large = index % 5003 === 4999 ? cells.with(1, 'M'.repeat(1_000_000)) : cells
    yield `${large.map(quoted).join(',')}\n`
  }
}

async function loadMutated(centre: string, shape: Shape, count: number) {
  const file = path.join(folder, `${shape.target}-${count}.csv`)
  await pipeline(Readable.from(csv(shape, count)), createWriteStream(file))
  const mapping = parseMapping(
    {
      target: shape.target,
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      columns: Object.fromEntries(shape.headers.map(name => [name, name])),
    },
    'fuzz',
  )
  return loadFile(database(), {
    file,
    mapping,
    centre: await centresOf(database()).find(centre),
    limits: defaultLimits,
    fileName: 'fuzz.csv',
    fileHash: 'fuzz',
    byUser: 'fuzz',
    now: testNow,
  })
}

async function clean(centre: string): Promise<void> {
  expect((await verifyCentre(database(), await centresOf(database()).find(centre))).differences).toEqual([])
}

describe('mutated rows', () => {
  it('100,000 and more of them: no crash, each in exactly one place, and everything verifies', async () => {
    await addCentre(database(), 'fuzz')
    await loadSmallHall(database(), 'fuzz')
    let rows = 0
    for (const [shape, count] of [
      [shapes[0]!, 60_000],
      [shapes[1]!, 25_000],
      [shapes[2]!, 20_000],
    ] as const) {
      const first = await loadMutated('fuzz', shape, count)
      expect(addsUp(first), shape.target).toBe(true)
      expect(first.loaded, shape.target).toBeGreaterThan(count / 4)
      expect(first.quarantined, shape.target).toBeGreaterThan(count / 20)
      const kept = await database().prisma.quarantinedRow.count({ where: { batchId: first.batchId } })
      expect(kept, shape.target).toBe(first.quarantined)
      rows += first.rows
    }
    expect(rows).toBeGreaterThanOrEqual(100_000)
    await clean('fuzz')
    // The same keys again, mutated otherwise: corrections by the thousand, and back.
    const again = await loadMutated('fuzz', shapes[0]!, 8_000)
    expect(addsUp(again)).toBe(true)
    expect(again.corrected).toBeGreaterThan(1000)
    await clean('fuzz')
    await undoBatch(database(), again.batchId, { now: testNow, byUser: 'test' })
    await clean('fuzz')
  }, 300_000)

  it('any bytes at all: a look and a load end in rows accounted for, or in a named refusal', async () => {
    await addCentre(database(), 'bytes')
    await loadSmallHall(database(), 'bytes')
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(
        ...[
          'caseNumber,item,receivedAt\n',
          'A,TEN,2012-09-03\n',
          '"',
          '\n',
          '{"caseNumber":"A"}\n',
          '{"ocid":"x","tender":{}}\n',
          '\uFEFF',
          '\u001F\u008B',
          'PK\u0003\u0004',
        ].map(text => new Uint8Array(Buffer.from(text, 'latin1'))),
      ),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async pieces => {
        const file = temporaryFile('any', Buffer.concat(pieces))
        try {
          const seen = await lookAt(database(), 'bytes', { file, target: 'cases' })
          const mapping = parseMapping(
            {
              ...seen.mapping,
              columns: { caseNumber: seen.headers[0]! },
              constants: { receivedAt: '2012-09-03' },
            },
            'any',
          )
          const result = await loadFile(database(), {
            file,
            mapping,
            centre: await centresOf(database()).find('bytes'),
            limits: defaultLimits,
            fileName: 'any',
            fileHash: 'any',
            byUser: 'fuzz',
            now: testNow,
          })
          expect(addsUp(result)).toBe(true)
        } catch (error) {
          if (!isNamedError(error)) throw error
          expect(error.name).toMatch(/^(?:file-|mapping-invalid|column-missing)/)
        }
      }),
      { numRuns: 60, seed: 46 },
    )
    await clean('bytes')
  }, 300_000)
})
