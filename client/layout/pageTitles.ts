import type { Names } from '#measures'
import type { PageName } from '../pages.ts'
import { pageNames } from '../pages.ts'

type Unnamed = Exclude<PageName, Parameters<typeof pageNames>[0]>

/** The titles of pages that are not in the navigation. */
const others: Record<Unnamed, Names> = {
  window: { zh: '窗口', en: 'Window' },
  trade: { zh: '交易详情', en: 'Trade' },
  notice: { zh: '一次性告知单', en: 'Notice for applicants' },
  briefing: { zh: '简报', en: 'Briefing' },
  paper: { zh: '版式与期号', en: 'Layout and issue numbers' },
  figures: { zh: '简报数据', en: 'Briefing figures' },
  import: { zh: '导入文件', en: 'Import' },
  quarantine: { zh: '隔离区', en: 'Quarantine' },
  account: { zh: '我的账户', en: 'My account' },
  invitation: { zh: '设定密码', en: 'Choose a password' },
  wall: { zh: '大屏', en: 'Wall' },
  missing: { zh: '没有这个页面', en: 'Page not found' },
}

/** The title of the sign-in page, which may be shown in place of any other. */
export const signInTitle: Names = { zh: '登录', en: 'Sign in' }

const isUnnamed = (name: PageName): name is Unnamed => Object.hasOwn(others, name)

/** The title of a page, for the browser's tab and for the notice that it may not be opened. */
export const pageTitle = (name: PageName): Names => (isUnnamed(name) ? others[name] : pageNames(name))
