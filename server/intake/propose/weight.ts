/** How much a finding weighs: what will be wrong, what is a guess, what is left unused, what is simply so. */
export type Weight = 'wrong' | 'guess' | 'unused' | 'sure'
