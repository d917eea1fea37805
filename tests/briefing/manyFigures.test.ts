import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../server/briefing/document.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { useDatabase } from '../support/database.ts'

const database = useDatabase('launch')

describe('a regular issue', () => {
  it.each(['lastYear', 'previous', 'none'])(
    'names more measures than one question may: %s',
    async comparison => {
      const centre = await centresOf(database()).find('pinghe')
      const now = new Date('2013-01-15T02:00:00Z')
      const draft = await beginDraft(
        { centre, context: { database: database(), scope: leaderScope, now }, by: '文书' },
        { template: 'month', period: '2012-12', comparison, language: 'zh' },
      )
      expect(new Set(figuresOf(draft.document).map(({ measure }) => measure)).size).toBeGreaterThan(40)
      // 2011 had no hall: the reason is said once.
      const said = JSON.stringify(draft.document.blocks).split('未作同比').length - 1
      expect(said).toBe(comparison === 'lastYear' ? 1 : 0)
    },
  )
})
