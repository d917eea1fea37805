/** The weight of a finding: a problem, a guess, an unused column, or plain information. */
export type Weight = 'wrong' | 'guess' | 'unused' | 'sure'
