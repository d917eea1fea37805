import type { Block, BriefingDocument } from '../../server/briefing/document.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { referenceKey } from '#measures'
import { figuresOf, isFigure } from '../../server/briefing/document.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { setGoal } from '../../server/intake/targets/setGoal.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'
import { load } from '../support/load.ts'

const database = useDatabase('launch')
const now = new Date('2012-12-03T02:00:00Z')
const october = { template: 'month', period: '2012-10', comparison: 'none' } as const
const late = 200
let window: { code: string; name: string }

async function drafted(language: 'zh' | 'en', period: string = october.period) {
  const centre = await centresOf(database()).find('pinghe')
  const context = { database: database(), scope: leaderScope, now }
  return beginDraft({ centre, context, by: '陈明' }, { ...october, period, language })
}

/** The blocks between the heading on problems and the next one. */
function problems({ blocks }: BriefingDocument): Block[] {
  const start = blocks.findIndex(block => block.kind === 'heading' && /存在问题|Problems/.test(block.text))
  const end = blocks.findIndex((block, place) => place > start && block.kind === 'heading')
  return blocks.slice(start + 1, end)
}
const textOf = (
  block: Block | undefined,
  { figures }: Awaited<ReturnType<typeof drafted>>['readings'],
): string =>
  block?.kind === 'paragraph'
    ? block.inlines
        .map(inline =>
          isFigure(inline)
            ? (figures[referenceKey(inline)]?.text ?? '')
            : typeof inline === 'string'
              ? inline
              : inline.text,
        )
        .join('')
    : ''

beforeAll(async () => {
  const { prisma } = database()
  const version = await prisma.itemVersion.findFirstOrThrow({
    where: { type: 'committed', windowId: { not: null }, validTo: null },
  })
  const { centreId } = version
  const item = await prisma.item.findUniqueOrThrow({
    where: { centreId_id: { centreId, id: version.itemId } },
  })
  const at = await prisma.window.findFirstOrThrow({ where: { centreId, id: version.windowId! } })
  window = { code: at.code, name: at.name }
  const rows = Array.from(
    { length: late },
    (_, place) => `SLOW${place},${item.code},2012-10-08 09:00,2012-10-08 09:00,2012-10-25 10:00,2012-10-10`,
  )
  const columns = 'caseNumber,item,receivedAt,acceptedAt,completedAt,givenCommittedDue'
  const loaded = await load(
    database(),
    { centre: 'pinghe', target: 'cases', now },
    [columns, ...rows].join('\n'),
  )
  expect(loaded).toMatchObject({ quarantined: 0 })
  await setGoal(database(), await centresOf(database()).find('pinghe'), {
    goal: { measure: 'casesCompleted', value: '60000', validFrom: '2012-09-01', validTo: '2012-12-31' },
    byUser: 'test',
    now,
  })
}, 120_000)

describe('the section on problems', () => {
  it('proposes a late window once, with its figure as a live reading', async () => {
    const draft = await drafted('zh')
    const [hint, paragraph, ...more] = problems(draft.document)
    expect(hint).toMatchObject({ kind: 'note' })
    expect(more).toEqual([])
    const text = textOf(paragraph, draft.readings)
    expect(text).toMatch(new RegExp(`一是${window.name}按时办结率[\\d.]+%，明显低于全厅，超期办结\\d+件；`))
    expect(text).toMatch(/二是办结量累计[\d.]+件，落后于目标进度（目标60000件，应达30000件）。/)
    // The figures are read with the text, of the window alone.
    const refs = figuresOf({ blocks: paragraph ? [paragraph] : [] })
    const ofWindow = refs.filter(ref => ref.filters?.[0]?.in[0] === window.code)
    expect(ofWindow.map(({ measure, period }) => [measure, period])).toEqual([
      ['onTimeRate', '2012-10-01..2012-10-31'],
      ['overdueCompletions', '2012-10-01..2012-10-31'],
    ])
    const reading = draft.readings.figures[referenceKey(ofWindow[1]!)]
    expect(reading?.value).toBeGreaterThanOrEqual(late)
    // Nothing else in the issue tells it.
    const told = draft.document.blocks.filter(block => textOf(block, draft.readings).includes(window.name))
    expect(told.filter(block => textOf(block, draft.readings).includes('按时办结率'))).toEqual([paragraph])
  })

  it('is left open where a period shows none, and is written in English too', async () => {
    const august = problems((await drafted('zh', '2012-08')).document)
    expect(august.map(block => block.kind)).toEqual(['note', 'paragraph'])
    expect(august[1]).toMatchObject({ inlines: [] })
    const english = await drafted('en')
    const said = textOf(problems(english.document)[1], english.readings)
    expect(said).toMatch(
      /^.+ completed [\d.]+% within the committed limit, clearly fewer than the hall; late: /,
    )
    expect(said).toContain('behind the target of 60,000 cases (30,000 cases due)')
  })
})
