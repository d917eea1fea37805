import type { LoadResult } from '../../server/intake/batch/loadBatch.ts'
import type { WorkerInput } from '../../server/intake/worker/messages.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { LoadWorkerLink } from '../../server/intake/worker/workerLink.ts'
import { useDatabase } from '../support/database.ts'
import { addCentre, load, loadSmallHall, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const header = 'caseNumber,item,window,channel,applicant,acceptedAt,completedAt\n'
const itemCodes = ['NOW', 'TEN', 'THIRTY', 'SPECIAL']
const day = (place: number, after = 0): string =>
  new Date(Date.UTC(2012, 6, 1 + (place % 150) + after)).toISOString().slice(0, 10)
/** A case; most are right, some cannot be loaded, each 97th has a number that an earlier one has. */
function line(place: number): string {
  const number = place % 97 === 96 ? place - 13 : place % 1501 === 1500 ? place - 1400 : place
  const item = place % 53 === 52 ? 'NOPE' : (itemCodes[place % 4] ?? '')
  const completed =
    place % 71 === 70 ? '2012-13-40' : place % 6 === 0 ? '' : `${day(number, number % 17)} 16:00`
  return (
    `C${number},${item},${place % 5 === 0 ? 'W1' : ''},` +
    `${place % 3 === 0 ? 'online' : ''},林某${place % 10},${day(number)} 10:00,` +
    `${completed}`
  )
}
const lines = (from: number, to: number, of = line): string =>
  Array.from({ length: to - from }, (_, place) => of(from + place)).join('\n')

let serial = 0
let halls: { alone: string; helped: string }
beforeEach(async () => {
  halls = { alone: `alone-${++serial}`, helped: `helped-${serial}` }
  for (const hall of Object.values(halls)) {
    await addCentre(database(), hall)
    await loadSmallHall(database(), hall)
  }
})

const stage = 'load worker: reading, working out, counting'
const counts = ({
  rows,
  loaded,
  unchanged,
  corrected,
  quarantined,
  leftOut,
  problems,
  problemGroups,
  warnings,
}: LoadResult): object => ({
  rows,
  loaded,
  unchanged,
  corrected,
  quarantined,
  leftOut,
  problems,
  problemGroups,
  warnings,
})

/** The same file in both halls, in one of them with a load worker from the start. */
async function loadBoth(
  csv: string,
  more: { dryRun?: boolean } = {},
): Promise<{ alone: LoadResult; helped: LoadResult }> {
  const alone = await load(database(), { centre: halls.alone, target: 'cases', ...more }, csv)
  const helped = await load(
    database(),
    { centre: halls.helped, target: 'cases', workerFromRows: 0, ...more },
    csv,
  )
  expect(Object.keys(alone.seconds)).not.toContain(stage)
  expect(Object.keys(helped.seconds)).toContain(stage)
  return { alone, helped }
}

/** All rows of a hall but for what differs between two halls by nature. */
async function storedIn(code: string): Promise<{ cases: object[]; kept: object[] }> {
  const { prisma } = database()
  const centre = await centresOf(database()).find(code)
  const where = { centreId: centre.id }
  const codes = async (
    members: Promise<{ id: number; code: string }[]>,
  ): Promise<Map<number | null, string>> => new Map((await members).map(member => [member.id, member.code]))
  const [units, windows, items] = [
    await codes(prisma.unit.findMany({ where })),
    await codes(prisma.window.findMany({ where })),
    await codes(prisma.item.findMany({ where })),
  ]
  const cases = await prisma.case.findMany({ where, orderBy: { caseNumber: 'asc' } })
  const kept = await prisma.quarantinedRow.findMany({ where, orderBy: [{ batchId: 'asc' }, { row: 'asc' }] })
  return {
    cases: cases.map(({ id, centreId, batchId, itemVersionId, unitId, windowId, itemId, ...row }) => ({
      ...row,
      unit: units.get(unitId),
      window: windows.get(windowId),
      item: items.get(itemId),
    })),
    kept: kept.map(({ row, field, value, reason, raw }) => ({ row, field, value, reason, raw })),
  }
}

async function expectTheSame(): Promise<void> {
  expect(await storedIn(halls.helped)).toEqual(await storedIn(halls.alone))
  expect(
    (await verifyCentre(database(), await centresOf(database()).find(halls.helped))).differences,
  ).toEqual([])
}

describe('a load worker', () => {
  it('loads the first file of a hall as the batch does: rows, refusals, repeats, rollups', async () => {
    const { alone, helped } = await loadBoth(header + lines(0, 5200))
    expect(counts(helped)).toEqual(counts(alone))
    expect(alone.loaded).toBeGreaterThan(4800)
    expect(alone.quarantined).toBeGreaterThan(120)
    await expectTheSame()
  })

  it('loads more new rows beside what is there', async () => {
    await loadBoth(header + lines(0, 3000))
    const { alone, helped } = await loadBoth(header + lines(3000, 6200))
    expect(counts(helped)).toEqual(counts(alone))
    await expectTheSame()
  })

  it('hands over to the batch where rows exist: corrections, repeats, new rows, undo', async () => {
    await loadBoth(header + lines(0, 3000))
    const changed = (place: number): string => line(place).replace('林某', place < 2600 ? '林某' : '陈某')
    const { alone, helped } = await loadBoth(
      header + lines(2500, 9000, place => (place < 5000 ? line(place + 1000) : changed(place - 2500))),
    )
    expect(counts(helped)).toEqual(counts(alone))
    expect(alone.corrected).toBeGreaterThan(100)
    expect(alone.unchanged).toBeGreaterThan(50)
    await expectTheSame()
    for (const { batchId } of [alone, helped])
      await undoBatch(database(), batchId, { now: testNow, byUser: 'test' })
    await expectTheSame()
  })

  it('helps with a check, which writes nothing', async () => {
    const { alone, helped } = await loadBoth(header + lines(0, 3200), { dryRun: true })
    expect(counts(helped)).toEqual(counts(alone))
    expect((await storedIn(halls.helped)).cases).toEqual([])
  })

  it('that does not start is not missed, and one that has ended says so', async () => {
    const thread = new LoadWorkerLink({ mapping: { target: 'cases' } } as unknown as WorkerInput)
    expect(await thread.started).toBe(false)
    expect(thread.ready).toBe(false)
    await expect(thread.workOut([])).rejects.toThrow()
    await thread.end()
  })
})
