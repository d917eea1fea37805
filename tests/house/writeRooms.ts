import { readFile, writeFile } from 'node:fs/promises'
import { roomsTable } from './rooms.ts'

// npm run docs: writes the table of the rooms into CONTRIBUTING.md, between its markers.
const page = await readFile('CONTRIBUTING.md', 'utf8')
await writeFile(
  'CONTRIBUTING.md',
  page.replace(/(?<=<!-- rooms -->\n)[\s\S]*?(?=\n<!-- end of rooms -->)/, () => roomsTable()),
)
