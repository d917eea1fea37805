import { factNames, facts } from '#measures'

/** The names of all facts in a language, as the model declares them. */
export const factWords = (language: 'zh' | 'en'): Record<(typeof factNames)[number], string> =>
  Object.fromEntries(factNames.map(name => [name, facts[name].names[language]])) as Record<
    (typeof factNames)[number],
    string
  >
