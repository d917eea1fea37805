import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { textOfDay } from '#measures'
import { useCentre } from '../stores/centre.ts'

/**
 * The centre's own day, and by when an instruction is usually due: the fifth working day, or a week where no
 * calendar is kept. Both are empty until the centre is known.
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
