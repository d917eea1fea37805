import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../..', import.meta.url))
const skipped = new Set(['node_modules', 'generated', 'migrations', 'fixtures'])

/**
 * An import or re-export of one file: the file or package it leads to, and the names it takes (`*` for
 * all).
 */
export interface Import {
  to: string
  names: string[]
}

/** One source file, read once for all checks. Paths are relative to the root. */
export interface Source {
  file: string
  lines: string[]
  tree: ts.SourceFile
  imports: Import[]
  exports: string[]
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder)).flatMap(name => {
    const file = path.posix.join(folder, name)
    if (skipped.has(name)) return []
    return statSync(path.join(root, file)).isDirectory() ? filesIn(file) : [file]
  })
}

/** The scripts of a component, or the whole of a TypeScript file. */
function scriptOf(file: string, text: string): string {
  if (!file.endsWith('.vue')) return text
  return Array.from(text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g), match => match[1] ?? '').join('\n')
}

function resolvedFrom(file: string, specifier: string): string {
  if (specifier === '#measures') return 'server/measures/index.ts'
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(file), specifier) : specifier
}

function namesOf(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  if (ts.isExportDeclaration(node))
    return node.exportClause && ts.isNamedExports(node.exportClause)
      ? node.exportClause.elements.map(element => (element.propertyName ?? element.name).text)
      : ['*']
  const clause = node.importClause
  if (!clause) return []
  const bindings = clause.namedBindings
  const named =
    bindings && ts.isNamedImports(bindings)
      ? bindings.elements.map(element => (element.propertyName ?? element.name).text)
      : bindings
        ? ['*']
        : []
  return [...(clause.name ? ['default'] : []), ...named]
}

/** The specifier of `import('…')`, as a value or as a type. */
function dynamicSpecifier(node: ts.Node): string | null {
  const argument =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
      ? node.arguments[0]
      : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
        ? node.argument.literal
        : undefined
  return argument && ts.isStringLiteralLike(argument) ? argument.text : null
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      imports.push({
        to: resolvedFrom(file, (node.moduleSpecifier as ts.StringLiteral).text),
        names: namesOf(node),
      })
    const dynamic = dynamicSpecifier(node)
    if (dynamic !== null) imports.push({ to: resolvedFrom(file, dynamic), names: ['*'] })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return imports
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false)

/** The names that a file exports by a declaration of its own. */
function exportsOf(tree: ts.SourceFile): string[] {
  return tree.statements.filter(isExported).flatMap(statement => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      )
    const { name } = statement as ts.Statement & { name?: ts.Identifier }
    return name ? [name.text] : []
  })
}

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), 'utf8')
  const tree = ts.createSourceFile(file, scriptOf(file, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  return { file, lines: text.split('\n'), tree, imports: importsOf(file, tree), exports: exportsOf(tree) }
}

/** Every TypeScript file and component of the product, its tests and its examples. */
export const readSources = (): Source[] =>
  ['client', 'server', 'prisma', 'tests', 'docs/examples']
    .flatMap(filesIn)
    .filter(file => /\.(?:ts|vue)$/.test(file))
    .map(read)
