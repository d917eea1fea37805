import type { FlowPart } from '#measures'
import type { Row } from '../../intake/targets/target.ts'
import type { Predicate } from '../../model/toPredicate.ts'
import { conditionNamed, numberNamed } from '../../model/named.ts'
import { toPredicate } from '../../model/toPredicate.ts'

/**
 * What a row adds to a part: the indexes of its conditions, and the number added where all of them hold; a
 * null number means 1.
 */
interface Amount {
  when: Int32Array
  number: Predicate | null
}

/**
 * Computes what a row adds to each of some parts of one fact. Conditions shared by several parts are
 * evaluated once.
 */
export class Amounts {
  /** The amounts of the last row, in the order of the parts. */
  readonly values: Float64Array
  private readonly conditions: Predicate[] = []
  private readonly holds: Uint8Array
  private readonly amounts: Amount[]

  constructor(parts: readonly FlowPart[]) {
    const places = new Map<string, number>()
    const placeOf = ({ fact }: FlowPart, name: string): number => {
      const place = places.get(name) ?? this.conditions.push(toPredicate(conditionNamed(fact, name))) - 1
      places.set(name, place)
      return place
    }
    this.amounts = parts.map(part => ({
      when: Int32Array.from(part.when, name => placeOf(part, name)),
      number: part.aggregate === 'sum' ? toPredicate(numberNamed(part.fact, part.of)) : null,
    }))
    this.values = new Float64Array(parts.length)
    this.holds = new Uint8Array(this.conditions.length)
  }

  /** Computes the amounts of a row into `values`; with −1, negated. */
  take(row: Row, sign: 1 | -1): void {
    // Indexed loops, because this runs for every row and `entries()` allocates.
    for (let place = 0; place < this.conditions.length; place++)
      this.holds[place] = this.conditions[place]?.(row) === true ? 1 : 0
    for (let place = 0; place < this.amounts.length; place++)
      this.values[place] = sign * this.amountOf(this.amounts[place], row)
  }

  private amountOf(amount: Amount | undefined, row: Row): number {
    if (!amount || !this.allHold(amount.when)) return 0
    return amount.number === null ? 1 : Number(amount.number(row) ?? 0)
  }

  private allHold(when: Int32Array): boolean {
    for (const place of when) {
      if (this.holds[place] !== 1) return false
    }
    return true
  }
}
