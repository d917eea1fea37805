import type { Config } from '../../config.ts'
import { askVerb, rowsVerb } from './ask.ts'
import { generateVerb } from './generate.ts'
import { importVerb } from './import.ts'
import { centreVerb, demoVerb, importsVerb, undoVerb, verifyVerb } from './manage.ts'
import { distributeVerb, recomputeVerb, tiersVerb } from './tiers.ts'

type Verb = (args: readonly string[], config: Config) => Promise<number>

/** What the command line can do, by its first word. */
export const verbs: Record<string, Verb> = {
  ask: askVerb,
  rows: rowsVerb,
  import: importVerb,
  imports: importsVerb,
  undo: undoVerb,
  verify: verifyVerb,
  tiers: tiersVerb,
  recompute: recomputeVerb,
  distribute: distributeVerb,
  centre: centreVerb,
  demo: demoVerb,
  generate: generateVerb,
}

export const help = `亮窗 Bright Window

npm run bw -- <verb>
  ask '<question json>' [--explain] [--facts]
                             answer a question as JSON, with values beside parts
                             --explain: say instead what is read where, and why
                             --facts: read the facts themselves, no tier
  rows '<question json>'     list the records behind a figure
  import TARGET FILE [--map MAPPING.json] [--centre CODE] [--dry-run]
                             TARGET: units windows staff items cases trades feedback regulations claims
  imports                    what has been loaded
  undo BATCH                 restore the state before a batch
  verify                     recompute every derived value, recount every tier, and compare
  recompute [--centre CODE] [--dry-run]
                             working time and verdicts again, after a calendar or a limit has changed
  tiers list|build|rebuild   the pre-added tables: how they stand; build what is missing; build all anew
  centre add CODE --name NAME [--name-en NAME] [--zone ZONE] [--calendar cn|none]
  centre list
  demo load|remove           the demo county
  distribute                 spread the tables over a Citus cluster, by centre
  generate --cases N [--out FILE]
                             deterministic cases as CSV, for tests of scale

Environment: BW_DATA (data folder), DATABASE_URL (another PostgreSQL), BW_NOW (a fixed clock)
Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 the database cannot be reached, 4 rows were quarantined
`
