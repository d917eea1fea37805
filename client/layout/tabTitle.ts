import type { Router } from 'vue-router'
import { watchEffect } from 'vue'
import { isPage } from '../pages.ts'
import { useCentre } from '../stores/centre.ts'
import { useMe } from '../stores/me.ts'
import { pageSubject } from '../stores/pageSubject.ts'
import { usePreferences } from '../stores/preferences.ts'
import { i18n } from '../words/index.ts'
import { pageTitle, signInTitle } from './pageTitles.ts'

/** The title of a tab: page, centre and product; unknown parts are left out. */
export const tabTitle = (...parts: (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** Keeps the title of the browser's tab up to date with the route. */
export function nameTab({ currentRoute }: Router): void {
  const [me, centre, preferences] = [useMe(), useCentre(), usePreferences()]
  watchEffect(() => {
    const { language } = preferences
    const { name } = currentRoute.value
    const asksToSignIn = me.known && me.me === null && name !== 'invitation'
    const page = asksToSignIn ? signInTitle : isPage(name) ? pageTitle(name) : null
    const product = i18n.global.t('product', {}, { locale: language })
    document.title = tabTitle(pageSubject.value ?? page?.[language], centre.shown?.[language], product)
  })
}
