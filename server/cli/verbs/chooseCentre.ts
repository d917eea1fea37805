import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import { NamedError } from '#measures'
import { centresOf } from '../../centres/centre.ts'

/** The centre that a command names, or the only one there is. Errors: unknown-centre, bad-arguments. */
export async function chooseCentre(database: Database, code: string | undefined): Promise<Centre> {
  const centres = centresOf(database)
  if (code !== undefined) return centres.find(code)
  const all = await centres.all()
  const [only] = all
  if (!only || all.length > 1)
    throw new NamedError('bad-arguments', {
      argument: '--centre',
      value: all.map(centre => centre.code).join(' | '),
    })
  return only
}
