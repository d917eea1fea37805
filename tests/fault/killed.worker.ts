import process from 'node:process'
import { migrate } from '../../prisma/migrate.ts'
import { beginDraft } from '../../server/briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../../server/briefing/freeze.ts'
import { centresOf } from '../../server/centres/centre.ts'
import { leaderScope } from '../../server/measures/scope.ts'
import { connect } from '../../server/storage/database.ts'

// A process that migrates an empty database, or writes and signs one briefing after another, until it is
// killed. It says each step before it takes it.
const [what = '', url = ''] = process.argv.slice(2)
const say = (step: string): void => void process.stdout.write(`${step}\n`)

async function signOneAfterAnother(): Promise<never> {
  const database = connect(url)
  const centre = await centresOf(database).find('pinghe')
  const context = { database, scope: leaderScope, now: new Date('2013-06-30T00:00:00Z') }
  const desk = { centre, context, by: 'test' }
  for (;;) {
    const { id, revision } = await beginDraft(desk, {
      template: 'month',
      period: '2012-10',
      comparison: 'none',
      language: 'zh',
    })
    const accepts = (await checkDraft(desk, { id, revision })).map(({ kind }) => kind)
    say('sign')
    await freezeDraft(desk, { id, revision, accepts })
  }
}

if (what === 'migrate') {
  say('migrate')
  await migrate(url)
} else {
  await signOneAfterAnother()
}
