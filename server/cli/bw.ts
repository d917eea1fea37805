import process from 'node:process'
import { runCommand } from './run.ts'

// The schema engine leaves a ten-second timer behind after a migration, so the end is said aloud once
// the output is out.
runCommand(process.argv.slice(2), process.env)
  .then(code => {
    process.stdout.write('', () => process.exit(code))
  })
  .catch(() => process.exit(1))
