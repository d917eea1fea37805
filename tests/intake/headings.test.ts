import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import { describe, expect, it } from 'vitest'
import { fit, matchHeaders } from '../../server/intake/propose/headers.ts'
import { headingsOf } from '../../server/intake/propose/headings/index.ts'
import { rulesOf } from '../../server/intake/propose/meaning/index.ts'
import { targets } from '../../server/intake/targets/index.ts'

interface RealHeadings {
  /** Where the row of headings is published. */
  source: string
  target: TargetName
  headings: string
  /** The columns that a load needs, by field. */
  columns: Record<string, string>
}

// Rows of headings of public data sets, as programs in public repositories write or read them.
const real: RealHeadings[] = [
  {
    source: 'NYC Open Data, 311 Service Requests (erm2-nwe9)',
    target: 'cases',
    headings:
      'Unique Key,Created Date,Closed Date,Agency,Agency Name,Complaint Type,' +
      'Descriptor,Location Type,Incident Zip,City,Facility Type,Status,Due Date,' +
      'Resolution Description,Resolution Action Updated Date,Community Board,Borough,' +
      'Open Data Channel Type',
    columns: {
      caseNumber: 'Unique Key',
      receivedAt: 'Created Date',
      completedAt: 'Closed Date',
      item: 'Complaint Type',
      outcome: 'Status',
      givenCommittedDue: 'Due Date',
      channel: 'Open Data Channel Type',
    },
  },
  {
    source: 'DataSF, 311 Cases (vw6y-z8j6)',
    target: 'cases',
    headings:
      'service_request_id,requested_datetime,closed_date,updated_datetime,' +
      'status_description,agency_responsible,service_name,service_subtype,' +
      'service_details,address,street,supervisor_district,police_district,lat,long,' +
      'source',
    columns: {
      caseNumber: 'service_request_id',
      receivedAt: 'requested_datetime',
      completedAt: 'closed_date',
      outcome: 'status_description',
      unit: 'agency_responsible',
      item: 'service_name',
      channel: 'source',
    },
  },
  {
    source: 'City of Chicago, 311 Service Requests (v6vf-nfxy)',
    target: 'cases',
    headings:
      'sr_number,sr_type,sr_short_code,owner_department,status,origin,created_date,' +
      'last_modified_date,closed_date,street_address,city,state,zip_code,' +
      'community_area,ward,latitude,longitude',
    columns: {
      caseNumber: 'sr_number',
      item: 'sr_type',
      unit: 'owner_department',
      outcome: 'status',
      channel: 'origin',
      receivedAt: 'created_date',
      completedAt: 'closed_date',
    },
  },
  {
    source: 'City of Chicago, the same, in capitals as its CSV has them',
    target: 'cases',
    headings:
      'SR_NUMBER,SR_TYPE,OWNER_DEPARTMENT,CREATED_DATE,CLOSED_DATE,ZIP,YEAR,' +
      'CREATED_HOUR,CREATED_DAY_OF_WEEK,CREATED_MONTH',
    columns: {
      caseNumber: 'SR_NUMBER',
      item: 'SR_TYPE',
      unit: 'OWNER_DEPARTMENT',
      receivedAt: 'CREATED_DATE',
      completedAt: 'CLOSED_DATE',
    },
  },
  {
    source: 'DataSF, boiler permits',
    target: 'cases',
    headings:
      'permit_number,application_date,street_number,street_name,street_suffix,' +
      'description,status,expiration_date,boiler_type,model,zip_code',
    columns: { caseNumber: 'permit_number', receivedAt: 'application_date', outcome: 'status' },
  },
  {
    source: 'An export of a 12345 hotline',
    target: 'cases',
    headings:
      '诉求编号,诉求标题,诉求内容,一级定性,案件办理状态,诉求性质,办理方式,部门解决情况,办理部门,办结时间,分派时间,诉求人评价时间,满意度,退件次数',
    columns: { outcome: '案件办理状态', unit: '办理部门', completedAt: '办结时间' },
  },
  {
    source: 'A table of approval steps (审批流转表)',
    target: 'cases',
    headings: '受理编号,办件状态值,时间,经办人,经办部门,审批结果,不批准理由',
    columns: { caseNumber: '受理编号', outcome: '审批结果' },
  },
  {
    source: 'Public Procurement Regulatory Authority of Kenya, contracts',
    target: 'trades',
    headings:
      'ocid,procuring_entity,county,procurement_method,award_value,supplier_name,' +
      'award_date,fiscal_year,contract_start,contract_value',
    columns: {
      tradeCode: 'ocid',
      buyer: 'procuring_entity',
      method: 'procurement_method',
      award: 'award_value',
      winner: 'supplier_name',
      concludedDay: 'award_date',
    },
  },
  {
    source: 'Contract awards of SAM.gov and USAspending, as a public dashboard exports them',
    target: 'trades',
    headings:
      'title,agency_name,solicitation_number,naics_code,naics_sector,contract_type,' +
      'set_aside_type,award_date,award_amount,contract_start_date,contract_end_date,' +
      'awardee_name,place_of_performance_city,description,url',
    columns: {
      name: 'title',
      buyer: 'agency_name',
      tradeCode: 'solicitation_number',
      concludedDay: 'award_date',
      award: 'award_amount',
      winner: 'awardee_name',
    },
  },
  {
    source: 'Danish tenders by lot (udbud.dk)',
    target: 'trades',
    headings:
      'tender_id,lot_number,n_lots,n_lots_contracted,n_lot_winners,pub_date,' +
      'award_date,buyer_name,winner_name,winner_cvr,winner_country,n_bids_received',
    columns: {
      tradeCode: 'tender_id',
      announcedDay: 'pub_date',
      concludedDay: 'award_date',
      buyer: 'buyer_name',
      winner: 'winner_name',
      bidders: 'n_bids_received',
    },
  },
  {
    source: 'Bids for materials of a public enterprise (询价)',
    target: 'trades',
    headings: '询价单号,公司名称,采购单位,中标供应商,中标金额,物资名称',
    columns: { buyer: '采购单位', winner: '中标供应商', award: '中标金额' },
  },
]

const proposed = ({ target, headings }: RealHeadings): Record<string, string> =>
  matchHeaders(headings.split(','), targets[target].fields, {
    headings: headingsOf[target] ?? {},
    rules: rulesOf[target] ?? {},
  })

describe('headings that others publish', () => {
  it('are recognised for at least nine of ten columns that a load needs', () => {
    const wrong: string[] = []
    let needed = 0
    for (const row of real) {
      const columns = proposed(row)
      for (const [field, heading] of Object.entries(row.columns)) {
        needed++
        if (columns[field] !== heading)
          wrong.push(`${row.source}: ${field} ${columns[field] ?? '—'} ≠ ${heading}`)
      }
    }
    expect({ share: (needed - wrong.length) / needed, wrong }).toMatchObject({
      share: expect.toSatisfy((share: number) => share >= 0.9) as number,
    })
  })
})

describe('one heading in many forms', () => {
  const field = (name: string) => targets.cases.fields.find(field => field.name === name)!
  const score = (heading: string, name: string): number =>
    fit(heading, field(name), { headings: headingsOf.cases?.[name], rules: rulesOf.cases?.[name] })

  it.each([
    ...['Closed Date', 'closed_date', 'CLOSEDATE', 'closedDate', 'date-closed', 'Date Closed'],
    ...[
      '办结时间',
      '办结日期',
      '办理完成时间',
      '办结日',
      '时间 / 办结时间',
      '办结时间（必填）',
      '【办结时间】',
      '办 结 时 间',
    ],
  ])('%s is the time of completion, and nothing else', heading => {
    expect(score(heading, 'completedAt')).toBeGreaterThanOrEqual(80)
    const others = targets.cases.fields.filter(one => one.name !== 'completedAt')
    for (const other of others)
      expect(score(heading, other.name), other.name).toBeLessThan(score(heading, 'completedAt'))
  })

  it('a heading about something else is none', () => {
    for (const heading of ['备注', 'latitude', '联系电话', 'Ward'])
      for (const one of targets.cases.fields)
        expect(score(heading, one.name), `${heading} ${one.name}`).toBeLessThan(50)
  })

  it.each([
    ['servicerequestnum', 'caseNumber'],
    ['Ticket #', 'caseNumber'],
    ['createddate', 'receivedAt'],
    ['ticket_closed_date_time', 'completedAt'],
    ['statustype', 'outcome'],
  ])('%s without gaps or with signs is %s', (heading, name) => {
    expect(score(heading, name)).toBeGreaterThanOrEqual(52)
  })

  it.each([
    ['contract_type', 'tradeCode'],
    ['tax_amount', 'award'],
    ['vendor_id', 'winner'],
    ['采购方式审批', 'buyer'],
  ])('%s alone does not make %s', (heading, name) => {
    const trade = targets.trades.fields.find(one => one.name === name)!
    expect(
      fit(heading, trade, { headings: headingsOf.trades?.[name], rules: rulesOf.trades?.[name] }),
    ).toBeLessThan(50)
  })
})
