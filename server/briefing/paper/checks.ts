import type { Names } from '#measures'
import type { BriefingContext } from '../briefingContext.ts'
import type { DraftFinding, FindingKind } from '../checks.ts'
import type { Stored } from '../store.ts'
import { dateOf, storedOf } from '../store.ts'
import { paperOf } from './settings.ts'

const mostNamed = 12
const finding = (kind: FindingKind, names: Names[]): DraftFinding[] =>
  names.length === 0 ? [] : [{ kind, blocks: false, count: names.length, names: names.slice(0, mostNamed) }]

/**
 * A draft under another name than the centre's masthead: begun before that was set, or renamed. Its number
 * would be one of another run.
 */
async function otherMasthead({ centre, context }: BriefingContext, draft: Stored): Promise<Names[]> {
  const paper = await paperOf(context.database, centre)
  const { name } = draft.document.masthead
  // A correction stays under the masthead of what it corrects.
  if (draft.replaces !== null) return []
  // The settings are in the centre's own language.
  if (draft.language === 'en' || paper.masthead === '' || paper.masthead === name) return []
  return [
    { zh: `“${name}”，设置为“${paper.masthead}”`, en: `“${name}”, the settings say “${paper.masthead}”` },
  ]
}

/** Signed issues of the same kind and period that this one does not take the place of. */
async function reportedBefore({ centre, context }: BriefingContext, draft: Stored): Promise<Names[]> {
  const { series, from, to, id, replaces } = draft
  const rows = await context.database.prisma.briefing.findMany({
    where: {
      centreId: centre.id,
      series,
      state: 'frozen',
      periodFrom: dateOf(from),
      periodTo: dateOf(to),
      id: { notIn: [id, ...(replaces === null ? [] : [replaces])] },
    },
    orderBy: { id: 'asc' },
    take: 5,
  })
  return rows.map(row => {
    const { title, masthead } = storedOf(row).document
    return { zh: `《${title}》${masthead.issue}`, en: `“${title}” ${masthead.issue}` }
  })
}

// A number with a unit as these briefings print it; years and dates are no figures.
const typedNumber = /\d[\d,.]*(?:万|亿)?余?多?(?:[件宗元项人面封次家名户天倍种%％]|个工作日|平方米)/g

/** Numbers in the writer's own words: nothing says where they come from, and no new data moves them. */
function typedNumbers({ document }: Stored): Names[] {
  const texts = document.blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? block.inlines.map(inline =>
          typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '',
        )
      : [],
  )
  return texts.flatMap(text =>
    Array.from(text.matchAll(typedNumber), ([found]) => ({ zh: found, en: found })),
  )
}

/** What ought to be known of a draft as a paper among others: its masthead, and who reported its period. */
export async function paperFindings(briefing: BriefingContext, draft: Stored): Promise<DraftFinding[]> {
  return [
    ...finding('typedNumbers', typedNumbers(draft)),
    ...finding('otherMasthead', await otherMasthead(briefing, draft)),
    ...finding('reportedBefore', await reportedBefore(briefing, draft)),
  ]
}
