import type { Config } from '../../config.ts'
import { targetNames } from '../../intake/rows/targetNames.ts'

type Verb = (args: readonly string[], config: Config) => Promise<number>

/** What the command line can do, by its first word. A verb is loaded when it is called. */
export const verbs: Record<string, () => Promise<Verb>> = {
  'ask': async () => (await import('./ask.ts')).askVerb,
  'rows': async () => (await import('./ask.ts')).rowsVerb,
  'export': async () => (await import('./export.ts')).exportVerb,
  'signals': async () => (await import('./signals.ts')).signalsVerb,
  'import': async () => (await import('./import.ts')).importVerb,
  'imports': async () => (await import('./manage.ts')).importsVerb,
  'undo': async () => (await import('./manage.ts')).undoVerb,
  'quarantine': async () => (await import('./intake.ts')).quarantineVerb,
  'mappings': async () => (await import('./intake.ts')).mappingsVerb,
  'mcp': async () => (await import('./mcp.ts')).mcpVerb,
  'source': async () => (await import('./intake.ts')).sourceVerb,
  'days': async () => (await import('./days.ts')).daysVerb,
  'freshness': async () => (await import('./intake.ts')).freshnessVerb,
  'quality': async () => (await import('./quality.ts')).qualityVerb,
  'contract': async () => (await import('./contract.ts')).contractVerb,
  'verify': async () => (await import('./manage.ts')).verifyVerb,
  'rollups': async () => (await import('./rollups.ts')).rollupsVerb,
  'tiers': async () => (await import('./rollups.ts')).rollupsVerb, // the former name
  'recompute': async () => (await import('./rollups.ts')).recomputeVerb,
  'distribute': async () => (await import('./rollups.ts')).distributeVerb,
  'centre': async () => (await import('./centre.ts')).centreVerb,
  'demo': async () => (await import('./manage.ts')).demoVerb,
  'user': async () => (await import('./people.ts')).userVerb,
  'audit': async () => (await import('./people.ts')).auditVerb,
  'backup': async () => (await import('./backup.ts')).backupVerb,
  'backup-key': async () => (await import('./backup.ts')).backupKeyVerb,
  'restore': async () => (await import('./backup.ts')).restoreVerb,
  'generate': async () => (await import('./generate.ts')).generateVerb,
}

/** The words in lines of at most `width` characters. */
function wrapped(words: readonly string[], width: number): string[] {
  return words.reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    return last === undefined || last.length + word.length >= width
      ? [...lines, word]
      : [...lines.slice(0, -1), `${last} ${word}`]
  }, [])
}

const loadable = wrapped([...targetNames, 'ocds', 'calendar'], 66)
  .map((line, index) => `${' '.repeat(29)}${index === 0 ? 'TARGET: ' : '        '}${line}`)
  .join('\n')

export const help = `亮窗 Bright Window

npm run bw -- <verb>
  ask '<question json>' [--explain] [--facts]
                             answers a question as JSON, with values beside parts
                             --explain: say instead which tables are read, and why
                             --facts: read the facts themselves, not a rollup
  rows '<question json>'     lists the records behind a figure
  export rows '<question json>' [--out FILE.csv] [--language zh|en]
                             all the records behind a figure, as CSV
  export briefing --period P --template month|quarter|half|year|special|custom [--compare C]
                  [--centre CODE] --out FILE.docx
                             a draft briefing as a Word document
  export ocds [--period P] [--centre CODE] [--out FILE.json]
                             the ledger as an Open Contracting release package
  signals FILE [--code R024,…] [--settings JSON]
                             published procurement signals over Open Contracting releases
  import TARGET FILE [--map MAPPING] [--centre CODE] [--save NAME] [--sheet NAME|all] [--look] [--dry-run]
${loadable}
                             FILE: CSV, workbooks, JSON Lines, OCDS; texts also gzipped
                             --map: a JSON file, or the name of a saved mapping; otherwise proposed from
                             the headings
                             --look: print the proposal and load nothing; --save: save the mapping by name
  imports                    what has been loaded
  undo BATCH                 restores the state before a batch
  quarantine BATCH [--out FILE.xlsx]
                             rows that could not be loaded, with their reasons
  mappings                   mappings saved by name
  source add NAME --target T[,T] [--may push,ask,metrics] [--days N] | list | revoke NAME
                             systems that may push rows, ask or read metrics over HTTP; the token is shown
                             once
  mcp [--address URL] [--token-file FILE] [--language zh|en]
                             connects an assistant on this machine to the running product (MCP over
                             standard input and output; docs/assistants.md); without npm:
                             node server/launch.js bw mcp
  freshness                  how far the data reaches, and who has not reported
  quality [cases|trades|feedback] [--centre C] [--unit U] [--month M] [--part P]
                             how complete, timely, valid and consistent records are, by unit and month;
                             with a month and a part: the rows that lower it
  contract TARGET [--centre C] [--contact 'NAME, PHONE'] [--out FILE.yaml|FILE.json]
                             what a source must hold, how it has been delivered, and its contact, as ODCS 3
  days declare FACT PERIOD --complete|--missing --reason TEXT [--centre CODE] | withdraw NUMBER | list
                             days of a fact that are complete or missing, where records alone do not show it
  verify                     recomputes every derived value, recounts every rollup, and compares
  recompute [--centre CODE] [--dry-run]
                             recalculates working time and verdicts after a change of calendar or limit
  rollups list|build|rebuild   the summary tables: their state; build what is missing; rebuild all
  centre add CODE --name NAME [--name-en NAME] [--zone ZONE] [--calendar cn|none] [--currency CNY]
         [--division DIVISION [--division-name NAME]]
                             adds a centre; the code of its division gives the centre above it
  centre new CODE --from CENTRE|DIVISION --name NAME [--name-en NAME]
         [--division DIVISION [--division-name NAME]]
                             a centre that begins with the units, windows, items, rules, targets, mappings,
                             hours and paper of another, and with none of its records or people
  centre hours CODE --from DAY --morning 08:00-12:00 [--afternoon 14:30-17:30] [--owner WHO --reason WHY]
  centre changed CODE limits|instant --from DAY --owner WHO --reason WHY
  centre day CODE DAY --closed|--open|--usual [--reason TEXT]
  centre paper CODE [--masthead NAME] [--unit NAME] [--contact TEXT] [--signature NAME]
         [--picture FILE|none] [--copy-to LIST] [--send-to LIST] [--office NAME] [--registration TEXT]
         [--definitions annex|footnotes|none] [--special label|run]
         [--start YEAR:NUMBER[:TOTAL]] [--with-year yes|no] [--with-total yes|no]
                             layout and numbering of issues; prints them as JSON
  centre template CODE add FILE.docx | list | retire NUMBER
  centre template CODE fill NUMBER --period P --out FILE.docx
                             Word documents of the centre's own with fields such as {{受理量}}
                             (docs/word-templates.md)
  centre list
  demo load|remove           the demo county
  user add NAME --role R[,R] [--name SHOWN] [--centre C[,C]] [--unit C/U[,C/U]]
         [--window C/W[,C/W]]
                             adds an account; prints the link with which its owner chooses a password
                             R: leader clerk windowChief tradingChief inspection administrator
  user list | role NAME … | link NAME | disable NAME | enable NAME
  audit verify [--until HASH]
                             checks that no entry of the audit log was changed or removed
  backup [FILE]              backs up everything into one file while people go on working
  backup-key                 makes a pair of keys to encrypt and open backups
  restore FILE [--replace]   replaces what the database holds with a backup
  restore FILE --check       reads a backup to its end and changes nothing
  distribute                 distributes the tables over a Citus cluster, by centre
  generate --cases N [--out FILE]
                             deterministic cases as CSV, for tests of scale

Environment: BW_DATA (data folder), DATABASE_URL (another PostgreSQL), BW_NOW (a fixed clock)
Exit codes: 0 done, 1 failed, 2 wrong arguments, 3 the database cannot be reached, 4 rows were quarantined
`
