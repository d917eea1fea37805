import type { Language, Names } from '#measures'
import { markupText } from '../../common/xmlText.ts'

/** A table of headline figures, as printed. */
export interface PlainTable {
  caption: string
  rows: { name: string; value: string; change: string }[]
}

const words = {
  product: { zh: '亮窗 简版', en: 'Bright Window, plain' },
  other: { zh: 'English', en: '中文' },
  measure: { zh: '指标', en: 'Figure' },
  value: { zh: '数值', en: 'Value' },
  change: { zh: '与上年同期相比', en: 'Against a year earlier' },
  whole: { zh: '打开完整页面', en: 'Open the full pages' },
  name: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  signIn: { zh: '登录', en: 'Sign in' },
  demo: { zh: '演示：选择一个角色', en: 'Demonstration: choose a role' },
  refused: {
    zh: '登录未成功，请核对用户名和密码。',
    en: 'Signing in failed. Check the user name and the password.',
  },
  secondFactor: {
    zh: '这个账户要用动态码登录，简版不支持，请换用较新的浏览器。',
    en: 'This account signs in with a code, which the plain page cannot take. Use a newer browser.',
  },
  why: {
    zh: '浏览器较旧，或脚本被关闭时，这里仍列出主要数字。',
    en: 'For older browsers, or where scripts are turned off, the main figures are listed here.',
  },
} satisfies Record<string, Names>

/** Why a sign-in failed. */
export type SignInFailure = 'refused' | 'secondFactor'

const said = (key: keyof typeof words, language: Language): string => markupText(words[key][language])

/** A page without scripts, readable in any browser and by screen readers. */
function page(title: string, body: string, language: Language): string {
  const other = language === 'zh' ? 'en' : 'zh'
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markupText(title)} · ${said('product', language)}</title>
<link rel="stylesheet" href="/plain.css">
</head>
<body>
<p class="product">${said('product', language)}</p>
<main>
<h1>${markupText(title)}</h1>
${body}
</main>
<footer>
<p>${said('why', language)}</p>
<p><a href="/plain?lang=${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}">${said('other', language)}</a>
<a href="/">${said('whole', language)}</a></p>
</footer>
</body>
</html>
`
}

function tableOf({ caption, rows }: PlainTable, place: number, language: Language): string {
  const head = (['measure', 'value', 'change'] as const).map(
    key => `<th scope="col">${said(key, language)}</th>`,
  )
  const body = rows.map(({ name, value, change }) => {
    const cells = [value, change].map(text => `<td>${markupText(text)}</td>`)
    return `<tr><th scope="row">${markupText(name)}</th>${cells.join('')}</tr>`
  })
  return `<table id="part-${place}">
<caption>${markupText(caption)}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>`
}

/** The page of the headline figures. `about` gives their days and the last day with data. */
export function figuresPage(
  of: { title: string; about: string; tables: readonly PlainTable[] },
  language: Language,
): string {
  const tables = of.tables.map((table, place) => tableOf(table, place, language)).join('\n')
  const links = of.tables.map(({ caption }, place) => `<a href="#part-${place}">${markupText(caption)}</a>`)
  return page(
    of.title,
    `<p class="about">${markupText(of.about)}</p>\n<p>${links.join('\n')}</p>\n${tables}`,
    language,
  )
}

/** A page that explains why there are no figures. */
export const sayingPage = (text: string, language: Language): string =>
  page(words.product[language], `<p>${markupText(text)}</p>`, language)

/** The sign-in page; `roles` are those of the demonstration, where it is open. */
export function signInPage(
  of: { failure: SignInFailure | null; roles: readonly { name: string; names: Names }[] },
  language: Language,
): string {
  const failure = of.failure === null ? '' : `<p role="alert">${said(of.failure, language)}</p>\n`
  const roles = of.roles.map(
    ({ name, names }) =>
      `<button name="role" value="${markupText(name)}">${markupText(names[language])}</button>`,
  )
  const demo =
    roles.length === 0
      ? ''
      : `<form method="post" action="/plain?lang=${language}">
<h2>${said('demo', language)}</h2>
<p class="roles">${roles.join('\n')}</p>
</form>`
  const form = `<form method="post" action="/plain?lang=${language}">
<p><label>${said('name', language)} <input name="username" autocomplete="username" required></label></p>
<p><label>${said('password', language)}
<input name="password" type="password" autocomplete="current-password" required></label></p>
<p><button>${said('signIn', language)}</button></p>
</form>`
  return page(words.signIn[language], `${failure}${form}\n${demo}`, language)
}

/** Styles of these pages: only features that browsers of the last fifteen years support. */
export const plainStyle = `body { margin: 0 auto; max-width: 50em; padding: 0 24px 32px; }
body { color: #37424f; background: #f4f5f2;
  font: 15px/1.6 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', sans-serif; }
.product { margin: 0; padding: 14px 0; border-bottom: 1px solid #dde0dc; color: #131c2a; }
.product, h1 { font-family: 'Source Han Serif SC', 'Noto Serif CJK SC', STZhongsong, SimSun, serif; }
.product { font-weight: bold; }
h1 { margin: 24px 0 0; color: #131c2a; font-size: 26px; line-height: 1.5; }
h2 { margin: 0 0 8px; color: #131c2a; font-size: 15px; }
.about { margin: 0; color: #58626e; }
table { width: 100%; margin: 0 0 24px; border: 1px solid #7d8690; border-collapse: collapse;
  table-layout: fixed; background: #fff; }
caption { padding: 0 0 8px; color: #131c2a; font-size: 17px; font-weight: bold; text-align: left; }
th, td { padding: 7px 20px; border-bottom: 1px solid #dde0dc; font-weight: normal; text-align: left; }
tbody tr:last-child th, tbody tr:last-child td { border-bottom: 0; }
thead th { color: #58626e; font-size: 13px; }
thead th { width: 34%; }
thead th + th { width: 26%; text-align: right; }
thead th + th + th { width: 40%; }
td { text-align: right; }
th + td { color: #131c2a; font-weight: bold; }
form { max-width: 32em; margin: 20px 0 0; padding: 20px 24px; border: 1px solid #7d8690; background: #fff; }
form p { margin: 0 0 12px; }
label { color: #58626e; font-size: 13px; }
input { display: block; box-sizing: border-box; width: 100%; padding: 4px 8px; border: 1px solid #b3bac0; }
input, button { min-height: 36px; font: inherit; font-size: 15px; }
button { padding: 4px 16px; border: 1px solid #1c4a8a; background: #1c4a8a; color: #fff; }
.roles { margin: 0; }
.roles button { margin: 0 8px 8px 0; border-color: #b3bac0; background: #fff; color: #131c2a; }
a { color: #1c4a8a; margin-right: 16px; }
[role='alert'] { color: #b3301a; }
footer { margin-top: 32px; border-top: 1px solid #dde0dc; color: #58626e; font-size: 13px; }
@media (max-width: 600px) {
  body { padding: 0 16px 24px; }
  th, td { padding: 7px 10px; }
}
`
