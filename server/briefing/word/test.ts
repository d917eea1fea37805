import type { Reading } from '#measures'
import type { FigureWanted, Members } from './figureFields.ts'
import { changeOf, measureNamed } from '#measures'
import { figureCalled } from './figureFields.ts'

const signs = ['>', '<', '>=', '<=', '=', '!='] as const
type Sign = (typeof signs)[number]

/** A condition: a value exists, none exists, or a comparison with a number. */
export type Test =
  | { kind: 'some' | 'none'; wanted: FigureWanted }
  | { kind: 'compare'; wanted: FigureWanted; sign: Sign; value: number }

const signWords: Record<string, Sign> = { '≥': '>=', '≤': '<=', '≠': '!=', '<>': '!=', '==': '=' }
const scales: Record<string, number> = { '': 1, '万': 10_000, '亿': 100_000_000 }

/** Parses 1,000, 95%, 3.5万, 2亿元. Units other than 万 and 亿 are ignored. */
function numberFrom(text: string): number | null {
  const [digits] = /^-?\d[\d,]*(?:\.\d+)?/.exec(text.trim()) ?? []
  if (digits === undefined) return null
  const unit = text.trim().slice(digits.length).trim()
  const number = Number(digits.replaceAll(',', '')) * (scales[unit.slice(0, 1)] ?? 1)
  return /^[\p{Script=Han}a-z ]{0,20}%?$/iu.test(unit) ? number : null
}

/** Splits a comparison at its sign; null where there is none. */
function splitAtSign(text: string): { name: string; sign: Sign | null; number: string } | null {
  const match = /[><=≥≤≠!]+/.exec(text)
  if (!match) return null
  const [written] = match
  return {
    name: text.slice(0, match.index).trim(),
    sign: signs.find(sign => sign === (signWords[written] ?? written)) ?? null,
    number: text.slice(match.index + written.length),
  }
}

type Read = { test: Test } | { name: string | null }

/** Parses a condition: 没有 受理量, 受理量 > 1000, 同比:受理量 < 0. Returns the name where it is unknown. */
export function testFrom(text: string, members: Members): Read {
  const trimmed = text.trim()
  const parsed = splitAtSign(trimmed)
  if (parsed) {
    const figure = figureCalled(parsed.name, members)
    if (!figure) return { name: parsed.name }
    const value = numberFrom(parsed.number)
    return value === null || parsed.sign === null
      ? { name: null }
      : { test: { kind: 'compare', wanted: figure.wanted, sign: parsed.sign, value } }
  }
  const whole = figureCalled(trimmed, members)
  if (whole) return { test: { kind: 'some', wanted: whole.wanted } }
  const [not] = /^(?:没有|无|no\s)/i.exec(trimmed) ?? []
  const rest = not === undefined ? trimmed.replace(/^有/, '') : trimmed.slice(not.length)
  const figure = figureCalled(rest, members)
  return figure
    ? { test: { kind: not === undefined ? 'some' : 'none', wanted: figure.wanted } }
    : { name: rest }
}

/** The number that a condition compares: shares and changes in per cent, money in whole units. */
function comparedValue({ measure, shows }: FigureWanted, { value, earlier }: Reading): number | null {
  const of = measureNamed(measure)
  const scale = of.unit === 'percent' ? 100 : of.unit === 'fen' ? 0.01 : 1
  if (shows !== 'change') return value === null ? null : value * scale
  const change = changeOf(of, value, earlier)
  if (change === null) return null
  return change.relative === null ? change.difference * scale : change.relative * 100
}

const slack = 1e-9
const compares: Record<Sign, (a: number, b: number) => boolean> = {
  '>': (a, b) => a > b + slack,
  '<': (a, b) => a < b - slack,
  '>=': (a, b) => a >= b - slack,
  '<=': (a, b) => a <= b + slack,
  '=': (a, b) => Math.abs(a - b) <= slack,
  '!=': (a, b) => Math.abs(a - b) > slack,
}

/** The branches of a condition. */
export type Branch = 'then' | 'else'

function isMet(test: Test, value: number): boolean {
  switch (test.kind) {
    case 'some':
      return value !== 0
    case 'none':
      return value === 0
    case 'compare':
      return compares[test.sign](value, test.value)
  }
}

/** Whether a branch of a condition is printed. Neither is where the value is unknown. */
export function holds(test: Test, reading: Reading, branch: Branch): boolean {
  const value = comparedValue(test.wanted, reading)
  return value !== null && isMet(test, value) === (branch === 'then')
}
