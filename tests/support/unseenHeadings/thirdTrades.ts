import type { UnseenHeadings } from './unseenHeadings.ts'

/** The files of trades in the third set. */
export const thirdUnseenTrades: UnseenHeadings[] = [
  {
    source:
      'talos/docker4data data/socrata/finances.worldbank.org/major_contract_awards/schema.sql (awards, World Bank)',
    target: 'trades',
    headings:
      'as_of_date,fiscal_year,region,borrower_country,borrower_country_code,project_id,project_name,' +
      'procurement_type,procurement_category,procurement_method,product_line,major_sector,' +
      'wb_contract_number,contract_description,contract_signing_date,supplier,supplier_country,' +
      'supplier_country_code,supplier_contract_amount_usd,borrower_contract_reference_number',
    needed: {
      tradeCode: 'wb_contract_number',
      name: 'contract_description',
      category: 'procurement_category',
      method: 'procurement_method',
      winner: 'supplier',
      award: 'supplier_contract_amount_usd',
    },
  },
  {
    source: 'talos/docker4data data/socrata/data.cityofchicago.org/contracts/schema.sql (contracts, Chicago)',
    target: 'trades',
    headings:
      'purchase_order_description,purchase_order_contract_number,revision_number,specification_number,' +
      'contract_type,start_date,end_date,approval_date,department,vendor_name,vendor_id,address_1,' +
      'address_2,city,state,zip,award_amount,procurement_type',
    needed: {
      tradeCode: 'purchase_order_contract_number',
      name: 'purchase_order_description',
      category: 'contract_type',
      buyer: 'department',
      winner: 'vendor_name',
      award: 'award_amount',
      concludedDay: 'approval_date',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.montgomerycountymd.gov/contracts/schema.sql (contracts, Montgomery County)',
    target: 'trades',
    headings:
      'contractno,solicitationnumber,buyerfirst,buyerlast,buyerphone,buyeremail,buyertitle,contracttype,' +
      'contractdesc,vendor,vendoraddress,vendoraddress2,vendorcity,vendorst,vendorzip,vendorcontact,' +
      'vendoremail,vendorphone,nonprofit,deptname,division,cadmin,cadminphone,cadminemail,execution,' +
      'expiration,extend',
    needed: {
      tradeCode: 'contractno',
      name: 'contractdesc',
      category: 'contracttype',
      winner: 'vendor',
      buyer: 'deptname',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.wa.gov/agency_contract_reporting/schema.sql (contracts, Washington State)',
    target: 'trades',
    headings:
      'agency_name,agency_contract_no,contractor_name,contractor_name_d_b_a_optional,' +
      'purpose_of_the_contract,purpose_of_the_contract_description_optional,' +
      'contract_effective_start_date,contract_effective_end_date,period_of_performance_start_date,' +
      'period_of_performance_end_date,federal_amount,state_amount,other_amount,cost_of_contract,' +
      'explanation_of_costs_optional,procurement_type_competitive_or_non_competitive,' +
      'small_business_status_optional',
    needed: {
      tradeCode: 'agency_contract_no',
      name: 'purpose_of_the_contract',
      buyer: 'agency_name',
      winner: 'contractor_name',
      award: 'cost_of_contract',
      method: 'procurement_type_competitive_or_non_competitive',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/cookcounty.socrata.com/office_of_the_chief_procurement_officer_awarded_contracts/schema.sql (awards, Cook County)',
    target: 'trades',
    headings: 'vendor_number,vendor_name,contract_,amount,description,systemdate,url',
    needed: { tradeCode: 'contract_', name: 'description', winner: 'vendor_name', award: 'amount' },
  },
  {
    source:
      'talos/docker4data data/socrata/data.oregon.gov/contracts_agencies_as_of_june_30_2014/schema.sql (contracts, Oregon)',
    target: 'trades',
    headings:
      'agency_number,agency_name,award_number_w_amendments,award_title,award_type,contractor_information,' +
      'street_address,location_1,zip_code,original_start_date,amendment_date,expiration_date,' +
      'original_award_value,amendment_value,total_award_value_w_amendments',
    needed: {
      tradeCode: 'award_number_w_amendments',
      name: 'award_title',
      category: 'award_type',
      buyer: 'agency_name',
      winner: 'contractor_information',
      award: 'original_award_value',
    },
  },
  {
    source: 'results of a tender site (信息标题 … 采集状态), written by a collector',
    target: 'trades',
    headings:
      '序号,信息id,信息标题,省份,城市,信息类型,中标时间,招标方式,项目编号,招标单位,中标单位,代理机构,' +
      '信息详情,网址,项目预算,资金来源,中标金额,评标办法,业主联系人,业主联系电话,中标单位联系人,' +
      '中标单位联系电话,代理机构联系人,代理机构联系电话,详情页正文全文,结构化字段证据,采集状态,失败原因,' +
      '截止时间,发布日期',
    needed: {
      tradeCode: '项目编号',
      name: '信息标题',
      method: '招标方式',
      buyer: '招标单位',
      winner: '中标单位',
      base: '项目预算',
      award: '中标金额',
      concludedDay: '中标时间',
    },
  },
  {
    source: 'a ledger of procurement (招采执行台账), export of an enterprise',
    target: 'trades',
    headings:
      '编号,项目名称,采购方式,需求类型,三重一大,申请部门,申请人,申请日期,立项审批方式,立项审批日期,' +
      '不含税审定金额(元),采购方式审批,方式审批日期,招标人,招采实施单位,项目实施单位,招标代理,业务代表,' +
      '答疑/质疑,流标,委派业主评委,中标单位,中标法人,中标得分,未中标单位1,未中标法人1,未中1得分,' +
      '未中标单位2,未中标法人2,未中2得分,审批状态',
    needed: {
      tradeCode: '编号',
      name: '项目名称',
      category: '需求类型',
      method: '采购方式',
      base: '不含税审定金额(元)',
      buyer: '招标人',
      winner: '中标单位',
    },
  },
  {
    source: 'a list of tender projects (winningBidder, bidAmount), export to CSV',
    target: 'trades',
    headings:
      '项目标题,发布时间,地区,行业,预算(元),中标金额(元),中标供应商,发布单位,项目类型,招标方式,项目状态',
    needed: {
      name: '项目标题',
      category: '项目类型',
      method: '招标方式',
      base: '预算(元)',
      award: '中标金额(元)',
      winner: '中标供应商',
      buyer: '发布单位',
      outcome: '项目状态',
    },
  },
  {
    source: 'a list of procurement projects (companyName, winningSupplier), export to CSV',
    target: 'trades',
    headings: '项目名称,采购企业,采购方式,预算金额(万元),中标金额(万元),中标供应商,项目状态',
    needed: {
      name: '项目名称',
      buyer: '采购企业',
      method: '采购方式',
      base: '预算金额(万元)',
      award: '中标金额(万元)',
      winner: '中标供应商',
      outcome: '项目状态',
    },
  },
  {
    source: 'result.csv of 中标结果公示, written by a collector',
    target: 'trades',
    headings: '中标通知书发出日期,招标人,中标单位,中标价',
    needed: { concludedDay: '中标通知书发出日期', buyer: '招标人', winner: '中标单位', award: '中标价' },
  },
  {
    source: '中标结果公告.csv of an exchange, written by a collector',
    target: 'trades',
    headings: '标段（包）编号,标段（包）名称,中标单位,项目经理,中标价格,工期（天）',
    needed: { tradeCode: '标段（包）编号', name: '标段（包）名称', winner: '中标单位', award: '中标价格' },
  },
]
