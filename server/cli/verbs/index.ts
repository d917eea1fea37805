import type { Config } from '../../config.ts'
import { askVerb, rowsVerb } from './ask.ts'
import { backupVerb, restoreVerb } from './backup.ts'
import { centreVerb } from './centre.ts'
import { exportVerb } from './export.ts'
import { generateVerb } from './generate.ts'
import { importVerb } from './import.ts'
import { freshnessVerb, mappingsVerb, quarantineVerb, sourceVerb } from './intake.ts'
import { demoVerb, importsVerb, undoVerb, verifyVerb } from './manage.ts'
import { auditVerb, userVerb } from './people.ts'
import { signalsVerb } from './signals.ts'
import { distributeVerb, recomputeVerb, tiersVerb } from './tiers.ts'

type Verb = (args: readonly string[], config: Config) => Promise<number>

/** What the command line can do, by its first word. */
export const verbs: Record<string, Verb> = {
  ask: askVerb,
  rows: rowsVerb,
  export: exportVerb,
  signals: signalsVerb,
  import: importVerb,
  imports: importsVerb,
  undo: undoVerb,
  quarantine: quarantineVerb,
  mappings: mappingsVerb,
  source: sourceVerb,
  freshness: freshnessVerb,
  verify: verifyVerb,
  tiers: tiersVerb,
  recompute: recomputeVerb,
  distribute: distributeVerb,
  centre: centreVerb,
  demo: demoVerb,
  user: userVerb,
  audit: auditVerb,
  backup: backupVerb,
  restore: restoreVerb,
  generate: generateVerb,
}

export const help = `亮窗 Bright Window

npm run bw -- <verb>
  ask '<question json>' [--explain] [--facts]
                             answer a question as JSON, with values beside parts
                             --explain: say instead what is read where, and why
                             --facts: read the facts themselves, no tier
  rows '<question json>'     list the records behind a figure
  export rows '<question json>' [--out FILE.csv] [--language zh|en]
                             all the records behind a figure, as CSV
  export briefing --period P --template month|quarter|half|year|special|custom [--compare C] [--centre CODE] --out FILE.docx
                             a draft briefing as a Word document
  export ocds [--period P] [--centre CODE] [--out FILE.json]
                             the ledger as an Open Contracting release package
  signals FILE [--code R024,…] [--settings JSON]
                             published procurement signals over Open Contracting releases
  import TARGET FILE [--map MAPPING] [--centre CODE] [--save NAME] [--look] [--dry-run]
                             TARGET: units windows staff items cases trades feedback regulations claims
                                     attendance postChecks exams serviceEvents bids objections
                                     expertDraws targets ocds calendar
                             FILE: CSV, XLSX, JSON Lines, OCDS; plain or gzipped
                             --map: a JSON file, or the name of a kept mapping; proposed from the headings otherwise
                             --look: print the proposal and load nothing; --save: keep the mapping by name
  imports                    what has been loaded
  undo BATCH                 restore the state before a batch
  quarantine BATCH [--out FILE.xlsx]
                             rows that could not be loaded, with their reasons
  mappings                   mappings kept by name
  source add NAME --target T[,T] [--may push,ask,metrics] [--days N] | list | revoke NAME
                             systems that may push rows, ask or read metrics over HTTP; the token is shown once
  freshness                  how far the data reaches, and who has not reported
  verify                     recompute every derived value, recount every tier, and compare
  recompute [--centre CODE] [--dry-run]
                             working time and verdicts again, after a calendar or a limit has changed
  tiers list|build|rebuild   the pre-added tables: how they stand; build what is missing; build all anew
  centre add CODE --name NAME [--name-en NAME] [--zone ZONE] [--calendar cn|none] [--currency CNY]
  centre hours CODE --from DAY --morning 08:00-12:00 [--afternoon 14:30-17:30]
  centre day CODE DAY --closed|--open|--usual [--reason TEXT]
  centre list
  demo load|remove           the demo county
  user add NAME --role R[,R] [--name SHOWN] [--centre C] [--unit U] [--window W]
                             an account; prints the link with which its person chooses a password
                             R: leader clerk windowChief tradingChief inspection administrator
  user list | role NAME … | link NAME | disable NAME | enable NAME
  audit verify [--until HASH]
                             whether no entry of the audit log was changed or taken out
  backup [FILE]              everything in one file, while people go on working
  restore FILE [--replace]   puts a backup in place of what the database holds
  distribute                 spread the tables over a Citus cluster, by centre
  generate --cases N [--out FILE]
                             deterministic cases as CSV, for tests of scale

Environment: BW_DATA (data folder), DATABASE_URL (another PostgreSQL), BW_NOW (a fixed clock)
Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 the database cannot be reached, 4 rows were quarantined
`
