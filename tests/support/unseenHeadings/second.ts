import type { UnseenHeadings } from './unseenHeadings.ts'

/**
 * Looked up after the lists had been extended by what the first set showed:
 * 46 of 53 were right at first (87 %).
 */
export const secondUnseen: UnseenHeadings[] = [
  {
    source: 'SpellarBot/open-data-catalog socrata/3c9v-pnva.md (311, abandoned vehicles, Chicago)',
    target: 'cases',
    headings:
      'Creation Date,Status,Completion Date,Service Request Number,Type of Service Request,License Plate,' +
      'Vehicle Make/Model,Vehicle Color,Current Activity,Most Recent Action,' +
      'Street Address,ZIP Code,Ward,Latitude',
    needed: {
      caseNumber: 'Service Request Number',
      receivedAt: 'Creation Date',
      completedAt: 'Completion Date',
      item: 'Type of Service Request',
      outcome: 'Status',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/893e-xam6.md (fire permits, San Francisco)',
    target: 'cases',
    headings:
      'Permit Number,Permit Type,Permit Type Description,Permit Address,Permit Zipcode,' +
      'Battalion,Station Area,' +
      'Permit Application Date,Permit Date Approved,Inspection Number,Expiration Date,' +
      'Permit Status,Inspection Date,' +
      'Hearing Calendar Date,Hearing Status,Permit Fee,Posting Fee,Permit Holder,Tax Class',
    needed: {
      caseNumber: 'Permit Number',
      receivedAt: 'Permit Application Date',
      completedAt: 'Permit Date Approved',
      item: 'Permit Type',
      outcome: 'Permit Status',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/2ix7-8hwk.md (consumer complaints, Oregon)',
    target: 'cases',
    headings:
      'Reference No.,Status,Date Open,Date Closed,Respondent,Address 1,City,State,Zip,Business Type,' +
      'Complaint Description,Closing Description',
    needed: {
      caseNumber: 'Reference No.',
      receivedAt: 'Date Open',
      completedAt: 'Date Closed',
      outcome: 'Status',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/6wtj-zbtb.md (code complaints, Austin)',
    target: 'cases',
    headings:
      'CASE_ID,ADDRESS_LONG,HOUSE_NUMBER,STREET_NAME,CITY,STATE,ZIP_CODE,X,Y,' +
      'OPENED_DATE,CLOSED_DATE,DEPARTMENT,' +
      'CASE_TYPE,DESCRIPTION,CASE_CONTACT,CASE_MANAGER,DATE_UPDATED,LATITUDE,LONGITUDE',
    needed: {
      caseNumber: 'CASE_ID',
      receivedAt: 'OPENED_DATE',
      completedAt: 'CLOSED_DATE',
      unit: 'DEPARTMENT',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/86ax-cfey.md (housing code violations)',
    target: 'cases',
    headings:
      'Case Number,Parcel ID,Location,Location Description,Title,Complaint Violation,' +
      'Open Date,Closed Date,' +
      'Global Entity Name,First Name,Last Name,Inspector First Name,Inspector Last Name',
    needed: { caseNumber: 'Case Number', receivedAt: 'Open Date', completedAt: 'Closed Date' },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/4tjk-62h7.md (completed work orders)',
    target: 'cases',
    headings:
      'Work Order Number,Date Received,Time of Day Received,AM or PM Received,' +
      'DATE COMPLETED,TIME COMPLETED,' +
      'AM PM COMPLETED,WORK DESCRIPTION CODE,WORK DESCRIPTION',
    needed: { caseNumber: 'Work Order Number', receivedAt: 'Date Received', completedAt: 'DATE COMPLETED' },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/47eb-r92t.md (building permits, Seattle)',
    target: 'cases',
    headings:
      'Application/Permit Number,Permit Type,Address,Description,Category,Action Type,' +
      'Work Type,Value,Applicant Name,' +
      'Application Date,Issue Date,Final Date,Expiration Date,Status,Contractor,Master Use Permit,Latitude',
    needed: {
      caseNumber: 'Application/Permit Number',
      item: 'Permit Type',
      receivedAt: 'Application Date',
      outcome: 'Status',
      applicant: 'Applicant Name',
    },
  },
  {
    source: 'an approval system of com.epoint, export of cases by step (receivedate, sparetime, banjiedate)',
    target: 'cases',
    headings: '事项名称,办件编号,部门,申请人,申请时间,受理时间,办理剩余时间,办结时间,办件状态',
    needed: {
      item: '事项名称',
      caseNumber: '办件编号',
      unit: '部门',
      applicant: '申请人',
      receivedAt: '申请时间',
      acceptedAt: '受理时间',
      completedAt: '办结时间',
      outcome: '办件状态',
    },
  },
  {
    source: 'a register of tenders (中标金额 in two currencies), export of a bidding agent',
    target: 'trades',
    headings:
      '序号,子项序号,招标编号,包件号,部门,项目名称,项目单位,招标方式,项目性质,项目类型,资金来源,行业,' +
      '委托金额(万美元),委托金额(万元),公告发布时间,公告媒体,开标日期,中标单位,中标金额(万美元),中标金额(万元),' +
      '中标日期,合同类型,项目负责人,项目状态,项目所在地,备注',
    needed: {
      name: '项目名称',
      method: '招标方式',
      category: '项目类型',
      announcedDay: '公告发布时间',
      openedDay: '开标日期',
      winner: '中标单位',
      award: '中标金额(万元)',
      concludedDay: '中标日期',
    },
  },
  {
    source: 'a ledger of construction tenders (A08), export of a supervision system',
    target: 'trades',
    headings:
      '序号,工程名称,行业类别,备案部门,资金来源,招标人,招标代理单位,招标方式,评标办法,工程规模,预算价(万元),' +
      '招标控制价(万元),与预算价比较,与控制价比较,定额工期,建设工期,开标日期,投标单位个数,中标单位,中标单位业绩,' +
      '项目负责人,评标委员会成员,备注',
    needed: {
      name: '工程名称',
      buyer: '招标人',
      agent: '招标代理单位',
      method: '招标方式',
      base: '招标控制价(万元)',
      openedDay: '开标日期',
      bidders: '投标单位个数',
      winner: '中标单位',
    },
  },
]
