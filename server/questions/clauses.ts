import type { Choice, Reading, Understanding } from './asked.ts'
import { sentenceOf } from './sentence.ts'

const most = 3

/**
 * 哪个窗口收件最多，哪个窗口投诉最多: a text of several questions that are not one. Each is offered, the
 * later ones in the period of the first where they name none. Null where a clause is no question of its own.
 */
export function severalQuestions(
  said: string,
  { reading, period, read }: { reading: Reading; period: string; read: (text: string) => Understanding },
): Understanding | null {
  const clauses = said.split('|').filter(clause => clause.trim() !== '')
  if (clauses.length < 2 || clauses.length > most) return null
  const choices = clauses.map((clause, place): Choice | null => {
    const led = place > 0 && period !== '' ? read(`${period}|${clause}`) : null
    const found = led?.kind === 'understood' ? led : read(clause)
    return found.kind === 'understood'
      ? { label: sentenceOf(found.asked, reading), asked: found.asked }
      : null
  })
  const known = choices.filter(choice => choice !== null)
  const differ = new Set(known.map(({ label }) => label.zh)).size === clauses.length
  if (known.length < clauses.length || !differ) return null
  return {
    kind: 'choice',
    why: {
      zh: `这里有${'零一两三'.charAt(clauses.length)}个问题，一次答一个，请选`,
      en: `these are ${['no', 'one', 'two', 'three'][clauses.length]} questions; please choose one at a time`,
    },
    choices: known,
  }
}
