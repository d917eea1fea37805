import { expect, it } from 'vitest'
import { reasonIn } from '../../server/storage/newCluster.ts'

it('says why a program of PostgreSQL gave up, not what it tidied afterwards', () => {
  expect(
    reasonIn(
      'running bootstrap script ... initdb: error: could not write to child process: Broken pipe\n' +
        'initdb: removing contents of data directory "/srv/data/postgres.new"\n',
    ),
  ).toMatch(/could not write to child process: Broken pipe$/)
  expect(reasonIn('initdb: removing contents of data directory\n')).toBe(
    'initdb: removing contents of data directory',
  )
  expect(reasonIn('')).toBe('')
})
