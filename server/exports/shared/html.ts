import type { Language, Names } from '#measures'
import type { SharedContent, SharedPanel, SharedRow } from './sharedPage.ts'
import { dateWords } from '#measures'
import { markupText } from '../../common/xmlText.ts'

const words = {
  product: { zh: '亮窗 · 只读分享', en: 'Bright Window · shared view' },
  other: { zh: 'English', en: '中文' },
  frozen: {
    zh: '这些是分享时的数字，此后的导入与更正不在其中。',
    en: 'These are the figures at the time of sharing. Later imports and corrections are not in them.',
  },
  onlyRead: {
    zh: '本页只供查看，不能修改。请勿转给无关人员；需要最新数字，请向分享人索取。',
    en: 'This page can only be read. Please do not pass it on. Ask whoever shared it for newer figures.',
  },
  demo: { zh: '演示数据，不是真实业务', en: 'Demonstration data, not real business' },
  empty: { zh: '这一时期没有数据', en: 'No data in this period' },
  ended: { zh: '链接已失效', en: 'This link is no longer valid' },
  ask: { zh: '需要这些数字，请向分享人重新索取。', en: 'Ask whoever shared it for a new link.' },
} satisfies Record<string, Names>

/** Why a link shows no figures. */
type Refusal = { state: 'unknown' | 'tooMany' } | { state: 'expired' | 'withdrawn'; day: string }

function refusalText(refusal: Refusal, language: Language): string {
  const zh = language === 'zh'
  switch (refusal.state) {
    case 'expired': {
      const day = dateWords(refusal.day, language, '')
      return zh ? `这个只读链接已于${day}到期。` : `This read-only link expired on ${day}.`
    }
    case 'withdrawn': {
      const day = dateWords(refusal.day, language, '')
      return zh ? `这个只读链接已于${day}撤回。` : `This read-only link was withdrawn on ${day}.`
    }
    case 'unknown':
      return zh
        ? '没有这个链接：地址不完整，或者已经失效。请核对收到的地址。'
        : 'There is no such link: the address is incomplete, or the link has ended. Check the address.'
    case 'tooMany':
      return zh ? '打开得太频繁，请过一分钟再试。' : 'Opened too often. Try again in a minute.'
  }
}

const said = (key: keyof typeof words, language: Language): string => markupText(words[key][language])
const tag = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en')

/** A page without scripts. Its only link leads to the same page in the other language. */
function page(of: { title: string; head: string; body: string; foot: string }, language: Language): string {
  const other = language === 'zh' ? 'en' : 'zh'
  return `<!doctype html>
<html lang="${tag(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${markupText(of.title)} · ${said('product', language)}</title>
<link rel="stylesheet" href="/shared.css">
</head>
<body>
<header>
<p class="masthead"><span>${said('product', language)}</span>
<a href="?lang=${other}" lang="${tag(other)}">${said('other', language)}</a></p>
${of.head}
</header>
<main>
${of.body}
</main>
<footer>
${of.foot}
</footer>
</body>
</html>
`
}

function factList(facts: readonly [string, string][]): string {
  const listed = facts.map(
    ([name, text]) => `<div><dt>${markupText(name)}</dt><dd>${markupText(text)}</dd></div>`,
  )
  return `<dl>${listed.join('')}</dl>`
}

/** The bar of a figure, as SVG so that it is printed as well. */
function barOf(bar: number): string {
  const width = `${(bar * 100).toFixed(2)}%`
  const shape = `<rect width="${width}" height="6" rx="1"/>`
  return `<svg class="bar" width="100%" height="6" aria-hidden="true">${shape}</svg>`
}

function rowOf({ cells, bar }: SharedRow): string {
  const [name = '', ...figures] = cells
  const drawn = figures.map(text => `<td>${markupText(text)}</td>`)
  return `<tr><th scope="row">${markupText(name)}${bar === null ? '' : barOf(bar)}</th>${drawn.join('')}</tr>`
}

function tableOf({ heading, headers, rows }: SharedPanel, language: Language): string {
  if (rows.length === 0) return `<p class="note">${said('empty', language)}</p>`
  const head = headers.map(text => `<th scope="col">${markupText(text)}</th>`).join('')
  return `<div class="scroll" tabindex="0" role="region" aria-label="${markupText(heading)}">
<table class="${headers.length > 5 ? 'wide' : 'narrow'}">
<thead><tr>${head}</tr></thead>
<tbody>
${rows.map(rowOf).join('\n')}
</tbody>
</table>
</div>`
}

function panelOf(panel: SharedPanel, language: Language): string {
  const { heading, facts, sentence, notes } = panel
  return `<section>
<h2>${markupText(heading)}</h2>
${sentence === '' ? '' : `<p class="sentence">${markupText(sentence)}</p>`}
${facts.length === 0 ? '' : factList(facts)}
${tableOf(panel, language)}
${notes.map(note => `<p class="note">${markupText(note)}</p>`).join('\n')}
</section>`
}

/** The page with the stored figures. */
export function sharedHtml(content: SharedContent, language: Language): string {
  const { centre, title, subject, facts, demo, panels } = content[language]
  return page(
    {
      title: `${centre} ${subject}`,
      head: `<p class="centre">${markupText(centre)}</p>
<h1>${markupText(title)}</h1>
${demo ? `<p class="demo">${said('demo', language)}</p>\n` : ''}${factList(facts)}
<p class="frozen">${said('frozen', language)}</p>`,
      body: panels.map(panel => panelOf(panel, language)).join('\n'),
      foot: `<p>${said('onlyRead', language)}</p>`,
    },
    language,
  )
}

/** The page of a link that shows no figures, with the reason. */
export function refusalHtml(refusal: Refusal, language: Language): string {
  const title = words.ended[language]
  const isOver = refusal.state !== 'tooMany'
  return page(
    {
      title,
      head: isOver ? `<h1>${markupText(title)}</h1>` : `<h1>${said('product', language)}</h1>`,
      body: `<p class="frozen">${markupText(refusalText(refusal, language))}</p>`,
      foot: isOver ? `<p>${said('ask', language)}</p>` : '',
    },
    language,
  )
}

/** The style for phones, large screens, dark mode and print. */
export const sharedStyle = `:root {
  --ground: #f4f5f2; --panel: #ffffff; --line: #dde0dc; --strong: #131c2a;
  --ink: #37424f; --soft: #58626e; --data: #1c4a8a; --bar: #1f5199; --accent: #b3301a;
  color-scheme: light dark;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1219; --panel: #161d27; --line: #2a3441; --strong: #f0f2f5;
    --ink: #c8cfd8; --soft: #9aa5b3; --data: #8ab7f0; --bar: #5d8fce; --accent: #f4836b;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1.25rem 1rem 2rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.6 'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC',
    system-ui, sans-serif;
  text-autospace: normal;
}
p, dl, dd, h1, h2 { margin: 0; }
a { color: var(--data); }
.masthead {
  display: flex; justify-content: space-between; gap: 1rem; padding-bottom: .5rem; margin-bottom: 1.25rem;
  border-bottom: 2px solid var(--accent); color: var(--soft); font-size: .875rem;
}
.masthead a { padding: 0 .25rem; }
.centre { color: var(--soft); }
h1 {
  color: var(--strong);
  font: 600 1.75rem/1.3 'Songti SC', 'Noto Serif SC', 'Noto Serif CJK SC', SimSun, serif;
}
h2 { color: var(--strong); font-size: 1.0625rem; line-height: 1.4; }
.demo { color: var(--accent); }
dl { display: flex; flex-wrap: wrap; gap: .125rem 1.5rem; margin: .5rem 0; font-size: .875rem; }
dl div { display: flex; gap: .5rem; }
dt { color: var(--soft); flex: none; }
.frozen { margin-top: .75rem; padding: .5rem .75rem; background: var(--panel); }
.frozen { border-left: 3px solid var(--data); }
main { display: grid; gap: 1rem; margin-top: 1.25rem; }
main > * { min-width: 0; }
section { padding: 1rem; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); }
.sentence { margin-top: .25rem; color: var(--strong); }
.note { margin-top: .5rem; color: var(--soft); font-size: .875rem; }
.scroll { overflow-x: auto; margin-top: .5rem; }
.scroll:focus-visible, a:focus-visible { outline: 2px solid var(--data); outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums lining-nums; }
th, td { padding: .375rem .5rem; border-bottom: 1px solid var(--line); }
th, td { font-weight: normal; vertical-align: top; }
th { text-align: left; }
td, thead th + th { text-align: right; }
thead th { color: var(--soft); font-size: .875rem; }
tbody th { color: var(--strong); min-width: 6em; }
tbody td:nth-child(2) { color: var(--strong); font-weight: 600; }
.wide th, .wide td { white-space: nowrap; }
.wide th:first-child { position: sticky; left: 0; background: var(--panel); }
.bar { display: block; margin-top: .25rem; fill: var(--bar); }
footer { margin-top: 1.25rem; color: var(--soft); font-size: .875rem; }
@media (min-width: 40rem) { body { padding: 2rem 1.5rem 3rem; } section { padding: 1.25rem 1.5rem; } }
@media print {
  :root { --ground: #ffffff; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .masthead a { display: none; }
  section { padding: .75rem 0; border: 0; border-top: 1px solid var(--line); border-radius: 0; }
  .scroll { overflow: visible; }
  .wide { font-size: 8pt; }
  .wide th, .wide td { padding: .2rem; white-space: normal; }
  thead { display: table-header-group; }
  tr, h2, dl { break-inside: avoid; }
  h2 { break-after: avoid; }
  .bar { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`
