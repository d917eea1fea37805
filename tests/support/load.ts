import type { LoadResult } from '../../server/intake/batch/loadBatch.ts'
import type { MappingInput } from '../../server/intake/rows/mapping.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import type { Database } from '../../server/storage/database.ts'
import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import { centresOf } from '../../server/centres/centre.ts'
import { loadBatch } from '../../server/intake/batch/loadBatch.ts'
import { streamed } from '../../server/intake/read/bytes.ts'
import { openCsv } from '../../server/intake/read/csv.ts'
import { parseMapping, plainMapping } from '../../server/intake/rows/mapping.ts'
import { targets } from '../../server/intake/targets/index.ts'

export const testNow = new Date('2013-06-30T00:00:00Z')

/**
 * Adds a centre with the national calendar and the hours 8:00–12:00 and 14:30–17:30, or in another zone
 * without a calendar.
 */
export async function addCentre(
  { prisma }: Database,
  code: string,
  options: { timeZone?: string; calendar?: string | null; openedOn?: string } = {},
): Promise<void> {
  const { timeZone = 'Asia/Shanghai', calendar = 'cn', openedOn } = options
  await prisma.centre.create({
    data: {
      code,
      name: code,
      nameEn: code,
      timeZone,
      calendar,
      ...(openedOn !== undefined && { openedOn: new Date(openedOn) }),
      timetables: {
        create: {
          validFrom: new Date('2000-01-01'),
          morningStart: 480,
          morningEnd: 720,
          afternoonStart: 870,
          afternoonEnd: 1050,
        },
      },
    },
  })
}

/** Loads CSV text through the product's intake. */
export async function load(
  database: Database,
  at: {
    centre: string
    target: TargetName
    mapping?: Omit<MappingInput, 'target'>
    now?: Date
    demo?: boolean
    dryRun?: boolean
    workerFromRows?: number
  },
  csv: string,
): Promise<LoadResult> {
  const centre = await centresOf(database).find(at.centre)
  const source = await openCsv(streamed(Readable.from([Buffer.from(csv)])), {
    encoding: 'utf-8',
    delimiter: ',',
  })
  const mapping = at.mapping
    ? parseMapping({ target: at.target, ...at.mapping }, 'test')
    : plainMapping(at.target, source.headers, targets[at.target].fields)
  return loadBatch(database, {
    source,
    mapping,
    centre,
    fileName: 'test.csv',
    fileHash: 'test',
    byUser: 'test',
    now: at.now ?? testNow,
    demo: at.demo ?? false,
    dryRun: at.dryRun ?? false,
    ...(at.workerFromRows !== undefined && { workerFromRows: at.workerFromRows }),
  })
}

/**
 * Loads a small hall: two units, three windows, an instant item, one of 10 → 6 working days, one of 30 → 18,
 * and a special one. All of them exist from `since` on.
 */
export async function loadSmallHall(database: Database, centre: string, since = '2012-01-01'): Promise<void> {
  const files: [TargetName, string][] = [
    ['units', 'code,name,validFrom\nU1,工商局,2012-01-01\nU2,交管大队,2012-01-01\n'],
    [
      'windows',
      'code,name,unit,validFrom\nW1,工商窗口,U1,2012-01-01\nW2,挂牌窗口,U2,2012-01-01\nW3,驾照窗口,U2,2012-01-01\n',
    ],
    [
      'items',
      [
        'item,name,unit,window,type,statutoryLimit,committedLimit,instantCapable,validFrom,validTo',
        'NOW,即办事项,U1,W1,instant,,0,1,2012-01-01,',
        'TEN,十日事项,U2,W2,committed,10,6,1,2012-01-01,',
        'THIRTY,三十日事项,U2,W3,committed,30,18,0,2012-01-01,',
        'SPECIAL,特殊事项,U2,W3,special,,,0,2012-01-01,',
      ].join('\n'),
    ],
  ]
  for (const [target, csv] of files)
    await load(database, { centre, target }, csv.replaceAll('2012-01-01', since))
}
