import type { Names } from '#measures'
import type { TemplateProblem } from './check.ts'

const parts = {
  text: { zh: '正文', en: 'text' },
  header: { zh: '页眉', en: 'header' },
  footer: { zh: '页脚', en: 'footer' },
  notes: { zh: '脚注', en: 'notes' },
} as const

function whatIsWrong({ kind, field }: TemplateProblem): Names {
  switch (kind) {
    case 'unknown':
      return { zh: `没有“${field}”这个字段`, en: `there is no field “${field}”` }
    case 'unreadable-test':
      return {
        zh: `条件“${field}”读不懂，请写成“#如果 受理量 > 1000”`,
        en: `the condition “${field}” cannot be read; write “#if Cases accepted > 1000”`,
      }
    case 'broken':
      return {
        zh: '花括号不成对，字段要写在 {{ 和 }} 之间',
        en: 'unmatched braces; a field stands between {{ and }}',
      }
    case 'unclosed':
      return {
        zh: `“${field}”没有结束，请在后面加上 {{/如果}}`,
        en: `“${field}” has no end; put {{/if}} behind it`,
      }
    case 'unopened':
      return {
        zh: '这个 {{/如果}} 前面没有对应的 {{#如果 …}}',
        en: 'this {{/if}} has no {{#if …}} before it',
      }
    case 'else-alone':
      return {
        zh: '{{#否则}} 要放在 {{#如果 …}} 和 {{/如果}} 之间，每个条件只能有一个',
        en: '{{#else}} stands between {{#if …}} and {{/if}}, once for each condition',
      }
    case 'not-alone':
      return { zh: `“${field}”要独占一段`, en: `“${field}” needs a paragraph of its own` }
    case 'not-here':
      return { zh: `“${field}”只能放在正文里`, en: `“${field}” can only stand in the body text` }
    case 'too-many':
      return { zh: '字段太多', en: 'there are too many fields' }
    case 'no-fields':
      return { zh: '没有找到字段，例如 {{受理量}}', en: 'no field was found, such as {{Cases accepted}}' }
    case 'unfillable':
      return { zh: `字段的位置不能填写：${field}`, en: `fields cannot be filled where they stand: ${field}` }
  }
}

/** The problems of a template in words: what is wrong, where, and suggested names. */
export function problemWords(problem: TemplateProblem): Names {
  const { place, near } = problem
  const wrong = whatIsWrong(problem)
  const at = {
    zh: place ? `${parts[place.part].zh}第 ${place.paragraph} 段“${place.around}”：` : '',
    en: place ? `${parts[place.part].en}, paragraph ${place.paragraph} “${place.around}”: ` : '',
  }
  const meant = {
    zh: near.length > 0 ? `。您要的可能是：${near.join('、')}` : '',
    en: near.length > 0 ? `. You may have meant: ${near.join(', ')}` : '',
  }
  return { zh: `${at.zh}${wrong.zh}${meant.zh}。`, en: `${at.en}${wrong.en}${meant.en}.` }
}
