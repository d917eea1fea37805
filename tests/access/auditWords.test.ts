import { describe, expect, it } from 'vitest'
import { enPages } from '../../client/words/enPages.ts'
import { zhPages } from '../../client/words/zhPages.ts'
import { auditWords } from '../../server/access/auditWords.ts'
import { areaNames } from '../../server/access/auditWordTables.ts'
import { appRouter } from '../../server/router.ts'

const entry = (
  action: string,
  subject: string,
  details: Parameters<typeof auditWords>[0]['details'] = {},
): ReturnType<typeof auditWords> =>
  auditWords({ action, subject, details }, code =>
    code === 'cases' ? { zh: '办件', en: 'Cases' } : undefined,
  )

describe('an audit entry in words', () => {
  it('names what it was done to', () => {
    expect(entry('import', '30').subject).toEqual({ zh: '批次 30', en: 'batch 30' })
    expect(entry('import', '30', { target: 'cases' }).subject).toEqual({
      zh: '办件（批次 30）',
      en: 'Cases (batch 30)',
    })
    expect(entry('share-opened', 'briefing 12').subject).toEqual({ zh: '简报 12', en: 'briefing 12' })
    expect(entry('signal-opened', 'target tradesConcluded').subject.zh).toMatch(/^目标 \p{Script=Han}+$/u)
    expect(entry('refused', 'audit.list').subject).toEqual({
      zh: '审计日志',
      en: 'Audit log',
    })
  })

  it('has words for what the product tells about by itself, and for what is taken out', () => {
    const subjects = [
      'signal lateReplies',
      'variation onTimeRate 2026-10',
      'view 3',
      'entries 4 5',
      'audit',
      '*',
    ]
    for (const subject of [...subjects, 'late', 'reports', 'overdue', 'figures.docx', 'booklet.pdf'])
      expect(entry('signal-opened', subject).subject.zh, subject).not.toMatch(/[a-z]{5,}|\*/i)
    expect(entry('signal-opened', 'variation onTimeRate 2026-10').subject.zh).toBe('波动 按时办结率 2026-10')
  })

  it('does not repeat what the action says, and reads as a sentence behind it', () => {
    expect(entry('signal-opened', 'signal lateReplies').subject.zh).toBe('多数差评未按时答复')
    expect(entry('briefing-frozen', 'briefing 12').subject).toEqual({ zh: '12 号', en: 'No. 12' })
    expect(entry('entry-approved', 'entries 4 5').subject.zh).toBe('4、5 号')
  })

  it('calls what was refused by its words, not by its address', () => {
    for (const subject of [
      '/files/paper/:centre/picture',
      '/files/quarantine/:centre/:batch.xlsx',
      '/uploads',
    ])
      expect(entry('refused', subject).subject.zh, subject).toMatch(/^[^/:]*\p{Script=Han}$/u)
  })

  it('says what is kept as JSON in words', () => {
    const rows = JSON.stringify({ centres: 'all', units: ['MZ'], windows: 'all' })
    expect(entry('account-added', 'li', { rows }).details.zh).toBe('可见范围：MZ')
    const settings = JSON.stringify({ masthead: '政务晨报', unit: '', numbering: { withYear: true } })
    expect(entry('briefing-paper-set', '', { settings }).details.zh).toBe('设置：报头“政务晨报”')
    expect(entry('briefing-paper-set', '', { settings: settings.slice(0, 9) }).details.zh).not.toMatch(
      /[{}"]/,
    )
    expect(entry('reporting-duties-set', '', { duties: '[{"kind":"day"}]' }).details.zh).toBe('要求：1 项')
  })

  it('separates the thousands of counts, not those of numbers of records', () => {
    const details = { rows: 143_031, loaded: 143_031, task: 1234 }
    expect(entry('import', '30', details).details.zh).toBe('载入 143,031 行；任务 1234')
    expect(entry('standards-set', 'bad-review-deadlines', { reply: 1 })).toMatchObject({
      subject: { zh: '差评办理期限' },
      details: { zh: '答复 1 天' },
    })
  })

  it('leaves a name that somebody gave as it is', () => {
    for (const subject of ['', '民政局窗口', 'toString', 'wang li', '__proto__', 'report.docx', 'W-08'])
      expect(entry('view-saved', subject).subject, subject).toEqual({ zh: subject, en: subject })
  })

  it('names each circumstance, and leaves out counts of nothing', () => {
    const details = { target: 'cases', file: '十月.xlsx', loaded: 4660, corrected: 0, quarantined: 3 }
    expect(entry('import', '30', details).details).toEqual({
      zh: '文件：十月.xlsx；载入 4,660 行；隔离 3 行',
      en: 'File: 十月.xlsx; 4,660 loaded; 3 quarantined',
    })
  })

  it('says how somebody signed in, with which roles, and why something was refused', () => {
    expect(entry('sign-in', '', { way: '/sign-in/demo' }).details.zh).toBe('方式：演示角色')
    expect(entry('rights-changed', 'li', { roles: ['clerk', 'leader'] }).details.zh).toBe('角色：文书、领导')
    expect(entry('sign-in', '', { why: 'second-factor-refused' }).details.en).toMatch(
      /^Why: The code is wrong/,
    )
    expect(entry('refused', 'x', { why: 'not-permitted' }).details.zh).not.toMatch(/[{}?]/)
    expect(entry('question', '明年收件量', { refused: 'future' }).details).toEqual({
      zh: '未能回答：问的是将来',
      en: 'Not answered: asks about the future',
    })
  })

  it('says a period as one, before the state, and a reading of a question in its own language alone', () => {
    expect(
      entry('export', 'briefing 4.docx', { to: '2026-11-30', from: '2026-11-01', state: 'draft' }),
    ).toEqual({
      subject: expect.any(Object) as unknown,
      details: { zh: '2026-11-01 至 2026-11-30；状态：草稿', en: '2026-11-01 to 2026-11-30; State: draft' },
    })
    const reading = { understood: '2026年，按月，收件量', understoodEn: 'Cases received, 2026, by month' }
    expect(entry('question', '收件量', { ...reading, answers: '1' }).details).toMatchObject({
      zh: expect.stringMatching(/^理解为：2026年，按月，收件量；[^；]*$/) as unknown,
      en: expect.stringMatching(/^Understood as: Cases received, 2026, by month; [^;]*$/) as unknown,
    })
    // Entries of earlier versions have only the Chinese one.
    const older = entry('question', '收件量', { understood: '2026年，按月，收件量', rows: 3 }).details
    expect(older.zh).toContain('理解为：2026年，按月，收件量')
    expect(older.en).not.toMatch(/Understood|\p{Script=Han}/u)
  })

  it('knows every part of the product', () => {
    expect(Object.keys(areaNames).toSorted()).toEqual(
      Object.keys(appRouter._def.record as Record<string, unknown>).toSorted(),
    )
  })
})

describe('the list of the audit log', () => {
  it('has words for what every procedure notes, in both languages', () => {
    const procedures = appRouter._def.procedures as unknown as Record<
      string,
      { _def: { meta?: { audit?: string } } }
    >
    const noted = new Set(Object.values(procedures).flatMap(({ _def }) => _def.meta?.audit ?? []))
    expect(noted.size).toBeGreaterThan(40)
    for (const words of [zhPages, enPages]) {
      const named = Object.keys(words.actions)
      expect([...noted].filter(action => !named.includes(action))).toEqual([])
    }
  })
})
