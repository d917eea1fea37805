import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { Look } from '../../server/intake/propose/look.ts'
import { describe, expect, it } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { quarantinedRows, repairRows } from '../../server/intake/jobs/repair.ts'
import { findingText } from '../../server/intake/propose/finding.ts'
import { piecesIn } from '../../server/intake/rows/pieces.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from '../support/database.ts'
import { addsUp, loadProposed, lookAt, temporaryFile } from '../support/files.ts'
import { addCentre } from '../support/load.ts'

// Reviews, calls to 12345, banners and letters as centres export them: without numbers, and without a
// column that says which of them they are.

const database = useDatabase('empty')
const now = new Date('2026-11-28T10:00:00+08:00')

const fileOf = (text: string) => ({
  file: temporaryFile('export.csv', text),
  target: 'feedback' as const,
  now,
})

async function loaded(centre: string, text: string): Promise<{ seen: Look; result: LoadResult }> {
  await addCentre(database(), centre)
  const seen = await lookAt(database(), centre, fileOf(text))
  const result = await loadProposed(database(), centre, fileOf(text))
  expect(addsUp(result)).toBe(true)
  return { seen, result }
}

async function figure(centre: string, name: string): Promise<number | null> {
  const question = { measures: [name], centres: [centre], period: '2026-10' }
  const { current } = await ask(question, { database: database(), scope: wholeScope, now })
  return figureOf(measureNamed(name), current.overall).value
}

const levelsOf = async (): Promise<Record<string, number>> => {
  const rows = await database().pool.query<{ level: number | null; count: string }>(
    'SELECT "level", count(*) FROM "Feedback" GROUP BY 1',
  )
  return Object.fromEntries(rows.rows.map(({ level, count }) => [String(level), Number(count)]))
}

const about = ({ findings }: Look): string[] => findings.map(finding => finding.about)

const reviews =
  '政务服务好差评明细表（2026年10月）,,,,,\n序号,评价时间,办理部门,窗口,事项名称,评价\n' +
  '1,2026-10-08 09:12:33,市场监管局,A03,设立登记,非常满意\n' +
  '2,2026-10-08 09:15:01,市场监管局,A03,设立登记,满意\n' +
  '3,2026-10-08 10:20:44,公安局,B01,身份证,基本满意\n' +
  '4,2026-10-09 16:00:00,公安局,B01,身份证,非常不满意\n' +
  '5,2026-10-10,人社局,C02,社保卡,不满意\n' +
  '6,2026-10-10,人社局,C02,社保卡,不满意\n' +
  '7,2026-10-10,人社局,C02,社保卡,未评价\n'

describe('reviews without numbers and without a kind', () => {
  it('are read by their words, each row once, and the same file twice changes nothing', async () => {
    const { seen, result } = await loaded('reviews', reviews)
    expect(seen.target).toBe('feedback')
    expect(about(seen)).toEqual(
      expect.arrayContaining(['keyMade', 'constantGuess', 'missingWords', 'reviewsWithoutLevel']),
    )
    expect(seen.mapping?.constants).toEqual({ kind: 'review' })
    expect([result.rows, result.loaded, result.quarantined]).toEqual([7, 7, 0])
    expect(await levelsOf()).toEqual({ 1: 1, 2: 2, 3: 1, 4: 1, 5: 1, null: 1 })
    expect(await figure('reviews', 'reviews')).toBe(6)
    const again = await loadProposed(database(), 'reviews', fileOf(reviews))
    expect([again.loaded, again.unchanged]).toEqual([0, 7])
  })

  it('take 是否满意 for the level, and say so', async () => {
    const text =
      '日期,窗口名称,工作人员,办件编号,是否满意\n2026-10-08,A03,张三,33010001,是\n' +
      '2026-10-08,A03,张三,33010002,否\n2026-10-09,B01,李四,33010003,是\n'
    await loaded('yes-or-no', reviews)
    const seen = await lookAt(database(), 'yes-or-no', fileOf(text))
    const result = await loadProposed(database(), 'yes-or-no', fileOf(text))
    expect(about(seen)).toContain('satisfactionAsLevel')
    expect(seen.mapping?.values.level).toEqual({ 是: '4', 否: '2' })
    expect([result.loaded, await figure('yes-or-no', 'reviews')]).toEqual([3, 9])
  })

  it.each([
    ['锦旗登记.csv', 'banner'],
    ['表扬信（10月）.csv', 'letter'],
    ['12345工单.csv', 'hotline'],
    ['好差评明细.csv', 'review'],
    ['锦旗和感谢信.csv', undefined],
    ['10月.csv', undefined],
  ])('of a file called %s are %s', async (name, kind) => {
    await addCentre(database(), `named-${name}`)
    const asked = { ...fileOf('日期,单位,备注内容\n2026-10-08,公安局,好\n'), name }
    const seen = await lookAt(database(), `named-${name}`, asked)
    expect(seen.mapping?.constants.kind).toBe(kind)
    const said = seen.findings.find(({ about: word }) => word === 'constantGuess')
    expect(said?.details.text).toBe(kind === undefined ? undefined : name)
  })

  it('are guessed from nothing where nothing says it: what to do is said', async () => {
    await addCentre(database(), 'bare')
    const seen = await lookAt(database(), 'bare', fileOf('日期,窗口,备注内容\n2026-10-08,A03,好\n'))
    const missing = seen.findings.find(({ about: name }) => name === 'requiredMissing')
    expect(missing && findingText(missing, 'zh')).toContain('选一个对所有行都成立的固定值')
  })
})

describe('windows of a file that names no unit', () => {
  it('cannot be added to an empty catalogue: said before, and refused', async () => {
    const text = '评价时间,窗口,评价\n2026-10-08,A03,满意\n2026-10-09,A03,满意\n'
    const { seen, result } = await loaded('no-unit', text)
    const said = seen.findings.find(finding => finding.about === 'rowsRefused')
    expect(said?.details).toMatchObject({ column: '窗口', count: 2, why: 'needsUnit' })
    expect(result.problemGroups.map(({ reason, count }) => [reason, count])).toEqual([['needsUnit', 2]])
  })
})

describe('calls to 12345', () => {
  it('keep their numbers; kind, satisfaction and findings are read by their words', async () => {
    const text =
      '12345政务服务热线工单,,,,,,,\n' +
      '工单编号,来电时间,来电人,诉求类型,诉求标题,承办单位,是否属实,满意度\n' +
      'GD01,2026-10-08 09:12:33,王某,咨询,咨询营业执照,市场监管局,属实,满意\n' +
      'GD02,2026-10-08 10:12:33,李某,投诉,投诉态度,公安局,不属实,不满意\n' +
      'GD03,2026-10-08 11:12:33,赵某,求助,求助社保,人社局,,未评价\n'
    const { seen, result } = await loaded('calls', text)
    expect(seen.mapping?.constants).toEqual({ kind: 'hotline' })
    expect(seen.mapping?.rowKey).toBeUndefined()
    expect([result.loaded, await figure('calls', 'hotlineCalls')]).toEqual([3, 3])
    const rows = await database().pool.query(
      `SELECT "feedbackCode", "ticketKind", "upheld", "satisfied" FROM "Feedback"
        WHERE "feedbackCode" LIKE 'GD%' ORDER BY 1`,
    )
    expect(rows.rows).toEqual([
      { feedbackCode: 'GD01', ticketKind: 'consultation', upheld: true, satisfied: true },
      { feedbackCode: 'GD02', ticketKind: 'complaint', upheld: false, satisfied: false },
      { feedbackCode: 'GD03', ticketKind: 'request', upheld: null, satisfied: null },
    ])
  })
})

describe('banners and letters', () => {
  it('are counted as many as a row says: 锦旗2面 is two', async () => {
    const text =
      '锦旗、感谢信登记表,,,,,\n序号,日期,赠送单位（个人）,受赠单位,受赠窗口,形式,事由\n' +
      '1,2026-10-08,群众王某,公安局,A03,锦旗,热情服务\n2,2026-10-12,某公司,公安局,B01,锦旗2面,高效\n' +
      '3,2026-10-15,李女士,人社局,C02,感谢信1封,耐心\n4,2026-10-20,某村委会,人社局,C02,"锦旗一面、感谢信1封",为民\n'
    const { seen, result } = await loaded('both', text)
    expect(seen.mapping?.pieces).toBe('形式')
    expect(about(seen)).toContain('severalPieces')
    expect([result.rows, result.loaded]).toEqual([6, 6])
    expect([await figure('both', 'banners'), await figure('both', 'letters')]).toEqual([4, 2])
    const again = await loadProposed(database(), 'both', fileOf(text))
    expect([again.loaded, again.unchanged]).toEqual([0, 6])
  })

  it('are counted by a column of numbers; a row that gives none is refused and can be repaired', async () => {
    const text =
      '锦旗登记台账,,,,\n时间,赠送人,受赠单位,数量,锦旗内容\n2026年10月8日,王某,市场监管局,1,热情\n' +
      '2026年10月9日,李某,公安局,2面,高效\n2026年10月9日,李某,公安局,,为民\n合计,,,3,\n'
    const { seen, result } = await loaded('numbers', text)
    expect(seen.mapping?.pieces).toBe('数量')
    expect(about(seen)).toContain('rowsRefused')
    expect([result.rows, result.loaded, result.quarantined, result.leftOut]).toEqual([5, 3, 1, 1])
    expect(await figure('numbers', 'banners')).toBe(3)
    const centre = await centresOf(database()).find('numbers')
    const page = { batchId: result.batchId, offset: 0, limit: 10 }
    const [row] = (await quarantinedRows(database(), centre, page)).rows
    const repaired = await repairRows(database(), centre, {
      batchId: result.batchId,
      rows: [{ row: row!.row, cells: row!.cells }],
      byUser: 'test',
      now,
    })
    expect([repaired.loaded, await figure('numbers', 'banners')]).toEqual([1, 4])
  })

  it('are as many as a table counts, one column for each kind; a row of nothing is left out', async () => {
    const text =
      '2026年10月锦旗、感谢信统计表,,,,\n日期,单位,锦旗（面）,感谢信（封）,备注\n2026-10-08,公安局,2,1,\n' +
      '2026-10-09,人社局,0,/,本日无\n2026-10-10,人社局,,3,\n合计,,2,4,\n'
    const { seen, result } = await loaded('wide', text)
    expect(seen.target).toBe('feedback')
    expect(seen.mapping?.kindColumns).toEqual({ '锦旗（面）': 'banner', '感谢信（封）': 'letter' })
    const said = seen.findings.find(finding => finding.about === 'kindColumns')
    expect(said?.details).toMatchObject({ columns: '锦旗（面）、感谢信（封）', rows: 6 })
    expect([result.rows, result.loaded, result.leftOut, result.quarantined]).toEqual([8, 6, 2, 0])
    expect([await figure('wide', 'banners'), await figure('wide', 'letters')]).toEqual([2, 4])
    const again = await loadProposed(database(), 'wide', fileOf(text))
    expect([again.loaded, again.unchanged]).toEqual([0, 6])
  })

  it('are one a row where the kind is given for all rows instead', async () => {
    await addCentre(database(), 'wide-given')
    const text = '日期,单位,锦旗（面）,感谢信（封）\n2026-10-08,公安局,2,1\n2026-10-09,人社局,0,0\n'
    const result = await loadProposed(database(), 'wide-given', {
      ...fileOf(text),
      correct: ({ columns: { kind: _, ...columns }, ...mapping }) => ({
        ...mapping,
        columns,
        constants: { kind: 'banner' },
      }),
    })
    expect([result.loaded, result.leftOut, await figure('wide-given', 'banners')]).toEqual([2, 0, 2])
  })

  it.each([
    ['日期,单位,锦旗（面）,感谢信（封）\n', '2026-10-08,公安局,1000,1000\n'],
    ['日期,单位,形式\n', '2026-10-08,公安局,锦旗1000面\n'],
  ])('beyond any number that can be meant are refused before memory is: %s', async (head, row) => {
    await addCentre(database(), `many-${row.length}`)
    const asked = fileOf(head + row.repeat(300))
    const refused = { name: 'file-too-large' }
    await expect(lookAt(database(), `many-${row.length}`, asked)).rejects.toMatchObject(refused)
  })

  it('that a table counts in a way that cannot be read are refused, and counted once mended', async () => {
    const text =
      '编号,日期,单位,锦旗数,感谢信数\nF1,2026-10-08,公安局,1,1\nF2,2026-10-09,人社局,两三面,0\n' +
      'F3,2026-10-10,人社局,0,1\n'
    const { seen, result } = await loaded('wide-mended', text)
    expect(about(seen)).toEqual(expect.arrayContaining(['kindColumns', 'rowsRefused']))
    expect([result.rows, result.loaded, result.quarantined]).toEqual([4, 3, 1])
    const centre = await centresOf(database()).find('wide-mended')
    const page = { batchId: result.batchId, offset: 0, limit: 10 }
    const [row] = (await quarantinedRows(database(), centre, page)).rows
    const cells = row!.cells.map(cell => (cell === '两三面' ? '3' : cell))
    const rows = [{ row: row!.row, cells }]
    await repairRows(database(), centre, { batchId: result.batchId, rows, byUser: 'test', now })
    expect([await figure('wide-mended', 'banners'), await figure('wide-mended', 'letters')]).toEqual([4, 2])
    const codes = await database().pool.query<{ feedbackCode: string }>(
      `SELECT "feedbackCode" FROM "Feedback" WHERE "feedbackCode" LIKE 'F%' ORDER BY 1`,
    )
    const named = codes.rows.map(one => one.feedbackCode)
    expect(named).toEqual(['F1', 'F1-2', 'F2', 'F2-2', 'F2-3', 'F3'])
  })

  it.each([
    ['锦旗2面', [['锦旗', 2]]],
    ['锦旗', [['锦旗', 1]]],
    [
      '锦旗 2 面，表扬信１封',
      [
        ['锦旗', 2],
        ['表扬信', 1],
      ],
    ],
    ['十二面', [['十二面', 12]]],
    ['3', [['3', 3]]],
  ])('%s is read', (text, pieces) => {
    expect(piecesIn(text)).toEqual(pieces.map(([word, count]) => ({ text: word, count })))
  })

  it.each(['', '0面', '锦旗99999面', '锦旗2面半', '2026-10-08'])('“%s” is no count', text => {
    expect(piecesIn(text)).toBeNull()
  })
})
