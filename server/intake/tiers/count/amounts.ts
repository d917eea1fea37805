import type { Expression } from '../../../facts/expression.ts'
import type { Fact } from '../../../facts/index.ts'
import type { FlowPart } from '../../../query/words.ts'
import type { Row } from '../../target.ts'
import { readExpression } from '../../../facts/expression.ts'

/** How much one row adds to a part: its conditions by number, and what is added where all hold. */
interface Amount { when: Int32Array, number: Expression | null }

/** Works out what a row adds to each of some parts of a fact. Conditions that several parts share are worked out once. */
export class Amounts {
  /** What the last row adds, part by part. */
  readonly values: Float64Array
  private readonly conditions: Expression[] = []
  private readonly holds: Uint8Array
  private readonly amounts: Amount[]

  constructor(fact: Fact, parts: readonly FlowPart[]) {
    const known = new Map<string, number>()
    const numberOf = (name: string): number => {
      const place = known.get(name) ?? this.conditions.push(readExpression(fact.conditions[name] ?? '').of) - 1
      known.set(name, place)
      return place
    }
    this.amounts = parts.map(part => ({ when: Int32Array.from(part.when, numberOf), number: part.aggregate === 'sum' ? readExpression(fact.numbers[part.of] ?? '').of : null }))
    this.values = new Float64Array(parts.length)
    this.holds = new Uint8Array(this.conditions.length)
  }

  /** Works out what a row adds, and leaves it in `values`; with −1, what it takes away. */
  take(row: Row, sign: 1 | -1): void {
    // Plain loops: this runs for every row, and walking entries makes an array for each.
    for (let place = 0; place < this.conditions.length; place++)
      this.holds[place] = this.conditions[place]?.(row) === true ? 1 : 0
    for (let place = 0; place < this.amounts.length; place++)
      this.values[place] = sign * this.amountOf(this.amounts[place], row)
  }

  private amountOf(amount: Amount | undefined, row: Row): number {
    if (!amount || !this.allHold(amount.when))
      return 0
    return amount.number === null ? 1 : Number(amount.number(row) ?? 0)
  }

  private allHold(when: Int32Array): boolean {
    for (const place of when) {
      if (this.holds[place] !== 1)
        return false
    }
    return true
  }
}
