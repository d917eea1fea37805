import type { PageName, Permission } from '../../client/pages.ts'
import { describe, expect, it } from 'vitest'
import { pageIcons } from '../../client/layout/pageIcons.ts'
import { pageTitle } from '../../client/layout/pageTitles.ts'
import {
  isOpenTo,
  navigationPages,
  pageAddresses,
  pagePermission,
  pageSettings,
  phoneTabs,
} from '../../client/pages.ts'
import { enPages } from '../../client/words/enPages.ts'
import { zhPages } from '../../client/words/zhPages.ts'
import { permissionTable } from '../../server/access/permissions.ts'
import { roleNames, roleTable } from '../../server/access/roles.ts'

const all = pageAddresses.map(({ name }) => name)
/** What somebody in a role may do; who sees a part of the hall loses what makes sense for the whole alone. */
const rightsOf = (role: (typeof roleNames)[number]) => {
  const { may, partOfHall }: { may: readonly Permission[]; partOfHall?: boolean } = roleTable[role]
  return (permission: Permission): boolean =>
    may.includes(permission) && (!partOfHall || permissionTable[permission].limited)
}
const closedTo = (role: (typeof roleNames)[number]): PageName[] =>
  all.filter(name => !isOpenTo(name, rightsOf(role)))
const office: PageName[] = ['people', 'audit', 'server']
const trades: PageName[] = ['trading', 'trade']
const briefings: PageName[] = ['briefings', 'briefing', 'paper', 'figures']
const data: PageName[] = ['data', 'import', 'quarantine']

describe('the page of each role', () => {
  it.each([
    ['leader', ['entry', ...data, ...office]],
    ['clerk', office],
    ['windowChief', [...trades, 'review', ...briefings, ...data, ...office]],
    ['tradingChief', ['entry', 'review', ...data, ...office]],
    ['inspection', ['entry', 'review', 'import', 'people', 'server']],
  ] as const)('is closed to a %s where its figures would be refused', (role, closed) => {
    expect(closedTo(role)).toEqual(closed)
  })

  it('is closed to an administrator where it shows figures, and open where it runs the server', () => {
    const closed = closedTo('administrator')
    expect(closed).toEqual(
      expect.arrayContaining(['overview', 'windows', 'window', 'trading', 'wall', 'import']),
    )
    for (const name of ['measures', 'data', ...office, 'account'] as const) expect(closed).not.toContain(name)
  })

  it.each(roleNames)('in the navigation of a %s is never closed to them', role => {
    expect(closedTo(role).filter(name => navigationPages(rightsOf(role)).includes(name as never))).toEqual([])
  })

  it('is as closed as the page from which it is reached', () => {
    for (const name of all) {
      const parent = pageSettings(name)?.parent
      if (parent) expect(pagePermission(name), name).not.toBeNull()
    }
  })

  it('says in both languages what it is, where it is closed to somebody', () => {
    const needed = new Set(all.map(pagePermission).filter(permission => permission !== null))
    for (const words of [zhPages, enPages])
      expect(Object.keys(words.notAllowed.about).toSorted()).toEqual([...needed].toSorted())
  })
})

describe('the line at the foot of a phone', () => {
  it.each([
    ['leader', ['overview', 'windows', 'trading', 'briefings']],
    ['windowChief', ['overview', 'windows', 'entry', 'reports']],
    ['administrator', ['measures', 'data', 'people', 'audit']],
  ] as const)('holds what a %s does every morning', (role, tabs) => {
    expect(phoneTabs(navigationPages(rightsOf(role)))).toEqual(tabs)
  })
})

describe('a page', () => {
  it('has a mark of its own in the navigation', () => {
    expect(new Set(Object.values(pageIcons)).size).toBe(Object.keys(pageIcons).length)
  })

  it('has a title of its own in each language', () => {
    for (const language of ['zh', 'en'] as const) {
      const titles = all
        .filter(name => name !== 'briefing' && name !== 'window')
        .map(name => pageTitle(name)[language])
      expect(titles.every(Boolean)).toBe(true)
      expect(new Set(titles).size).toBe(titles.length)
    }
  })
})
