import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, it } from 'vitest'
import { propose } from '../../server/intake/propose/propose.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { openSource } from '../../server/intake/read/open.ts'
import { targets } from '../../server/intake/targets/index.ts'
import { hasSharedData, sharedData } from '../support/files.ts'

// Real public files with their rows; what a load needs of each was written down by hand.
if (!hasSharedData) process.stdout.write('skipped: shared data not present\n')

const files: { file: string; target: TargetName; needed: Record<string, string> }[] = [
  {
    file: 'baltimore311/311_sample.csv',
    target: 'cases',
    needed: {
      caseNumber: 'SRRecordID',
      item: 'SRType',
      channel: 'MethodReceived',
      receivedAt: 'CreatedDate',
      completedAt: 'CloseDate',
      givenCommittedDue: 'DueDate',
      unit: 'Agency',
    },
  },
  {
    file: 'boston311/boston311_2015H1.csv.gz',
    target: 'cases',
    needed: {
      caseNumber: 'CASE_ENQUIRY_ID',
      receivedAt: 'OPEN_DT',
      completedAt: 'CLOSED_DT',
      givenCommittedDue: 'TARGET_DT',
      unit: 'SUBJECT',
      channel: 'Source',
      outcome: 'CASE_STATUS',
    },
  },
  {
    file: 'permits_nl/receipt_cases.csv',
    target: 'cases',
    needed: {
      caseNumber: 'case_id',
      channel: 'channel',
      unit: 'department',
      receivedAt: 'startdate',
      completedAt: 'enddate',
      givenCommittedDue: 'enddate_planned',
      givenStatutoryDue: 'deadline',
    },
  },
  {
    file: 'trading_lishui/丽水市开标记录2009-2023_utf8.csv',
    target: 'trades',
    needed: {
      name: '项目名称',
      method: '招标方式',
      base: 'zbkzj',
      bidders: '投标单位数量',
      openedDay: '开标时间',
    },
  },
  {
    file: 'auctions_tsuchiura/tsuchiura_bids.csv.gz',
    target: 'trades',
    needed: {
      tradeCode: 'pid',
      name: 'projecttitle',
      base: 'reserveprice',
      award: 'bid',
      bidders: 'num_bidders',
      concludedDay: 'date',
    },
  },
  {
    file: 'items_guangan/items_1135.csv',
    target: 'items',
    needed: { code: 'itemCode', name: 'name', unit: 'department' },
  },
  {
    file: 'feedback_messages/附件4.xlsx',
    target: 'feedback',
    needed: { feedbackCode: '留言编号', giver: '留言用户', givenDay: '留言时间', repliedDay: '答复时间' },
  },
]

const looked = 300

async function wrongOf({ file, target, needed }: (typeof files)[number]): Promise<string[]> {
  const { source } = await openSource(path.join(sharedData, file), {}, defaultLimits)
  const rows: string[][] = []
  try {
    for await (const { cells } of source.records) if (rows.push(cells) === looked) break
  } finally {
    await source.close()
  }
  const { columns } = propose(
    targets[target],
    { headers: source.headers, rows },
    { earlier: null, members: { has: () => true, any: () => true } },
  ).mapping
  return Object.entries(needed)
    .filter(([field, heading]) => columns[field] !== heading)
    .map(([field, heading]) => `${file}: ${field} ${String(columns[field] ?? '—')} ≠ ${heading}`)
}

describe.skipIf(!hasSharedData)('real public files', () => {
  it('have at least nine of ten needed columns proposed right', async () => {
    const wrong: string[] = []
    for (const file of files) wrong.push(...(await wrongOf(file)))
    const all = files.reduce((sum, { needed }) => sum + Object.keys(needed).length, 0)
    process.stdout.write(`real files: ${all - wrong.length} of ${all} needed columns right\n`)
    expect((all - wrong.length) / all, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  })
})
