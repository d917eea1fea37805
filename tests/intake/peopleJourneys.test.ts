import { describe, expect, it } from 'vitest'
import { centresOf } from '../../server/centres/centre.ts'
import { undoBatch } from '../../server/intake/batch/undoBatch.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { freshnessOf } from '../../server/query/freshness.ts'
import { useDatabase } from '../support/database.ts'
import { loadProposed, temporaryFile } from '../support/files.ts'
import { addSmallHall, differencesIn } from '../support/halls.ts'
import { addCentre, load, testNow } from '../support/load.ts'

const database = useDatabase('empty')
const centreOf = async (code: string) => centresOf(database()).find(code)
const context = () => ({ database: database(), scope: wholeScope, now: testNow })

describe('people and services', () => {
  it('load with their places; a name stands for a code where only one person has it', async () => {
    await addSmallHall(database(), 'people')
    await load(
      database(),
      { centre: 'people', target: 'staff' },
      'code,name,unit,window,validFrom\nS1,林某,U1,W1,2012-01-01\nS2,叶某,U2,W2,' +
        '2012-01-01\nS3,叶某,U2,W3,2012-01-01\n',
    )
    const result = await loadProposed(database(), 'people', {
      file: temporaryFile(
        'a.csv',
        '姓名,日期,应到,实到,公假\n林某,2012-09-03,2,1,1\n叶某,2012-09-03,2,2,0\nS2,2012-09-03,2,2,' +
          '1\nS3,2012-09-03,2,2,0\n',
      ),
      target: 'attendance',
    })
    expect(result).toMatchObject({ rows: 4, loaded: 2, quarantined: 2 })
    expect(result.problemGroups.map(group => [group.field, group.reason])).toEqual([
      ['staff', 'unknownReference'],
      ['attended', 'more'],
    ])
    const row = await database().prisma.attendance.findFirst({ where: { attendanceCode: '林某@2012-09-03' } })
    expect(row!.unitId).not.toBeNull()
    const targets = await loadProposed(database(), 'people', {
      file: temporaryFile(
        't.csv',
        '指标,窗口,目标值,生效日,失效日\n按时办结率,W1,0.995,2012-01-01,2013-01-01\n没有的指标,,1,2012-01-01,2013-01-01\n',
      ),
      target: 'targets',
    })
    expect(targets).toMatchObject({ loaded: 1, quarantined: 1 })
    expect(await database().prisma.goal.findFirst({ where: { measure: 'onTimeRate' } })).toMatchObject({
      valueMilli: 995n,
      targetCode: 'onTimeRate@W1@2012-01-01..2013-01-01',
    })
    await expect(
      undoBatch(
        database(),
        (await database().prisma.importBatch.findFirst({
          where: { target: 'staff', centreId: (await centreOf('people')).id },
        }))!.id,
        { now: testNow, byUser: 'test' },
      ),
    ).rejects.toThrow('undo-not-exact')
    expect(await differencesIn(database(), 'people')).toEqual([])
  })
})

describe('freshness', () => {
  it('says who has not reported, each by its own rhythm', async () => {
    await addCentre(database(), 'fresh')
    await load(
      database(),
      { centre: 'fresh', target: 'units' },
      'code,name,rhythm,validFrom\nD,日报,daily,2012-01-01\nW,周报,weekly,2012-01-01\nM,' +
        '月报,monthly,2012-01-01\nN,不报,,2012-01-01\nX,缺报,daily,2012-01-01\n',
    )
    // Seen on Wednesday 10 October 2012, two days after the long holiday.
    await load(
      database(),
      { centre: 'fresh', target: 'cases' },
      'caseNumber,unit,receivedAt\n1,D,2012-10-09 09:00\n2,W,2012-10-01 09:00\n3,M,' +
        '2012-09-03 09:00\n4,X,2012-10-08 09:00\n',
    )
    const freshness = await freshnessOf('fresh', { ...context(), now: new Date('2012-10-10T04:00:00Z') })
    expect(freshness.dataUntil).toBe('2012-10-09')
    expect(
      freshness.units.map(unit => [unit.unit.code, unit.reportedUntil, unit.expectedUntil, unit.late]),
    ).toEqual([
      ['D', '2012-10-09', '2012-10-09', false],
      ['M', '2012-09-03', '2012-09-01', false],
      ['W', '2012-10-01', '2012-10-01', false],
      ['X', '2012-10-08', '2012-10-09', true],
    ])
    expect(freshness.late).toBe(1)
  })
})
