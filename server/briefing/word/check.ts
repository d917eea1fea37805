import type { Buffer } from 'node:buffer'
import type { WordField } from './field.ts'
import type { Members } from './figureFields.ts'
import type { BrokenTag, WordTag } from './tags.ts'
import { readField } from './field.ts'
import { compiledTemplate } from './merge.ts'
import { openTemplate, templateLimits } from './package.ts'
import { tagsIn } from './tags.ts'

/** The reasons why a template cannot be filled. */
type ProblemKind =
  | 'unknown'
  | 'unreadable-test'
  | 'broken'
  | 'unclosed'
  | 'unopened'
  | 'else-alone'
  | 'not-alone'
  | 'not-here'
  | 'too-many'
  | 'no-fields'
  | 'unfillable'

/** A problem with its place, and suggested names. */
export interface TemplateProblem {
  kind: ProblemKind
  /** The text between the braces. */
  field: string
  place: { part: 'text' | 'header' | 'footer' | 'notes'; paragraph: number; around: string } | null
  near: string[]
}

/** The text of a field, and its meaning. */
export interface NamedField {
  text: string
  field: WordField
}

/** A template with its fields in order. */
interface CheckedTemplate {
  main: string
  fields: NamedField[]
  problems: TemplateProblem[]
}

type Part = NonNullable<TemplateProblem['place']>['part']
const partOf = (name: string): Part =>
  name.includes('/header')
    ? 'header'
    : name.includes('/footer')
      ? 'footer'
      : /notes/.test(name)
        ? 'notes'
        : 'text'

const at = (part: Part, { paragraph, around }: BrokenTag): TemplateProblem['place'] => ({
  part,
  paragraph,
  around,
})

/**
 * The problem with the place of a field: pictures and paragraphs must be alone in a paragraph of the main
 * text.
 */
function misplaced(field: WordField, { isAlone }: WordTag, part: Part): TemplateProblem['kind'] | null {
  if (field.kind !== 'table' && field.kind !== 'chart' && field.kind !== 'blocks') return null
  if (part !== 'text') return 'not-here'
  return isAlone ? null : 'not-alone'
}

/** Reads the fields of one part and matches the ends of its conditions. */
function checkPart(part: Part, xml: string, members: Members): Omit<CheckedTemplate, 'main'> {
  const { tags, broken } = tagsIn(xml)
  const fields: NamedField[] = []
  const problems = broken.map((tag): TemplateProblem => ({
    kind: 'broken',
    field: '',
    place: at(part, tag),
    near: [],
  }))
  const open: WordTag[] = []
  const divided = new Set<WordTag>()
  const add = (kind: TemplateProblem['kind'], tag: WordTag, near: string[] = []): void => {
    problems.push({ kind, field: tag.text.trim(), place: at(part, tag), near })
  }
  for (const tag of tags) {
    const read = readField(tag.text, members)
    if ('fault' in read) {
      add(read.fault.kind, tag, read.fault.near)
      // An invalid condition is still matched with its end.
      if (tag.text.trim().startsWith('#')) open.push(tag)
      continue
    }
    const { field } = read
    const wrong = misplaced(field, tag, part)
    if (wrong) add(wrong, tag)
    if (field.kind === 'if') open.push(tag)
    if (field.kind === 'else') {
      const condition = open.at(-1)
      if (!condition || divided.has(condition)) add('else-alone', tag)
      else divided.add(condition)
    }
    if (field.kind === 'end' && open.pop() === undefined) add('unopened', tag)
    fields.push({ text: tag.text.trim(), field })
  }
  for (const tag of open) add('unclosed', tag)
  return { fields, problems }
}

/** The message of the template library for a template without other problems. */
function fillable(file: Buffer): TemplateProblem[] {
  try {
    compiledTemplate(file, () => '')
    return []
  } catch (error) {
    const { properties } = error as { properties?: { errors?: { properties?: { explanation?: string } }[] } }
    const said =
      properties?.errors?.map(problem => problem.properties?.explanation ?? '').filter(Boolean) ?? []
    return [{ kind: 'unfillable', field: said.join(' ').slice(0, 300), place: null, near: [] }]
  }
}

/**
 * Reads and checks every field of a template. Errors: those of `openTemplate`; problems that can be corrected
 * in the document are returned.
 */
export async function checkTemplate(file: Buffer, members: Members = new Map()): Promise<CheckedTemplate> {
  const { main, texts } = await openTemplate(file)
  const parts = Array.from(texts, ([name, xml]) => checkPart(partOf(name), xml, members))
  const fields = parts.flatMap(part => part.fields)
  const problems = parts.flatMap(part => part.problems)
  const whole = (kind: 'no-fields' | 'too-many'): TemplateProblem => ({
    kind,
    field: '',
    place: null,
    near: [],
  })
  if (fields.length === 0 && problems.length === 0) problems.push(whole('no-fields'))
  if (fields.length > templateLimits.fields) problems.push(whole('too-many'))
  return { main, fields, problems: problems.length > 0 ? problems : fillable(file) }
}
