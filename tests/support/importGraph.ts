import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The repository's root folder. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

/** How a file refers to another: for its values, for its types alone, or with a dynamic `import()`. */
export type ImportKind = 'value' | 'type' | 'dynamic'

/** One reference from a source file to another file or package. */
export interface ImportEdge {
  /** The importing file, relative to the root. */
  from: string
  /** The imported file, relative to the root, or the name of a package. */
  to: string
  kind: ImportKind
}

const aliases: Record<string, string> = { '#measures': 'server/measures/index.ts' }

function resolveTarget(from: string, specifier: string): string {
  return specifier.startsWith('.')
    ? path.posix.join(path.posix.dirname(from), specifier)
    : (aliases[specifier] ?? specifier)
}

/** The script of a source file; for a Vue component, its script blocks. */
function scriptOf(file: string): string {
  const text = readFileSync(path.join(repositoryRoot, file), 'utf8')
  return file.endsWith('.vue')
    ? Array.from(text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), match => match[1]).join('\n')
    : text
}

/** True for `import type …`, and for an import list in which every name is a type. */
function importsOnlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false
  if (clause.isTypeOnly) return true
  const names = clause.namedBindings
  return (
    !clause.name && !!names && ts.isNamedImports(names) && names.elements.every(element => element.isTypeOnly)
  )
}

/** The specifier and kind of the import in a syntax node; null for every other node. */
function importIn(node: ts.Node): { specifier: ts.Node; kind: ImportKind } | null {
  if (ts.isImportDeclaration(node))
    return { specifier: node.moduleSpecifier, kind: importsOnlyTypes(node.importClause) ? 'type' : 'value' }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier)
    return { specifier: node.moduleSpecifier, kind: node.isTypeOnly ? 'type' : 'value' }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return { specifier: node.argument.literal, kind: 'type' }
  const [argument] = ts.isCallExpression(node) ? node.arguments : []
  return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && argument
    ? { specifier: argument, kind: 'dynamic' }
    : null
}

/** All imports of one source file (`.ts` or `.vue`), type imports and dynamic imports included. */
export function importsOf(file: string): ImportEdge[] {
  const source = ts.createSourceFile(file, scriptOf(file), ts.ScriptTarget.Latest, false)
  const edges: ImportEdge[] = []
  function visit(node: ts.Node): void {
    const imported = importIn(node)
    if (imported && ts.isStringLiteralLike(imported.specifier))
      edges.push({ from: file, to: resolveTarget(file, imported.specifier.text), kind: imported.kind })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return edges
}

interface Visit {
  index: number
  lowest: number
  onStack: boolean
}

/**
 * Groups of files that import each other in a circle, directly or through others (the strongly
 * connected components of the graph with more than one file, by Tarjan's algorithm), each sorted by
 * name. Empty where there is no circle.
 */
export function importCircles(edges: readonly ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to])
  const visits = new Map<string, Visit>()
  const stack: string[] = []
  const circles: string[][] = []

  function visit(file: string): Visit {
    const state: Visit = { index: visits.size, lowest: visits.size, onStack: true }
    visits.set(file, state)
    stack.push(file)
    for (const next of targets.get(file) ?? []) {
      const earlier = visits.get(next)
      if (!earlier) state.lowest = Math.min(state.lowest, visit(next).lowest)
      else if (earlier.onStack) state.lowest = Math.min(state.lowest, earlier.index)
    }
    if (state.lowest === state.index) closeComponent(file)
    return state
  }

  function closeComponent(first: string): void {
    const component = stack.splice(stack.indexOf(first))
    for (const file of component) visits.get(file)!.onStack = false
    if (component.length > 1) circles.push(component.sort())
  }

  for (const file of targets.keys()) if (!visits.has(file)) visit(file)
  return circles
}
