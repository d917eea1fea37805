import type { ComputedRef, InjectionKey, Ref } from 'vue'
import type { MeasureId } from '#measures'
import { computed, inject } from 'vue'
import { useI18n } from 'vue-i18n'
import { measureNamed } from '#measures'
import { usePreferences } from '../../stores/preferences.ts'

/** The measure that the whole page is about, where one was chosen. */
export const askedMeasure: InjectionKey<ComputedRef<MeasureId | undefined>> = Symbol('asked measure')

/** The title of a panel; it names the panel's measure where that is not the one that the page is about. */
export function usePanelTitle(title: () => string, id: Readonly<Ref<MeasureId>>): ComputedRef<string> {
  const { t } = useI18n()
  const preferences = usePreferences()
  const asked = inject(askedMeasure, null)
  return computed(() =>
    !asked?.value || asked.value === id.value
      ? title()
      : t('windows.titleOf', { title: title(), measure: measureNamed(id.value).names[preferences.language] }),
  )
}
