import type { UnseenHeadings } from './unseenHeadings.ts'

/** The files of cases in the third set. */
export const thirdUnseenCases: UnseenHeadings[] = [
  {
    source:
      'talos/docker4data data/socrata/data.sfgov.org/case_data_from_san_francisco_311_sf311_/schema.sql (311, San Francisco)',
    target: 'cases',
    headings:
      'case_id,opened,closed,updated,status,responsible_agency,category,request_type,request_details,' +
      'address,supervisor_district,neighborhood,point,source,media_url',
    needed: {
      caseNumber: 'case_id',
      receivedAt: 'opened',
      completedAt: 'closed',
      unit: 'responsible_agency',
      item: 'request_type',
      outcome: 'status',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.baltimorecity.gov/311_customer_service_requests/schema.sql (311, Baltimore)',
    target: 'cases',
    headings:
      'servicerequestnum,code,codedescription,neighborhood,address,city,state,zip,methodreceived,' +
      'createddate,duedate,statusdate,status,activity,outcome,updateddate',
    needed: {
      caseNumber: 'servicerequestnum',
      item: 'codedescription',
      receivedAt: 'createddate',
      givenCommittedDue: 'duedate',
    },
  },
  {
    source: 'talos/docker4data data/socrata/data.edmonton.ca/311_explorer/schema.sql (311, Edmonton)',
    target: 'cases',
    headings:
      'ticket_id,ticket_created_date_time,ticket_closed_date_time,ticket_status,status_detail,issue_type,' +
      'issue_description,agency_responsible,display_name,community_league,neighborhood_district,' +
      'street_address,lat,long,location,ticket_source,calendar_year,count,posse_number,transit_ref_number',
    needed: {
      caseNumber: 'ticket_id',
      receivedAt: 'ticket_created_date_time',
      completedAt: 'ticket_closed_date_time',
      outcome: 'ticket_status',
      item: 'issue_type',
      unit: 'agency_responsible',
    },
  },
  {
    source: 'talos/docker4data data/socrata/data.austintexas.gov/311_unified_data/schema.sql (311, Austin)',
    target: 'cases',
    headings:
      'sr_number,sr_type_code,sr_type_desc,sr_department_desc,sr_method_received_desc,sr_status_desc,' +
      'sr_status_date,sr_created_date,sr_updated_date,sr_closed_date,sr_location,' +
      'sr_location_street_number,sr_location_street_name,sr_location_city,sr_location_zip_code,' +
      'sr_location_county,sr_location_x,sr_location_y,sr_location_lat,sr_location_long,' +
      'sr_location_lat_long,sr_location_council_district,sr_location_map_page,sr_location_map_tile',
    needed: {
      caseNumber: 'sr_number',
      item: 'sr_type_desc',
      unit: 'sr_department_desc',
      outcome: 'sr_status_desc',
      receivedAt: 'sr_created_date',
      completedAt: 'sr_closed_date',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.montgomerycountymd.gov/mc311_service_requests/schema.sql (311, Montgomery County)',
    target: 'cases',
    headings:
      'sr_num,created,closed,sr_stat_id,department,department_full_name,sr_area,sr_sub_area,' +
      'faq_ques_text,x_sla,x_city,x_state,x_zipcode,sr_subtype_cd,x_electiondist,x_mdstatedist,' +
      'x_congdist,x_cong_memb,x_councildist,x_councilmbr,last_upd',
    needed: { caseNumber: 'sr_num', receivedAt: 'created', completedAt: 'closed', unit: 'department' },
  },
  {
    source:
      'talos/docker4data data/socrata/data.wellingtonfl.gov/building_permits/schema.sql (permits, Wellington)',
    target: 'cases',
    headings:
      'application_date,application_number,parcel_number,category,application_type_code,description,' +
      'street_number,location_id,status,co_date,co_required,location_1,street_name',
    needed: {
      caseNumber: 'application_number',
      receivedAt: 'application_date',
      item: 'application_type_code',
      outcome: 'status',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.weatherfordtx.gov/code_enforcement_closed_cases/schema.sql (code enforcement, Weatherford)',
    target: 'cases',
    headings: 'case_number,opened,closed,days_open,type,assigned_to',
    needed: { caseNumber: 'case_number', receivedAt: 'opened', completedAt: 'closed', item: 'type' },
  },
  {
    source:
      'talos/docker4data data/socrata/data.cityofnewyork.us/dob_complaints_received/schema.sql (complaints, New York)',
    target: 'cases',
    headings:
      'complaint_number,status,date_entered,house_number,house_street,bin,community_board,' +
      'special_district,complaint_category,unit,disposition_date,disposition_code,inspection_date,' +
      'dobrundate',
    needed: {
      caseNumber: 'complaint_number',
      outcome: 'status',
      receivedAt: 'date_entered',
      item: 'complaint_category',
      unit: 'unit',
      completedAt: 'disposition_date',
    },
  },
  {
    source:
      'talos/docker4data data/socrata/data.honolulu.gov/honolulu_311_reports/schema.sql (311, Honolulu)',
    target: 'cases',
    headings: 'id,datecreated,dateupdated,requesttype,city,zipcode,location,statustype,description',
    needed: { caseNumber: 'id', receivedAt: 'datecreated', item: 'requesttype', outcome: 'statustype' },
  },
  {
    source:
      'talos/docker4data data/socrata/data.somervillema.gov/311_call_center_data/schema.sql (311, Somerville)',
    target: 'cases',
    headings:
      'date,agency_name,type,ticket,priority,location,call_type,status,view_details,completed_image,' +
      'location_1',
    needed: {
      caseNumber: 'ticket',
      receivedAt: 'date',
      unit: 'agency_name',
      item: 'type',
      outcome: 'status',
    },
  },
  {
    source:
      'lutong108/dzjc dzjc_services/…/dzjc_ruleEngine/utils/BussinessAllImport.java (electronic supervision)',
    target: 'cases',
    headings:
      '业务名称,实例编号,申请者名称,业务类型,发牌状态,受理时间,办结时间,发牌结果,发牌类型,机构名称,' +
      '办理状态,监管时间,承诺时限,承诺所剩天数,法定时限,法定所剩天数',
    needed: {
      item: '业务名称',
      caseNumber: '实例编号',
      acceptedAt: '受理时间',
      completedAt: '办结时间',
      unit: '机构名称',
      outcome: '办理状态',
      givenCommittedDue: '承诺时限',
    },
  },
  {
    source: 'net.evecom.platform.wsbs.model.ApasInfoData, export of an approval system',
    target: 'cases',
    headings:
      '事项名称,办件名称,申请人机构,联系人,联系电话,联系地址,收件人,收件时间,承诺办结时间,办结时间,' +
      '办件状态,部门',
    needed: {
      item: '事项名称',
      receivedAt: '收件时间',
      givenCommittedDue: '承诺办结时间',
      completedAt: '办结时间',
      outcome: '办件状态',
      unit: '部门',
    },
  },
  {
    source:
      'Deansquirrel/daily-helper src/main/java/com/yuansong/dailyHelper/features/sjsc/service/SJSCDataMapper.java',
    target: 'cases',
    headings:
      '办件编号,三级四从事项实施编码,事项名称,申请人证件类型,申请人证件号码,用户姓名,评价人联系电话,' +
      '收件时间,承诺办结时间,法定办结时间,整体满意度,评价时间',
    needed: {
      caseNumber: '办件编号',
      item: '事项名称',
      receivedAt: '收件时间',
      givenCommittedDue: '承诺办结时间',
      givenStatutoryDue: '法定办结时间',
    },
  },
  {
    source: 'qianxi-00/complaint-dedup-validator tests/test_full_corpus_web.py (work orders of a hotline)',
    target: 'cases',
    headings: '工单编号,受理时间,办结时间,诉求标题,事发地点,事项分类,市民诉求,处理部门',
    needed: {
      caseNumber: '工单编号',
      acceptedAt: '受理时间',
      completedAt: '办结时间',
      item: '事项分类',
      unit: '处理部门',
    },
  },
  {
    source: 'top.tangyh.lamp.base.entity.NormalWorkOrderExcel, work orders of a district',
    target: 'cases',
    headings:
      '工单编号,工单标题,诉求内容,诉求类型,区交办时间,区交办办结期限,紧急程度,诉求归口,诉求渠道,求助人员,' +
      '求助号码,性别,事件发生地,诉求详细地址,是否疑难',
    needed: {
      caseNumber: '工单编号',
      item: '诉求类型',
      receivedAt: '区交办时间',
      givenCommittedDue: '区交办办结期限',
      unit: '诉求归口',
    },
  },
  {
    source: 'chiyu_group.serving (uploaded.csv), work orders of a hotline',
    target: 'cases',
    headings: '工单编号,工单标题,工单内容,推送时间,承办单位,问题分类,问题点位',
    needed: { caseNumber: '工单编号', receivedAt: '推送时间', unit: '承办单位', item: '问题分类' },
  },
]
