/** Headings of the place of a record, shared by many targets. */
export const places = {
  unit: [
    '单位',
    '部门',
    '所属单位',
    '所属部门',
    '单位名称',
    '部门名称',
    '实施主体',
    '受理部门',
    '责任单位',
    'department',
    'agency',
    'dept',
  ],
  window: ['窗口', '窗口名称', '受理窗口', '办理窗口', 'counter'],
} as const

/** Headings of the validity dates of a catalogue member. */
export const validity = {
  validFrom: ['生效日期', '启用日期', '开始日期', '施行日期'],
  validTo: ['失效日期', '停用日期', '结束日期', '废止日期', 'until'],
} as const
