import type { Say } from '../ui/figureWords.ts'
import type { Said } from '../ui/pageFindings.ts'
import type { Entry } from './forms.ts'

/** The sentence about a person's own entries: returned ones first, then drafts, then those under review. */
export function entriesSaid(
  entries: readonly Pick<Entry, 'own' | 'state'>[],
  t: Say['t'],
): readonly Said[] | string {
  const own = entries.filter(entry => entry.own)
  const count = (state: Entry['state']): number => own.filter(entry => entry.state === state).length
  if (own.length === 0) return t('entry.noneSaid')
  if (count('approved') === own.length) return t('entry.allSaid', { count: own.length })
  const [returned, kept, waiting] = (['returned', 'entered', 'submitted'] as const).map(count)
  return [
    ...(returned ? [{ text: t('entry.ownCount', { count: returned }), fault: t('entry.returnedSaid') }] : []),
    ...(kept ? [{ text: t('entry.keptSaid', { count: kept }) }] : []),
    ...(waiting ? [{ text: t('entry.waitingSaid', { count: waiting }) }] : []),
  ]
}
