import type { Database } from '../../server/storage/database.ts'
import { expect, it } from 'vitest'
import { leaveBriefing, writersBeside } from '../../server/briefing/presence.ts'

const database = {} as Database
const at = (page: string, name: string, seconds = 0, id = 1) => ({
  centreId: 1,
  id,
  page,
  name,
  now: new Date(seconds * 1000),
})

it('names who else has a draft open, each once, until they leave or are silent for 45 seconds', () => {
  expect(writersBeside(database, at('p1', '陈明'))).toEqual([])
  expect(writersBeside(database, at('p2', '李晓'))).toEqual(['陈明'])
  expect(writersBeside(database, at('p3', '李晓'))).toEqual(['陈明', '李晓'])
  expect(writersBeside(database, at('p1', '陈明', 10))).toEqual(['李晓'])
  expect(writersBeside(database, at('p4', '王强', 10, 2))).toEqual([])
  leaveBriefing(database, { centreId: 1, id: 1, page: 'p3' })
  expect(writersBeside(database, at('p2', '李晓', 50))).toEqual(['陈明'])
  expect(writersBeside(database, at('p2', '李晓', 56))).toEqual([])
})
