/** What a column of a row holds, or an expression over it is: null is SQL's NULL, not known. Days are numbers. */
export type Known = string | number | boolean | null

/** Works an expression out for one row. A column that the row does not carry is not known. */
export type Expression = (row: Readonly<Record<string, Known | undefined>>) => Known

const token = /"((?:[^"]|"")*)"|'((?:[^']|'')*)'|(\d+)|(<>|<=|>=|[=<>(),-])|([A-Z]+)/gy

type Kind = 'column' | 'text' | 'number' | 'sign' | 'word' | 'end'
interface Token { kind: Kind, text: string }

const kinds: readonly Kind[] = ['column', 'text', 'number', 'sign', 'word']

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < sql.length) {
    if (/\s/.test(sql.charAt(token.lastIndex))) {
      token.lastIndex++
      continue
    }
    const at = token.lastIndex
    const [, ...groups] = token.exec(sql) ?? []
    const place = groups.findIndex(group => group !== undefined)
    const kind = kinds[place]
    if (!kind)
      throw new SyntaxError(`cannot be read at ${at}: ${sql}`)
    const text = groups[place] ?? ''
    tokens.push({ kind, text: kind === 'text' ? text.replaceAll('\'\'', '\'') : text })
  }
  return tokens
}

type Compared = '=' | '<>' | '<' | '<=' | '>' | '>='

const comparisons: Record<Compared, (a: Known, b: Known) => boolean> = {
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
  '<': (a, b) => Number(a) < Number(b),
  '<=': (a, b) => Number(a) <= Number(b),
  '>': (a, b) => Number(a) > Number(b),
  '>=': (a, b) => Number(a) >= Number(b),
}

const isComparison = (text: string): text is Compared => Object.hasOwn(comparisons, text)

function both(left: Expression, right: Expression): Expression {
  return (row) => {
    const first = left(row)
    if (first === false)
      return false
    const second = right(row)
    return second === false ? false : first === null || second === null ? null : true
  }
}

function either(left: Expression, right: Expression): Expression {
  return (row) => {
    const first = left(row)
    if (first === true)
      return true
    const second = right(row)
    return second === true ? true : first === null || second === null ? null : false
  }
}

function opposite(of: Expression): Expression {
  return (row) => {
    const found = of(row)
    return found === null ? null : !found
  }
}

function compared(how: Compared, left: Expression, right: Expression): Expression {
  const compare = comparisons[how]
  return (row) => {
    const a = left(row)
    const b = right(row)
    return a === null || b === null ? null : compare(a, b)
  }
}

function difference(left: Expression, right: Expression): Expression {
  return (row) => {
    const a = left(row)
    const b = right(row)
    return a === null || b === null ? null : Number(a) - Number(b)
  }
}

function among(of: Expression, values: readonly Known[]): Expression {
  const known = new Set(values)
  return (row) => {
    const found = of(row)
    return found === null ? null : known.has(found)
  }
}

/** Reads by recursive descent: OR over AND over NOT over comparisons over differences over single terms. */
class Reader {
  readonly columns = new Set<string>()
  private at = 0
  private readonly sql: string
  private readonly tokens: Token[]

  constructor(sql: string) {
    this.sql = sql
    this.tokens = tokensOf(sql)
  }

  whole(): Expression {
    const found = this.any()
    return this.next.kind === 'end' ? found : this.fail()
  }

  private get next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' }
  }

  private fail(): never {
    throw new SyntaxError(`cannot be read near "${this.next.text}": ${this.sql}`)
  }

  private takes(kind: Kind, text: string): boolean {
    const fits = this.next.kind === kind && this.next.text === text
    this.at += fits ? 1 : 0
    return fits
  }

  private expect(kind: Kind, text: string): void {
    if (!this.takes(kind, text))
      this.fail()
  }

  private any(): Expression {
    const left = this.all()
    return this.takes('word', 'OR') ? either(left, this.any()) : left
  }

  private all(): Expression {
    const left = this.negated()
    return this.takes('word', 'AND') ? both(left, this.all()) : left
  }

  private negated(): Expression {
    return this.takes('word', 'NOT') ? opposite(this.negated()) : this.predicate()
  }

  private predicate(): Expression {
    const left = this.sum()
    const { kind, text } = this.next
    if (kind === 'sign' && isComparison(text)) {
      this.at++
      return compared(text, left, this.sum())
    }
    if (this.takes('word', 'IN'))
      return among(left, this.list())
    return this.takes('word', 'IS') ? this.stated(left) : left
  }

  /** IS NULL, IS NOT NULL, IS DISTINCT FROM: always true or false. */
  private stated(left: Expression): Expression {
    if (this.takes('word', 'DISTINCT')) {
      this.expect('word', 'FROM')
      const right = this.sum()
      return row => left(row) !== right(row)
    }
    const wanted = !this.takes('word', 'NOT')
    this.expect('word', 'NULL')
    return row => (left(row) === null) === wanted
  }

  private list(): Known[] {
    this.expect('sign', '(')
    const values: Known[] = []
    do
      values.push(this.literal() ?? this.fail())
    while (this.takes('sign', ','))
    this.expect('sign', ')')
    return values
  }

  private literal(): Known {
    const { kind, text } = this.next
    if (kind !== 'text' && kind !== 'number')
      return null
    this.at++
    return kind === 'text' ? text : Number(text)
  }

  private sum(): Expression {
    let left = this.term()
    while (this.takes('sign', '-'))
      left = difference(left, this.term())
    return left
  }

  private term(): Expression {
    const literal = this.literal()
    if (literal !== null)
      return () => literal
    if (this.takes('sign', '(')) {
      const inner = this.any()
      this.expect('sign', ')')
      return inner
    }
    const { kind, text } = this.next
    if (kind !== 'column')
      return this.fail()
    this.at++
    this.columns.add(text)
    return row => row[text] ?? null
  }
}

/**
 * Reads a condition or number of a fact, written as SQL over the row's own columns, so that it can be worked out where rows are not in the
 * database yet. It means there what it means to PostgreSQL, three-valued logic included. What is read: columns, texts, whole numbers,
 * comparisons, IN, IS [NOT] NULL, IS DISTINCT FROM, AND, OR, NOT, differences and brackets. Throws SyntaxError on anything else.
 */
export function readExpression(sql: string): { columns: ReadonlySet<string>, of: Expression } {
  const reader = new Reader(sql)
  const of = reader.whole()
  return { columns: reader.columns, of }
}
