import type { Answer, Cell, Member } from '#measures'

/**
 * The parts of one centre over several answers. Parts of a fact that was not asked for this centre are null
 * (unknown).
 */
function partsOf(answers: readonly Answer[], code: string): Cell['parts'] {
  const all = answers.map(({ question, current }): Cell['parts'] => {
    if (!question.centres.includes(code))
      return Object.fromEntries(Object.keys(current.overall).map(key => [key, null]))
    return current.totals.find(({ members }) => members[0] === code)?.parts ?? {}
  })
  return Object.assign({}, ...all) as Cell['parts']
}

function membersOf(answers: readonly Answer[]): Member[] {
  const all = answers.flatMap(({ members: [first = []] }) => first)
  return [...new Map(all.map(member => [member.code, member])).values()]
}

/**
 * Merges answers about different facts in the same period into one answer with all measures and centres. Null
 * for an empty list.
 */
export function joined(answers: readonly Answer[]): Answer | null {
  const [first] = answers
  if (!first) return null
  const members = membersOf(answers)
  const sides = answers.map(({ current }) => current)
  return {
    ...first,
    question: {
      ...first.question,
      measures: answers.flatMap(({ question }) => question.measures),
      centres: [...new Set(answers.flatMap(({ question }) => question.centres))],
    },
    knownDays: Object.assign({}, ...answers.map(answer => answer.knownDays)) as Answer['knownDays'],
    members: [members],
    current: {
      ...first.current,
      totals: members.map(({ code }) => ({ bucket: 0, members: [code], parts: partsOf(answers, code) })),
      overall: Object.assign({}, ...sides.map(({ overall }) => overall)) as Cell['parts'],
      coverage: Object.assign({}, ...sides.map(({ coverage }) => coverage)) as Answer['current']['coverage'],
      versions: Object.assign({}, ...sides.map(({ versions }) => versions)) as Answer['current']['versions'],
    },
  }
}
