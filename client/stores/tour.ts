import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useMe } from './me.ts'

/**
 * The state of the tour: whether it is offered, and whether it runs. Which roles have seen it is stored in
 * this browser without names, because several people may use one computer.
 */
export const useTour = defineStore('tour', () => {
  const me = useMe()
  const seen = useLocalStorage('toured', '', { writeDefaults: false })
  const running = shallowRef(false)
  const roles = computed(() => me.me?.roles.join('+') ?? '')
  const offered = computed(
    () => roles.value !== '' && !me.me?.impersonatedBy && !seen.value.split(' ').includes(roles.value),
  )
  /** Stops offering the tour. */
  function skip(): void {
    if (offered.value) seen.value = `${seen.value} ${roles.value}`.trim()
  }
  function start(): void {
    skip()
    running.value = true
  }
  const end = (): void => void (running.value = false)
  return { offered, running, start, skip, end }
})
