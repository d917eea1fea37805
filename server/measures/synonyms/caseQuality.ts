import type { caseQualityMeasures } from '../definitions/caseQuality.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/caseQuality.ts`. */
export const caseQualitySynonyms: Partial<Record<keyof typeof caseQualityMeasures, Synonyms>> = {
  supplementRate: {
    zh: ['补正比例、补件率、补件比例、补正'],
    en: ['supplements rate, supplement share'],
    near: ['补件、补正件、补材料、补齐材料', 'supplements'],
  },
  returnRate: {
    zh: ['退件比例、退回率、退件占比'],
    en: ['returned rate, share returned, rate of return, return share'],
  },
  notAcceptedRate: {
    zh: ['不予受理比例、不受理率'],
    en: ['refused acceptance rate, not accepted rate'],
  },
  onlineApplicationRate: {
    zh: ['网办率、网上办理率、上网率、网上办理比例、网上申请率、网上收件占比、网上收件比例、线上办理率'],
    en: [
      'online rate, online share, share of online applications, share online',
      'share applied online, online application share',
    ],
    near: ['全程网办率'],
  },
  appointmentCases: {
    zh: ['预约办件、预约、预约件、预约办理的件、预约量、预约件数'],
    en: ['appointment cases, appointments, cases with an appointment'],
  },
  greenChannelCases: {
    zh: ['绿色通道、绿色通道件、绿色通道办结、绿色通道办件、绿色通道办件量'],
    en: ['green channel, green-channel, cases through the green channel, green channel case'],
  },
  greenChannelSaving: {
    zh: ['绿色通道节省、绿色通道节省天数、绿色通道节省时间、绿色通道平均节省天数'],
    en: ['green channel saving, saving of the green channel, green channel save'],
  },
  jointCases: {
    zh: ['联办、联办件、联办量、联合办理、并联审批、并联办件、联办件数'],
    en: ['joint case, joint'],
  },
}
