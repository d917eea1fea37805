import type { MeasureId, QuestionInput } from '#measures'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'
import { figureOf, measureNamed } from '#measures'
import { centresOf } from '../../server/centres/centre.ts'
import { verifyCentre } from '../../server/intake/batch/verify.ts'
import { wholeScope } from '../../server/measures/scope.ts'
import { ask } from '../../server/query/ask.ts'
import { useDatabase } from './database.ts'
import { hasSharedData, sharedData } from './files.ts'

// Real public files, and figures that were computed from them independently of this product
// (reference_figures*.json in each folder).
if (!hasSharedData) process.stdout.write('skipped: shared data not present\n')

/** The day on which the real files are loaded. */
export const now = new Date('2026-01-01T00:00:00Z')

/** The path of a real file. */
export const file = (name: string): string => path.join(sharedData, name)

/** The figures that were computed independently from the files of a folder. */
export const reference = <T>(folder: string, name = 'reference_figures_computed.json'): T =>
  JSON.parse(readFileSync(file(`${folder}/${name}`), 'utf8')) as T

/** A database of the test file's own, with functions for loading and checking real files. */
export function useRealFiles() {
  const database = useDatabase('empty')

  async function centre(code: string, options: { timeZone: string; currency?: string }): Promise<void> {
    await database().prisma.centre.create({
      data: { code, name: code, nameEn: code, calendar: null, ...options },
    })
  }

  async function answer(code: string, measures: MeasureId[], more: Partial<QuestionInput> = {}) {
    return ask(
      { measures, centres: [code], period: '2000-01-01..2025-12-31', ...more },
      { database: database(), scope: wholeScope, now },
    )
  }

  async function figure(code: string, id: MeasureId, more: Partial<QuestionInput> = {}) {
    return figureOf(measureNamed(id), (await answer(code, [id], more)).current.overall)
  }

  /** Checks the derived values and rollups of a centre by recounting. */
  async function clean(code: string): Promise<void> {
    expect((await verifyCentre(database(), await centresOf(database()).find(code))).differences).toEqual([])
  }

  return { database, centre, answer, figure, clean }
}
