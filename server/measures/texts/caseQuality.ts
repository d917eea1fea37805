import type { caseQualityMeasures } from '../definitions/caseQuality.ts'
import type { MeasureText } from './text.ts'

/** The texts of `definitions/caseQuality.ts`. */
export const caseQualityTexts: Record<keyof typeof caseQualityMeasures, MeasureText> = {
  supplementRate: {
    question: {
      zh: '收到的办件中，有多大比例须补正材料？',
      en: 'Of the cases received, what share had to complete their documents?',
    },
    formula: {
      zh: '补正至少一次的收件数 ÷ 收件数',
      en: 'Received cases with at least one supplement ÷ cases received',
    },
    source: '政务服务办件统计口径 A15',
    caution: {
      zh: '未记录补正的来源系统，其办件按未补正计',
      en: 'Cases from systems that do not record supplements count as having none',
    },
  },
  returnRate: {
    question: {
      zh: '收到的办件中，有多大比例被退回？',
      en: 'Of the cases received, what share was returned?',
    },
    formula: {
      zh: '结果为退件的收件数 ÷ 收件数',
      en: 'Received cases that were returned ÷ cases received',
    },
    source: '政务服务办件统计口径 A15',
  },
  notAcceptedRate: {
    question: {
      zh: '收到的办件中，有多大比例不予受理？',
      en: 'Of the cases received, what share was not accepted?',
    },
    formula: {
      zh: '结果为不予受理的收件数 ÷ 收件数',
      en: 'Received cases that were not accepted ÷ cases received',
    },
    source: '政务服务办件统计口径 A15；行政许可法 art. 32',
  },
  onlineApplicationRate: {
    question: {
      zh: '收到的办件中，有多大比例经网上或手机端申请？',
      en: 'Of the cases received, what share was applied for online or by mobile?',
    },
    formula: {
      zh: '网上和手机端收件数 ÷ 渠道已知的收件数',
      en: 'Received online or by mobile ÷ received with a known channel',
    },
    source: '政务服务办件统计口径 A17',
  },
  appointmentCases: {
    question: {
      zh: '这一时期收到了多少件预约办件？',
      en: 'How many cases were received by appointment?',
    },
    formula: {
      zh: '收件日在期内且经预约的办件数',
      en: 'Cases by appointment whose day of receipt falls in the period',
    },
    source: '政务服务办件统计口径 1.1 预约服务／绿色通道',
  },
  greenChannelCases: {
    question: {
      zh: '这一时期经绿色通道办结了多少件？',
      en: 'How many cases were completed through the green channel?',
    },
    formula: {
      zh: '办结日在期内且走绿色通道的办件数',
      en: 'Cases of the green channel whose day of completion falls in the period',
    },
    source: '政务服务办件统计口径 1.1 预约服务／绿色通道',
  },
  greenChannelSaving: {
    question: {
      zh: '经绿色通道的办件平均比法定时限节省多少个工作日？',
      en: 'How many working days did green-channel cases save on average against the statutory limit?',
    },
    formula: {
      zh: 'Σ（法定时限－实际用时）÷ 件数，经绿色通道办结且有法定时限的办件，工作日',
      en:
        'Σ(statutory limit − actual) ÷ cases, over green-channel cases completed with ' +
        'a statutory limit, in working days',
    },
    source: '政务服务办件统计口径 A4，限于绿色通道',
  },
  jointCases: {
    question: {
      zh: '这一时期办结了多少件联合办理的办件？',
      en: 'How many cases handled jointly were completed in the period?',
    },
    formula: {
      zh: '办结日在期内且有联办编号的办件数',
      en: 'Cases with a joint group whose day of completion falls in the period',
    },
    source: '行政许可法 art. 26；政务服务办件统计口径 A19',
  },
}
