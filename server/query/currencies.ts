import type { Measure } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { Part } from './words.ts'
import { NamedError, newestPart, partsOf } from '#measures'
import { columnsIn } from '../model/expression.ts'
import { factNamed } from '../model/index.ts'
import { numberNamed } from '../model/named.ts'

/** Whether a part sums amounts of money. */
function addsMoney(part: Part): boolean {
  const newest = newestPart(part)
  if ((newest.kind !== 'flow' && newest.kind !== 'stock') || newest.aggregate !== 'sum') return false
  const { columns } = factNamed(newest.fact)
  return columnsIn(numberNamed(newest.fact, newest.of)).some(name => columns[name]?.type === 'fen')
}

/** Amounts of different currencies are never added up. Errors: several-currencies. */
export function checkCurrencies(
  centres: readonly Pick<Centre, 'currency'>[],
  named: readonly (readonly [string, Measure])[],
): void {
  const currencies = [...new Set(centres.map(centre => centre.currency))].sort()
  if (currencies.length < 2) return
  const [money] = named.find(([, measure]) => partsOf(measure).some(addsMoney)) ?? []
  if (money !== undefined)
    throw new NamedError('several-currencies', { measure: money, currencies: currencies.join('、') })
}
