import type { Sheet } from './figureSheet.ts'
import type { PageFacts } from './takenFacts.ts'
import { until } from '@vueuse/core'
import { parsePeriod, textOfDay } from '#measures'
import { trpc } from '../data/trpc.ts'
import { useDefinitions } from '../data/useDefinitions.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { usePreferences } from '../stores/preferences.ts'

/** How long an export waits for the sources of definitions, in milliseconds. */
const patience = 4000

/** Returns a function that collects the facts about a sheet, once names and definitions are loaded. */
export function usePageFacts(): (sheet: Sheet) => Promise<PageFacts> {
  const centre = useCentre()
  const filters = useFilters()
  const preferences = usePreferences()
  const definitions = useDefinitions()

  function daysOfPage(): { from: string; to: string } {
    try {
      const { from, to } = parsePeriod(filters.period, centre.shown?.today ?? 0)
      return { from: textOfDay(from), to: textOfDay(Math.min(to, centre.shown?.today ?? to)) }
    } catch {
      return { from: '', to: '' }
    }
  }

  /** The names of the members in the page's filter; their codes where the names cannot be read. */
  async function limitsOf({ answer }: Sheet): Promise<string[]> {
    const asked =
      answer?.question.filters ?? filters.members.map(({ dimension, code }) => ({ dimension, in: [code] }))
    const named = asked.map(async ({ dimension, in: codes }) => {
      const members = await trpc.centres.members
        .query({ centres: [centre.code ?? ''], dimension })
        .catch(() => [])
      return codes.map(code => members.find(member => member.code === code)?.[preferences.language] ?? code)
    })
    return (await Promise.all(named)).flat()
  }

  return async sheet => {
    const [limits] = await Promise.all([
      limitsOf(sheet),
      until(definitions.value).not.toBeNull({ timeout: patience }),
    ])
    return {
      centre: centre.shown?.[preferences.language] ?? '',
      days: daysOfPage(),
      limits,
      sources: definitions.value.value ?? new Map<string, { source: string }>(),
    }
  }
}
