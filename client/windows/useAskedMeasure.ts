import type { ComputedRef, Ref, WritableComputedRef } from 'vue'
import type { MeasureId } from '#measures'
import { computed, provide, shallowRef, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { askedMeasure } from './compare/askedMeasure.ts'
import { windowMeasures } from './questions.ts'

interface AskedMeasure {
  /** The measure in the address. */
  asked: ComputedRef<MeasureId | undefined>
  /** The measure of the page; setting it changes the address. */
  about: WritableComputedRef<MeasureId>
  /** A measure of a panel, which follows the page's wherever the panel offers that. */
  following: (usual: MeasureId, offered: (id: MeasureId) => boolean) => Ref<MeasureId>
}

/**
 * The measure that the page of all windows is about. It is part of the address, so that a link and a
 * choice in the page show the same.
 */
export function useAskedMeasure(): AskedMeasure {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => windowMeasures.find(id => id === route.query.rank))
  provide(askedMeasure, asked)
  const about = computed({
    get: (): MeasureId => asked.value ?? 'onTimeRate',
    set: rank => void router.replace({ query: { ...route.query, rank }, hash: route.hash }),
  })
  function following(usual: MeasureId, offered: (id: MeasureId) => boolean): Ref<MeasureId> {
    const chosen = shallowRef(usual)
    watch(
      asked,
      id => {
        chosen.value = id && offered(id) ? id : usual
      },
      { immediate: true },
    )
    return chosen
  }
  return { asked, about, following }
}
