import type { Asked, Choice, Reading, Understanding } from './asked.ts'
import { sentenceOf } from './sentence.ts'

type Understood = Extract<Understanding, { kind: 'understood' }>

const most = 3
const mostFigures = 4

/** 收件多少，办结多少: clauses about figures of the same period and place form one question. Null for all others. */
function asOne(asked: readonly Asked[]): Asked | null {
  const [first] = asked
  const rest = (question: Asked): string => JSON.stringify({ ...question, measures: [] })
  const ids = [...new Set(asked.flatMap(({ measures }) => measures))]
  const isOne = first && asked.every(question => rest(question) === rest(first))
  return isOne && first.order === null && first.threshold === null && ids.length <= mostFigures
    ? { ...first, measures: ids }
    : null
}

/**
 * 哪个窗口收件最多，哪个窗口投诉最多: a text with several independent questions. Each is offered; later ones inherit the
 * period of the first if they name none. Null where a clause is no question by itself.
 */
export function severalQuestions(
  said: string,
  { reading, period, read }: { reading: Reading; period: string; read: (text: string) => Understanding },
): Understanding | null {
  const clauses = said.split('|').filter(clause => clause.trim() !== '')
  if (clauses.length < 2 || clauses.length > most) return null
  const understood = clauses.flatMap((clause, place): Understood[] => {
    const led = place > 0 && period !== '' ? read(`${period}|${clause}`) : null
    const understanding = led?.kind === 'understood' ? led : read(clause)
    return understanding.kind === 'understood' ? [understanding] : []
  })
  if (understood.length < clauses.length) return null
  const together = asOne(understood.map(({ asked }) => asked))
  if (together) {
    const notes = new Map(understood.flatMap(part => part.notes.map(note => [note.zh, note] as const)))
    return { kind: 'understood', asked: together, notes: [...notes.values()] }
  }
  const choices = understood.map(({ asked }): Choice => ({ label: sentenceOf(asked, reading), asked }))
  const differ = new Set(choices.map(({ label }) => label.zh)).size === clauses.length
  if (!differ) return null
  return {
    kind: 'choice',
    why: {
      zh: `这里有${'零一两三'.charAt(clauses.length)}个问题，一次只回答一个，请选择`,
      en: `these are ${['no', 'one', 'two', 'three'][clauses.length]} questions; please choose one at a time`,
    },
    choices,
  }
}
