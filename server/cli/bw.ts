import process from 'node:process'
import { runCommand } from './run.ts'

// The schema engine leaves a timer of ten seconds behind after a migration, so the process is ended
// explicitly once the output is written.
runCommand(process.argv.slice(2), process.env)
  .then(code => {
    process.stdout.write('', () => process.exit(code))
  })
  .catch(() => process.exit(1))
