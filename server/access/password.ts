import { NamedError } from '../common/errors.ts'

export const leastPassword = 10
export const mostPassword = 128
const leastClasses = 3
/** From this length on, a password needs no different kinds of characters. */
const phrase = 20
/** zxcvbn's scale goes from 0 to 4; 3 resists 10⁸ guesses. */
const leastScore = 3

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-z\d]/i]

type Judge = (password: string, words: string[]) => { score: number }
let judge: Promise<Judge> | null = null

/** Loaded at first use, because the dictionaries are large and few processes need them. */
async function loadJudge(): Promise<Judge> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const factory = new ZxcvbnFactory({ dictionary: { ...common.dictionary }, graphs: common.adjacencyGraphs })
  return (password, words) => factory.check(password, words)
}

/**
 * Refuses passwords that can be guessed: at least 10 characters of three kinds, or 20 of any kind; not the
 * account's name; nothing in a dictionary of common passwords and keyboard patterns. Errors: password-weak.
 */
export async function checkPassword(password: string, names: readonly string[]): Promise<void> {
  const weak = (why: string): NamedError => new NamedError('password-weak', { why })
  if (password.length < leastPassword || password.length > mostPassword) throw weak('length')
  const kinds = classes.filter(kind => kind.test(password)).length
  if (kinds < leastClasses && password.length < phrase) throw weak('kinds')
  if (names.some(name => name.length > 2 && password.toLowerCase().includes(name.toLowerCase())))
    throw weak('name')
  judge ??= loadJudge()
  if ((await judge)(password, [...names, 'brightwindow', 'liangchuang']).score < leastScore)
    throw weak('common')
}
