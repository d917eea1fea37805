import type { Names } from '#measures'
import type { NamedMember } from './asked.ts'
import { distance } from 'fastest-levenshtein'
import { measureIds, measureNamed } from '#measures'
import { hasHan, normalise } from './normalise.ts'

/** A name that resembles the written word. */
interface Slip {
  written: string
  member: NamedMember
  name: string
}

/** Measures can be misspelt as well. */
const measureNames: readonly NamedMember[] = measureIds.map(id => ({
  dimension: 'measure',
  code: id,
  ...measureNamed(id).names,
}))

/**
 * The number of typing mistakes that are tolerated in a name of some length. Short names have too many
 * similar ones.
 */
const mistakes = (length: number, han: boolean): number => (han ? (length >= 3 ? 1 : 0) : length >= 6 ? 2 : 0)

/** Stretches of a text around an unknown word that may be a misspelt name. */
function stretches(text: string, unknown: { from: number; to: number }): string[] {
  const spellings: string[] = []
  const reach = 12
  for (let from = unknown.from; from >= Math.max(0, unknown.from - reach); from--)
    for (let to = unknown.to; to <= Math.min(text.length, unknown.to + reach); to++) {
      const stretch = text.slice(from, to)
      const whole =
        hasHan(stretch) || (!/[a-z]/.test(text.charAt(from - 1)) && !/[a-z]/.test(text.charAt(to)))
      if (whole && stretch.trim() === stretch && stretch.length >= 3) spellings.push(stretch)
    }
  return spellings
}

/** The names that a stretch in a language may be meant for; none where no stretch is in it. */
function guessable(members: readonly NamedMember[], language: 'zh' | 'en', written: readonly string[]) {
  if (!written.some(word => hasHan(word) === (language === 'zh'))) return []
  return [...members, ...measureNames].flatMap(member => {
    const name = normalise(member[language])
    const most = mistakes(name.length, hasHan(name))
    return most === 0 ? [] : [{ member, name, most }]
  })
}

/**
 * Members whose names differ by few mistakes from the text around an unknown word, closest first. They are
 * offered, never chosen automatically.
 */
export function slipsOf(
  text: string,
  unknown: { from: number; to: number },
  members: readonly NamedMember[],
): Slip[] {
  const slips: (Slip & { mistakes: number })[] = []
  const written = stretches(text, unknown)
  const named = {
    zh: guessable(members, 'zh', written),
    en: guessable(members, 'en', written),
  }
  for (const word of written)
    for (const { member, name, most } of hasHan(word) ? named.zh : named.en) {
      if (Math.abs(name.length - word.length) > most) continue
      const far = distance(name, word)
      if (far > 0 && far <= most) slips.push({ written: word, member, name, mistakes: far })
    }
  if (slips.length === 0) return partsOfNames(text, unknown, members)
  const best = Math.min(...slips.map(slip => slip.mistakes))
  const closest = slips.filter(slip => slip.mistakes === best)
  const byMember = new Map(closest.map(slip => [`${slip.member.dimension} ${slip.name}`, slip]))
  return [...byMember.values()].slice(0, 5)
}

/** Units and windows whose names begin with the unknown word: 国土 may be 国土资源局. */
function partsOfNames(
  text: string,
  unknown: { from: number; to: number },
  members: readonly NamedMember[],
): Slip[] {
  const written = text.slice(unknown.from, unknown.to)
  if (!hasHan(written) || written.length < 2) return []
  const isWindow = text.startsWith('窗口', unknown.to)
  const dimension = isWindow ? 'window' : 'unit'
  const candidates = members.filter(member => member.dimension === dimension && member.zh.startsWith(written))
  return candidates.map(member => ({
    written: isWindow ? `${written}窗口` : written,
    member,
    name: normalise(member.zh),
  }))
}

/** What is said of words that are all but a name. */
export function slipNote(slips: readonly Slip[]): Names {
  const written = slips[0]?.written ?? ''
  const names = (language: 'zh' | 'en'): string[] => [...new Set(slips.map(({ member }) => member[language]))]
  return {
    zh: `没有“${written}”，是不是“${names('zh').join('”或“')}”？`,
    en: `“${written}” is not known; is “${names('en').join('” or “')}” meant?`,
  }
}
