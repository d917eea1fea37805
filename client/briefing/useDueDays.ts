import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { textOfDay } from '#measures'
import { useCentre } from '../stores/centre.ts'

/**
 * The local day of the centre, and the default deadline of an instruction: the fifth working day, or a week
 * where there is no calendar. Both are empty until the centre is known.
 */
export function useDueDays(): { today: ComputedRef<string>; usualDue: ComputedRef<string> } {
  const centre = useCentre()
  return {
    today: computed(() => (centre.shown ? textOfDay(centre.shown.today) : '')),
    usualDue: computed(() => {
      const { shown } = centre
      return shown ? textOfDay(shown.fifthWorkingDay ?? shown.today + 7) : ''
    }),
  }
}
