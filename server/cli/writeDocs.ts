import { writeFile } from 'node:fs/promises'
import { measuresDocument } from './measuresDocument.ts'

await writeFile('docs/measures.md', measuresDocument())
