import type { UnseenHeadings } from './unseenHeadings.ts'

/** Looked up after the lists of headings had been written: 64 of 79 columns were right at first (81 %). */
export const firstUnseen: UnseenHeadings[] = [
  {
    source: 'SpellarBot/open-data-catalog socrata/7ixm-mnvx.md (311 Citizen Requests, Baton Rouge)',
    target: 'cases',
    headings:
      'SERVICE REQUEST ID,STATUS,CREATE DATE,CLOSE DATE,LAST ACTION DATE,PARENT TYPE,' +
      'TYPE,COMMENTS,STREET NUMBER,' +
      'STREET NAME,FULL ADDRESS,CROSS STREET,CITY,DEPARTMENT,DIVISION,LATITUDE,LONGITUDE,STATUS ID',
    needed: {
      caseNumber: 'SERVICE REQUEST ID',
      receivedAt: 'CREATE DATE',
      completedAt: 'CLOSE DATE',
      item: 'TYPE',
      unit: 'DEPARTMENT',
      outcome: 'STATUS',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/2uz8-3tj3.md (Code Enforcement Case, Los Angeles)',
    target: 'cases',
    headings:
      'Case Number,LADBS Inspection District,Address House Number,Address Street Name,' +
      'Address Zip,Date Case Generated,' +
      'Date Case Closed,Parcel Identification Number (PIN),Case Type,' +
      'Area Planning Commission (APC),Status of Case',
    needed: {
      caseNumber: 'Case Number',
      receivedAt: 'Date Case Generated',
      completedAt: 'Date Case Closed',
      outcome: 'Status of Case',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/72f9-bi28.md (Permits - BLDS, New Orleans)',
    target: 'cases',
    headings:
      'PermitNum,Description,AppliedDate,IssueDate,CompleteDate,StatusCurrent,' +
      'OriginalAddress1,OriginalCity,PermitClass,' +
      'WorkClass,PermitType,PermitTypeDesc,StatusDate,TotalSqFt,Link,EstProjectCost,' +
      'PIN,ContractorCompanyName,ExpiresDate',
    needed: {
      caseNumber: 'PermitNum',
      receivedAt: 'AppliedDate',
      outcome: 'StatusCurrent',
      item: 'PermitType',
    },
  },
  {
    source: 'PostDispatchInteractive/trash-update data-22/csb-6.27.22/2009.csv (service requests, St. Louis)',
    target: 'cases',
    headings:
      'CALLERTYPE,CITY,DATECANCELLED,DATEINVTDONE,DATETIMECLOSED,DATETIMEINIT,' +
      'DESCRIPTION,EXPLANATION,GROUP,' +
      'NEIGHBORHOOD,PRJCOMPLETEDATE,PROBADDRESS,PROBLEMCODE,PROBZIP,REQUESTID,SRX,SRY,STATUS,SUBMITTO,WARD',
    needed: {
      caseNumber: 'REQUESTID',
      receivedAt: 'DATETIMEINIT',
      completedAt: 'DATETIMECLOSED',
      outcome: 'STATUS',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/cfjm-ii27.md (contracts)',
    target: 'trades',
    headings:
      'Project Number,Contract Number,Title,Status,Procurement Type,Award Type,' +
      'Contract Award Date,Contract End Date,' +
      'Contract Amount,Expended Amount YTD,Remaining Balance,Number of Bids,MWBE,' +
      'Vendor Name,Address Line 1,City,State',
    needed: {
      tradeCode: 'Contract Number',
      name: 'Title',
      award: 'Contract Amount',
      concludedDay: 'Contract Award Date',
      bidders: 'Number of Bids',
      winner: 'Vendor Name',
      category: 'Procurement Type',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/7npk-t8dh.md (construction contracts, Oregon)',
    target: 'trades',
    headings:
      'Fiscal Year,Contract_ID,Project_Name,Fed_State_Number,Award_Date,' +
      'Contract_Amount,Vendor_Name,ADDRTYPE',
    needed: {
      tradeCode: 'Contract_ID',
      name: 'Project_Name',
      concludedDay: 'Award_Date',
      award: 'Contract_Amount',
      winner: 'Vendor_Name',
    },
  },
  {
    source: 'SpellarBot/open-data-catalog socrata/ehig-g5x3.md (procurement of authorities, New York)',
    target: 'trades',
    headings:
      'Authority Name,Fiscal Year End Date,Procurements,Vendor Name,Vendor City,' +
      'Vendor State,Vendor Country,' +
      'Procurement Description,Type of Procurement,Award Process,Number of Bids or Proposals Received,' +
      'Vendor is a MWBE,Number of MWBE Proposals,Award Date,Begin Date,End Date,Contract Amount',
    needed: {
      name: 'Procurement Description',
      category: 'Type of Procurement',
      method: 'Award Process',
      bidders: 'Number of Bids or Proposals Received',
      concludedDay: 'Award Date',
      award: 'Contract Amount',
      winner: 'Vendor Name',
    },
  },
  {
    source: 'CityOfPhiladelphia/contracts commodities/data/FY2014Q1.csv',
    target: 'trades',
    headings:
      'Bid_Number,Contract_Number,Contract_Description,Start_Date,End_Date,' +
      'Contract_Type,Vendor_Name,Department_Name,' +
      'Contract_Amount,Total_Contract_Months,Total_Transactions',
    needed: {
      tradeCode: 'Contract_Number',
      name: 'Contract_Description',
      category: 'Contract_Type',
      winner: 'Vendor_Name',
      award: 'Contract_Amount',
    },
  },
  {
    source: 'jliujack/waste-treatment main.py (results of 中国政府采购网)',
    target: 'trades',
    headings: '地区,项目名称,采购单位,中标成交供应商名称,中标日期,中标金额,标题,链接,搜索关键字',
    needed: {
      name: '项目名称',
      buyer: '采购单位',
      winner: '中标成交供应商名称',
      concludedDay: '中标日期',
      award: '中标金额',
    },
  },
  {
    source:
      'zhiyuan3458/ct-tender-front src/pages/tender/bidderprojectinformation/winbidbulletin/tableMix.js',
    target: 'trades',
    headings: '项目名称,项目编号,招标项目名称,招标项目编号,标段名称,标段编号,招标人名称,中标人名称,提交时间',
    needed: { tradeCode: '标段编号', name: '标段名称', buyer: '招标人名称', winner: '中标人名称' },
  },
  {
    source: '373974360/zwfw-ui src/views/work/process/workSupervise.vue',
    target: 'cases',
    headings: '办件序号,办理事项,开始时间,承诺办结时间,超期件,督办件,资料存档状态,申请办理人,企业名称,状态',
    needed: {
      caseNumber: '办件序号',
      item: '办理事项',
      receivedAt: '开始时间',
      givenCommittedDue: '承诺办结时间',
      outcome: '状态',
      applicant: '申请办理人',
    },
  },
  {
    source: 'com.epoint.statistics.action.AuditProjectDisplayAction, export of an approval system',
    target: 'cases',
    headings: '部门名称,窗口名称,事项名称,办件编号,申请时间,办结时间,办结状态,办件来源',
    needed: {
      unit: '部门名称',
      window: '窗口名称',
      item: '事项名称',
      caseNumber: '办件编号',
      receivedAt: '申请时间',
      completedAt: '办结时间',
      outcome: '办结状态',
      channel: '办件来源',
    },
  },
  {
    source: 'the same approval system, export of cases by department (xqouname, acceptuserdate, banjiedate)',
    target: 'cases',
    headings:
      '业务办理部门,事项所属部门,事项名称,办件编号,申请人,申请时间,受理时间,办结剩余时间,办结时间,办件状态',
    needed: {
      unit: '业务办理部门',
      item: '事项名称',
      caseNumber: '办件编号',
      applicant: '申请人',
      receivedAt: '申请时间',
      acceptedAt: '受理时间',
      completedAt: '办结时间',
      outcome: '办件状态',
    },
  },
  {
    source:
      'the same approval system, export of evaluated cases (project_no, accept_department, handle_date)',
    target: 'cases',
    headings:
      '来源,办件编号,受理人,受理所属部门,事项名称,申请人或申请单位,身份证号/统一社会信用代码,受理时间,办结时间,' +
      '创建时间/导入时间,联系人,联系电话,评价时间,评价结果,短信发送状态',
    needed: {
      caseNumber: '办件编号',
      unit: '受理所属部门',
      item: '事项名称',
      acceptedAt: '受理时间',
      completedAt: '办结时间',
      channel: '来源',
    },
  },
]
