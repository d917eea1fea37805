import { describe, expect, it } from 'vitest'
import { sampleApart } from '../../server/intake/propose/sampleApart.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { temporaryFile } from '../support/files.ts'
import { zipOf } from '../support/zip.ts'

const archive = zipOf([{ name: 'note.txt', content: ['no workbook'] }])

describe('a look at a file that begins like an archive', () => {
  it.each([
    ['and is none', 'PK\u0003\u0004 no workbook', 'file-unreadable'],
    ['and is cut off', archive.subarray(0, archive.length - 10), 'file-unreadable'],
    ['and holds no workbook', archive, 'file-kind'],
  ])('%s', async (_, content, name) => {
    const file = temporaryFile('bad.xlsx', content)
    const seen = sampleApart({ file, form: {}, target: undefined, limits: defaultLimits })
    await expect(seen).rejects.toMatchObject({ name })
  })
})
