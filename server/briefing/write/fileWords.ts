/** The texts of files about themselves: dates of the data, signatory, and who exported it. */
export const fileWords = {
  zh: {
    dataUntil: '数据截至 ',
    asOf: '生成于 ',
    exportedBy: '导出人 ',
    frozen: '签发于 ',
    author: '起草人 ',
    approver: '签发人 ',
    hash: '校验码 ',
    withdrawn: '本期已撤回：',
    annex: '附件：口径说明',
    correction: '更正说明',
    draft: '（草稿）',
  },
  en: {
    dataUntil: 'Data until ',
    asOf: 'generated ',
    exportedBy: 'exported by ',
    frozen: 'signed ',
    author: 'author ',
    approver: 'signed by ',
    hash: 'checksum ',
    withdrawn: 'This issue was withdrawn: ',
    annex: 'Annex: how the figures are counted',
    correction: 'Corrections',
    draft: ' (draft)',
  },
} as const
